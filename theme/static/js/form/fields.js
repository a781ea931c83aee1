/**
 * Draws the questions of a step from the description, and tells what was typed.
 *
 * @import { Data, Description, Key, Location } from "./shape.js"
 * @import { Value } from "./values.js"
 */

import { make } from "../search/view.js";
import { box, choice, choicesOf, folded, hintOf, isPressed, tidied } from "./controls.js";
import { writtenAs } from "./checking.js";
import { readable } from "./opening.js";
import { put, valueAt } from "./places.js";
import { repeating } from "./repeating.js";

/**
 * @typedef {object} Drawn One question on the screen.
 * @property {Location} location
 * @property {HTMLElement} element
 * @property {HTMLElement} error
 * @property {HTMLElement[]} controls
 */

const LONG_LIST = 12;

export class Fields {
  /**
   * @param {HTMLElement} root
   * @param {Description} description
   * @param {(location: Location, done: boolean) => void} changed told of each change;
   *   `done` when somebody is ready with a question
   * @param {string} prefix what tells its questions from others on the page
   */
  constructor(root, description, changed, prefix) {
    this.prefix = prefix;
    this.root = root;
    this.description = description;
    this.changed = changed;
    /** @type {Data} */
    this.data = {};
    /** @type {Map<string, Drawn>} */
    this.drawn = new Map();
  }

  /**
   * Draw these questions of a record, with what the data says.
   * @param {Data} data
   * @param {string} record
   * @param {string[]} names
   */
  draw(data, record, names) {
    this.data = data;
    this.record = record;
    this.drawn.clear();
    const keys = this.description.records[record].filter(({ name }) => names.includes(name));
    this.root.replaceChildren(...keys.map((key) => this.question(key, [key.name])));
  }

  /** The keys of the file that always stay. */
  get required() {
    const keys = this.description.records[this.record ?? ""] ?? [];
    return keys.filter(({ required }) => required).map(({ name }) => name);
  }

  /**
   * @param {Location} location
   * @param {Value} value
   * @param {boolean} [done]
   */
  write(location, value, done = false) {
    put(this.data, location, value, this.required);
    this.changed(location, done);
  }

  /** @param {Location} location */
  idOf(location) {
    return `${this.prefix}-${location.join("-")}`;
  }

  /** @param {Location} location */
  textAt(location) {
    const value = valueAt(this.data, location);
    return typeof value === "string" ? value : "";
  }

  /**
   * @param {Key} key
   * @param {Location} location
   * @returns {HTMLElement}
   */
  question(key, location) {
    if (key.parts && key.many) return repeating(this, key, location);
    if (key.parts === "Costs") return this.costs(key, location);
    if (key.parts) return this.group(key, location, this.parts(key, location));
    if (key.many && key.list) return this.ticks(key, location);
    if (key.many) return this.lines(key, location);
    if (key.kind === "yes-no") return this.yesNo(key, location);
    if (key.list || key.words.length) return this.oneChoice(key, location);
    if (key.name === "locatie") return this.place(key, location);
    return this.simple(key, location, box(key, this.textAt(location)));
  }

  /**
   * @param {Key} key
   * @param {Location} location
   */
  parts(key, location) {
    return this.description.records[key.parts].map((part) =>
      this.question(part, [...location, part.name]),
    );
  }

  /**
   * Put a question around its controls, with room for what is wrong.
   * @param {Key} key
   * @param {Location} location
   * @param {HTMLElement} heading
   * @param {HTMLElement} element
   * @param {HTMLElement[]} controls
   * @param {(HTMLElement | string)[]} body
   */
  framed(key, location, heading, element, controls, body) {
    const id = this.idOf(location);
    const hint = make("p", { class: "ga-filter__hint", id: `${id}-uitleg` }, hintOf(key));
    const error = make("p", { class: "ga-filter__error", id: `${id}-fout` });
    error.hidden = true;
    if (!key.required) heading.append(make("span", { class: "ga-ask__may" }, " (mag)"));
    element.append(heading, hint, error, ...body);
    element.dataset.field = writtenAs(location);
    for (const each of element.tagName === "FIELDSET" ? [element] : controls) {
      each.setAttribute("aria-describedby", `${id}-uitleg ${id}-fout`);
    }
    this.drawn.set(writtenAs(location), { location, element, error, controls });
    return element;
  }

  /**
   * @param {Key} key
   * @param {Location} location
   * @param {import("./controls.js").Control} control
   */
  simple(key, location, control) {
    const id = this.idOf(location);
    control.id = id;
    control.addEventListener("input", () => {
      const text = readable(control.value);
      this.write(location, key.kind === "line" ? text.replaceAll("\n", " ") : text);
      count();
    });
    control.addEventListener("change", () => {
      const tidy = tidied(key, control.value);
      if (tidy !== control.value) this.write(location, (control.value = tidy));
      this.changed(location, true);
    });
    const left = make("p", { class: "ga-ask__left" });
    const count = () => {
      const room = key.length - [...control.value.trim()].length;
      const told = room < 0 ? `${-room} tekens te veel` : `Nog ${room} tekens`;
      left.textContent = room <= key.length / 4 ? told : "";
    };
    if (key.length) count();
    const label = make("label", { class: "ga-filter__name", for: id }, key.title);
    return this.framed(key, location, label, make("div", { class: "ga-ask" }), [control], [
      control,
      ...(key.length ? [left] : []),
    ]);
  }

