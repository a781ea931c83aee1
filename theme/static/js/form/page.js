/**
 * The form with which a partner makes an offer, or changes one: step by step, in the
 * browser alone. Nothing is sent, and only a draft that somebody asks for is kept.
 *
 * @import { Beside, Gap } from "./beside.js"
 * @import { Step } from "./steps.js"
 * @import { Data, Description, Location, Problem } from "./shape.js"
 */

import { address, today } from "../search/client.js";
import { part } from "../search/view.js";
import { Aside } from "./aside.js";
import { isWithin, problemsOf, writtenAs } from "./checking.js";
import { Fields } from "./fields.js";
import { Keeping } from "./keeping.js";
import { Organisation } from "./organisation.js";
import { trimmed } from "./places.js";
import { told } from "./remedies.js";
import { Review } from "./review.js";
import { offerStarts } from "./starting.js";
import { drawSteps, freeName, stepOf } from "./steps.js";
import { questionAt, tell, titleAt } from "./telling.js";
import { slugOf } from "./words.js";
import { yamlText } from "./yaml.js";

/** @typedef {Description & { offer: string, partner: string, steps: Step[] }} Given */

const PAUSE = 150;
const IS_WIDE = matchMedia("(min-width: 62rem)");

/** @param {HTMLElement} root */
export async function start(root) {
  const folder = address("data/formulier/");
  const [given, beside, gaps] = await Promise.all(
    ["velden", "aanbod", "hiaten"].map(async (name) => {
      const answer = await fetch(`${folder}${name}.json`, { cache: "no-cache" });
      if (!answer.ok) throw new Error(name);
      return answer.json();
    }),
  );
  new Form(root, given, beside, gaps).begin();
}

class Form {
  /**
   * @param {HTMLElement} root
   * @param {Given} given
   * @param {Beside} beside
   * @param {Gap[]} gaps
   */
  constructor(root, given, beside, gaps) {
    this.root = root;
    this.steps = given.steps;
    this.beside = beside;
    this.offer = { ...given, file: given.offer };
    this.fields = new Fields(part(root, "fields"), this.offer, (...told) => this.heard(...told), "vraag");
    this.organisation = new Organisation(part(root, "organisation"), beside, {
      ...given,
      file: given.partner,
    });
    this.aside = new Aside(root, this.offer, beside, gaps);
    this.review = new Review(part(root, "review"));
    this.keeping = new Keeping(root, {
      give: () => this.give(),
      take: (kept) => {
        this.organisation.take(kept.partner, kept.organisation);
        this.fill(kept.data, kept.slug, kept.step);
      },
      leave: () => this.leave(),
    });
    /** @type {Data} */
    this.data = {};
    this.slug = "";
    this.at = 0;
    /** @type {Set<string>} */
    this.done = new Set();
    /** @type {Set<number>} */
    this.left = new Set();
  }

  begin() {
    const press = (/** @type {string} */ name, /** @type {() => void} */ action) =>
      part(this.root, name).addEventListener("click", action);
    offerStarts(part(this.root, "start"), this.beside, ({ data, partner, slug }) => {
      this.organisation.take(partner, {});
      this.fill(data, slug);
    });
    this.organisation.listen(() => this.heard([], true));
    part(this.root, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.keeping.begin();
    press("back", () => this.goTo(this.at - 1));
    press("checked-today", () => this.checkedToday());
    addEventListener("popstate", () => this.follow());
    this.root.dataset.state = "start";
    this.root.dataset.ready = "";
  }

  /**
   * Begin with this data.
   * @param {Data} data
   * @param {string} slug
   * @param {string} [step] where somebody was before
   */
  fill(data, slug, step) {
    this.data = data;
    this.slug = slug;
    this.done.clear();
    this.left.clear();
    for (const { name, parts, required, many } of this.offer.records[this.offer.file]) {
      if (parts && parts !== "Costs" && required && !many) this.data[name] ??= {};
    }
    const before = this.steps.findIndex(({ name }) => name === step);
    this.steps.forEach((_, number) => (slug || number < before) && this.left.add(number));
    this.root.dataset.state = "steps";
    this.at = before > 0 ? before : Number(Boolean(slug && this.organisation.partner));
    this.goTo(this.at);
  }

  /** Show the step of the address, after somebody went back or forth. */
  follow() {
    const number = this.steps.findIndex(({ name }) => `#${name}` === location.hash);
    if (this.root.dataset.state !== "steps") return;
    if (number < 0) this.root.dataset.state = "start";
    else this.show(number);
  }

  /** @param {number} number */
  goTo(number) {
    if (number !== this.at) this.left.add(this.at);
    part(this.root, "overview").toggleAttribute("open", IS_WIDE.matches);
    history.pushState(null, "", `#${this.steps[number].name}`);
    this.show(number);
  }

  /** @param {number} number */
  show(number) {
    this.at = number;
    this.root.dataset.state = "steps";
    const { title, intro, keys } = this.steps[number];
    const heading = part(this.root, "title");
    heading.textContent = title;
    part(this.root, "count").textContent = `Stap ${number + 1} van ${this.steps.length}`;
    part(this.root, "intro").textContent = intro;
    this.fields.draw(this.data, this.offer.file, keys);
    part(this.root, "organisation").hidden = number !== 0;
    part(this.root, "review").hidden = !this.isLast;
    part(this.root, "next").hidden = this.isLast;
    part(this.root, "checked-today").hidden = !this.isLast;
    part(this.root, "back").hidden = number === 0;
    this.check();
    heading.focus({ preventScroll: true });
    part(this.root, "top").scrollIntoView();
  }

  get isLast() {
    return this.at === this.steps.length - 1;
  }

  /** Go on when this step is right; else show what is not. */
  next() {
    this.left.add(this.at);
    this.check();
    const wrong = this.wrongIn(this.at);
    if (this.at === 0 && this.organisation.isWrong) this.organisation.ask();
    else if (wrong) this.focus(wrong.location);
    else this.goTo(this.at + 1);
  }

  /** @param {Location} location */
  focus(location) {
    const question = questionAt(this.fields.drawn, location);
    const box = question?.element.querySelector("input, select, textarea, button");
    if (box instanceof HTMLElement) box.focus();
  }

  /**
   * @param {Location} location
   * @param {boolean} done
   */
  heard(location, done) {
    if (done) this.done.add(writtenAs(location));
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.check(), PAUSE);
  }