  /**
   * @param {Key} key
   * @param {Location} location
   * @param {HTMLElement[]} body
   */
  group(key, location, body) {
    const legend = make("legend", { class: "ga-filter__name" }, key.title);
    const fieldset = make("fieldset", { class: "ga-ask ga-ask--group" });
    const boxes = /** @type {HTMLElement[]} */ (
      body.flatMap((each) => [...each.querySelectorAll("input, select, textarea")])
    );
    return this.framed(key, location, legend, fieldset, boxes, body);
  }

  /**
   * @param {Key} key
   * @param {Location} location
   */
  oneChoice(key, location) {
    const choices = choicesOf(key, this.description);
    const now = this.textAt(location);
    if (!isPressed(key, choices)) return this.simple(key, location, folded(choices, now));
    const boxes = choices.map(([word, name]) =>
      choice("radio", this.idOf(location), word, name, word === now),
    );
    const list = make("div", { class: "ga-ask__choices" }, ...boxes);
    list.addEventListener("change", ({ target }) =>
      this.write(location, /** @type {HTMLInputElement} */ (target).value, true),
    );
    return this.group(key, location, [list]);
  }

  /**
   * @param {Key} key
   * @param {Location} location
   */
  ticks(key, location) {
    const given = valueAt(this.data, location);
    const now = Array.isArray(given) ? given.map(String) : [];
    const choices = choicesOf(key, this.description);
    const unknown = now.filter((each) => !choices.some(([word]) => word === each));
    const all = [...choices, ...unknown.map((each) => /** @type {[string, string]} */ ([each, each]))];
    const boxes = all.map(([word, name]) =>
      choice("checkbox", this.idOf(location), word, name, now.includes(word)),
    );
    const list = make("div", { class: "ga-ask__choices" }, ...boxes);
    list.addEventListener("change", ({ target }) => {
      const { value, checked } = /** @type {HTMLInputElement} */ (target);
      const was = valueAt(this.data, location);
      const rest = (Array.isArray(was) ? was : []).filter((each) => each !== value);
      this.write(location, checked ? [...rest, value] : rest, true);
    });
    if (key.required || all.length <= LONG_LIST) return this.group(key, location, [list]);
    const summary = make("summary", { class: "ga-filter__summary" }, "Toon de keuzes");
    const fold = make("details", {}, summary, list);
    if (now.length) fold.setAttribute("open", "");
    return this.group(key, location, [fold]);
  }

  /**
   * Several texts, each on its own line.
   * @param {Key} key
   * @param {Location} location
   */
  lines(key, location) {
    const given = valueAt(this.data, location);
    const area = /** @type {HTMLTextAreaElement} */ (
      make("textarea", { class: "ga-filter__text ga-ask__box", rows: "3", id: this.idOf(location) })
    );
    area.value = (Array.isArray(given) ? given : []).join("\n");
    area.addEventListener("input", () => {
      const lines = readable(area.value).split(/[\n,]/).map((each) => each.trim());
      this.write(location, lines.filter(Boolean));
    });
    area.addEventListener("change", () => this.changed(location, true));
    const label = make("label", { class: "ga-filter__name", for: area.id }, key.title);
    return this.framed(key, location, label, make("div", { class: "ga-ask" }), [area], [area]);
  }

  /**
   * @param {Key} key
   * @param {Location} location
   */
  yesNo(key, location) {
    const tick = choice("checkbox", this.idOf(location), "ja", "Ja", this.textAt(location) === "ja");
    tick.addEventListener("change", ({ target }) =>
      this.write(location, /** @type {HTMLInputElement} */ (target).checked ? "ja" : "", true),
    );
    return this.group(key, location, [tick]);
  }

  /**
   * The name of one of the offer's own places.
   * @param {Key} key
   * @param {Location} location
   */
  place(key, location) {
    const places = Array.isArray(this.data.locaties) ? this.data.locaties : [];
    const names = places.map((_, number) => this.textAt(["locaties", number, "naam"]).trim());
    const choices = names.filter(Boolean).map((each) => /** @type {[string, string]} */ ([each, each]));
    return this.simple(key, location, folded(choices, this.textAt(location)));
  }

  /**
   * @param {Key} key
   * @param {Location} location
   */
  costs(key, location) {
    const given = valueAt(this.data, location);
    const inner = make("div", {});
    const show = () => {
      const isPaid = typeof valueAt(this.data, location) === "object";
      inner.replaceChildren(...(isPaid ? this.parts(key, location) : []));
    };
    const radios = [
      choice("radio", this.idOf(location), "gratis", "Gratis", given === "gratis"),
      choice("radio", this.idOf(location), "geld", "Het kost geld", typeof given === "object"),
    ];
    const list = make("div", { class: "ga-ask__choices" }, ...radios);
    list.addEventListener("change", ({ target }) => {
      const isFree = /** @type {HTMLInputElement} */ (target).value === "gratis";
      this.data[key.name] = isFree ? "gratis" : {};
      show();
      this.changed(location, isFree);
    });
    const question = this.group({ ...key, explanation: "" }, location, [list, inner]);
    show();
    return question;
  }
}