  /** Check everything, and show what there is to say. */
  check() {
    clearTimeout(this.waiting);
    const { partner, reachable } = this.organisation;
    const found = problemsOf({
      data: trimmed(this.data),
      description: this.offer,
      beside: this.beside,
      partner,
      slug: this.slug,
      reachable,
      today: today(),
    });
    this.problems = found.map((problem) => told(problem, this.offer));
    tell(this.fields.drawn, this.problems, (place) => this.isDone(place));
    this.showSteps();
    this.aside.show(this.data, this.organisation.name, `${partner}/${this.slug}`);
    if (this.isLast) this.showReview();
    this.keeping.follow();
  }

  /** @type {Problem[]} */
  problems = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  waiting;

  /**
   * Tell whether somebody is done with a question: left it, or left its step.
   * @param {Location} place
   */
  isDone(place) {
    if (this.left.has(this.at)) return true;
    const here = writtenAs(place);
    return [...this.done].some((each) => isWithin(each, here) || isWithin(here, each));
  }

  /**
   * Give the first mistake of a step.
   * @param {number} step
   */
  wrongIn(step) {
    return this.problems.find((each) => !each.warning && stepOf(this.steps, each) === step);
  }

  showSteps() {
    const isWrong = (/** @type {number} */ number) =>
      Boolean(this.wrongIn(number)) || (number === 0 && this.organisation.isWrong);
    drawSteps(
      part(this.root, "steps"),
      this.steps,
      this.at,
      (number) => (this.left.has(number) ? (isWrong(number) ? "wrong" : "right") : "new"),
      (number) => this.goTo(number),
    );
  }

  /** Give the path of the file: the name it has, or a free one after its title. */
  get path() {
    const folder = this.organisation.folder || "uw-organisatie";
    const title = slugOf(String(this.data.titel ?? "")) || "nieuw-aanbod";
    const taken = this.beside.offers.map(({ id }) => id);
    const name = this.slug || freeName(folder, title, taken);
    return `offers/${folder}/${name}.yaml`;
  }

  showReview() {
    const own = this.organisation.problems();
    const known = this.offer.records[this.offer.file].map(({ name }) => name);
    const about = (/** @type {Problem} */ { location }) => String(location[0]);
    const isOwn = (/** @type {Problem} */ problem) => own.includes(problem);
    const text = yamlText(this.data, this.offer);
    this.review.show({
      problems: [...own, ...this.problems],
      nameOf: (problem) =>
        isOwn(problem) ? "Uw organisatie" : titleAt(problem.location, this.offer),
      isUnknown: (problem) => !isOwn(problem) && !known.includes(about(problem)),
      drop: (problem) => {
        delete this.data[about(problem)];
        this.check();
      },
      goTo: (problem) => {
        this.goTo(isOwn(problem) ? 0 : stepOf(this.steps, problem));
        this.focus(problem.location);
      },
      files: [{ path: this.path, text }, ...this.organisation.files()],
      title: String(this.data.titel ?? "").trim(),
      isNew: !this.slug,
    });
  }

  /** Say that everything was looked at today. */
  checkedToday() {
    this.data.gecontroleerd_op = today();
    this.show(this.at);
  }

  /** @returns {import("./draft.js").Draft} */
  give() {
    const { partner, data } = this.organisation;
    const step = this.steps[this.at].name;
    return { data: this.data, partner, organisation: data, slug: this.slug, step };
  }

  leave() {
    this.data = {};
    this.root.dataset.state = "start";
    history.pushState(null, "", location.pathname);
    part(this.root, "new").focus();
  }
}
