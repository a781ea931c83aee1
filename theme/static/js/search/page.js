/**
 * The search page: keeps question, address, filters and results in step.
 *
 * @import { Results } from "./client.js"
 */

import { say } from "../saved.js";
import { changed, read, write } from "./address.js";
import { ask, onCounts, SearchError, today } from "./client.js";
import { Filters } from "./filters.js";
import { found, part, showCards, showChips, showNearest, showNotes, showPages } from "./view.js";

const TYPING = 150;
const SPEAKING = 700;
const LOADING = 300;
const STEP = 10;
/** @type {Record<string, string>} */
const TROUBLE = {
  network: "De verbinding viel weg. Zoeken lukt nu niet.",
  broken: "Er ging iets mis. Zoeken lukt nu niet.",
  unsupported: "Zoeken lukt niet in deze browser. Hieronder staat al het aanbod.",
};

/** @param {HTMLElement} root */
export function start(root) {
  new SearchPage(root).begin();
}

class SearchPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const form = root.querySelector("form.ga-search");
    const box = form?.querySelector("input");
    const sort = part(root, "sort");
    if (!(form instanceof HTMLFormElement) || !box || !(sort instanceof HTMLSelectElement)) {
      throw new Error("no search form");
    }
    this.form = form;
    this.box = box;
    this.sort = sort;
    this.filters = new Filters(part(root, "filters"), (typing) => this.filtered(typing));
    this.list = part(root, "items");
    this.more = part(root, "more");
    this.heading = part(root, "heading");
    this.shape = this.filters.shape;
    this.asked = read(new URLSearchParams(location.search), this.shape);
    this.first = STEP;
    this.top = 0;
    this.typing = 0;
    this.speaking = 0;
    /** @type {Results | null} */
    this.results = null;
  }

  begin() {
    this.restore();
    this.filters.unfold();
    this.box.addEventListener("input", () => this.typed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.typing);
      this.go({ ...this.asked, text: this.box.value });
    });
    this.sort.addEventListener("change", () => {
      const sort = /** @type {"fit" | "start" | "age"} */ (this.sort.value);
      this.go({ ...this.asked, sort });
    });
    this.more.addEventListener("click", () => this.showMore());
    part(this.root, "again").addEventListener("click", () => {
      this.search().then(() => this.heading.focus());
    });
    addEventListener("popstate", () => this.restore());
    onCounts((counts) => this.filters.showCounts(counts));
    // Results come after the browser has scrolled back, so this page does that itself.
    this.list.addEventListener("click", () => {
      history.replaceState({ first: this.first, top: scrollY }, "", location.href);
    });
    if (this.top) history.scrollRestoration = "manual";
    this.root.dataset.ready = "";
  }

  /** Ask what the address says, as on arriving and on going back. */
  restore() {
    clearTimeout(this.typing);
    const parameters = new URLSearchParams(location.search);
    this.asked = read(parameters, this.shape);
    const first = Number(history.state?.first);
    this.first = first > STEP && first <= 1000 ? first : STEP;
    this.top = Number(history.state?.top) || 0;
    this.box.value = this.asked.text;
    this.sort.value = this.asked.sort;
    this.filters.show(this.asked);
    const { age } = this.filters;
    if (age && !this.asked.filters[age.name]) {
      // What was typed as an age elsewhere and is none stays, with what is wrong with it.
      age.value = (parameters.get(age.name) ?? "").slice(0, age.maxLength);
      this.filters.checkAge();
    }
    this.search();
  }

  /** Search while somebody types; what is on the way does not fill the history. */
  typed() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      const text = this.box.value;
      this.go({ ...this.asked, text, without: text.trim() ? this.asked.without : [] }, true);
    }, TYPING);
  }

  /** @param {boolean} typing */
  filtered(typing) {
    clearTimeout(this.typing);
    const next = () => this.go({ ...this.asked, filters: this.filters.read() }, typing);
    if (typing) this.typing = setTimeout(next, TYPING);
    else next();
  }

  /**
   * Ask something else, and let the address say so.
   * @param {import("./address.js").Asked} asked
   * @param {boolean} [typing]
   */
  go(asked, typing = false) {
    const address = location.pathname + write(asked);
    const same = address === location.pathname + write(this.asked);
    this.asked = asked;
    if (!same) {
      this.first = STEP;
      if (typing) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    this.filters.show(asked);
    if (!same || !this.results) this.search();
  }

  async search(keep = 0) {
    const { text, filters, without, sort } = this.asked;
    this.root.setAttribute("aria-busy", "true");
    const loading = setTimeout(() => this.wait(), LOADING);
    if (!this.results && write(this.asked)) this.root.dataset.state = "waiting";
    try {
      const question = { text, filters, without, sort, first: this.first, day: today() };
      const results = await ask({ type: "search", ...question });
      clearTimeout(loading);
      if (results) this.show(results, keep);
    } catch (error) {
      clearTimeout(loading);
      this.fail(error instanceof SearchError ? error.reason : "broken");
    }
  }

  /**
   * @param {Results} results
   * @param {number} keep
   */
  show(results, keep) {
    this.results = results;
    const { total, items } = results;
    const text = this.asked.text.trim();
    showCards(this.list, items, keep);
    const nothing = text ? `Niets gevonden voor ‘${text}’` : "Niets gevonden";
    this.heading.textContent = total ? found(total) : nothing;
    this.more.hidden = items.length >= total;
    const labels = (results.understood ?? []).map(
      ({ filter, value }) => this.filters.words(filter, value).label,
    );
    showNotes(part(this.root, "notes"), results, labels, (word) => this.mend(word));
    this.showChips(results);
    showPages(part(this.root, "pages"), results);
    showNearest(part(this.root, "nothing"), results, (change) => {
      const asked = changed(this.asked, change);
      this.box.value = asked.text;
      this.go(asked);
      this.heading.focus();
    });
    this.tell();
    this.filters.showTotal(total);
    if (results.counts) this.filters.showCounts(results.counts);
    this.showState(total ? "results" : "nothing");
    if (this.top) scrollTo(0, this.top);
    this.top = 0;
    this.speak(total ? found(total) : "Niets gevonden. Hieronder leest u wat u kunt doen.");
  }

  /** @param {Results} results */
  showChips({ understood = [], relaxed }) {
    const chosen = Object.entries(this.asked.filters).flatMap(([name, words]) =>
      words.map((word) => ({
        ...this.filters.words(name, word),
        remove: () => {
          const left = words.filter((each) => each !== word);
          const filters = { ...this.asked.filters, [name]: left };
          if (!left.length) delete filters[name];
          const { age } = this.filters;
          if (age?.name === name) age.value = "";
          this.unchip({ ...this.asked, filters });
        },
      })),
    );
    const fromText = understood.map(({ filter, value }) => ({
      ...this.filters.words(filter, value),
      note: relaxed ? "niet gebruikt" : "uit uw vraag",
      remove: () =>
        this.unchip({ ...this.asked, without: [...new Set([...this.asked.without, filter])] }),
    }));
    showChips(part(this.root, "chips"), [...chosen, ...fromText]);
  }

  /**
   * Go on without a chip; its button is gone, so the heading gets the focus.
   * @param {import("./address.js").Asked} asked
   */
  unchip(asked) {
    this.heading.focus();
    this.go(asked);
  }

  async showMore() {
    const before = this.list.children.length;
    this.first = before + STEP;
    history.replaceState({ first: this.first }, "", location.href);
    await this.search(before);
    const next = this.list.children[before]?.querySelector("a");
    next?.focus();
  }

  /**
   * Go to a word in the search box.
   * @param {string} word
   */
  mend(word) {
    const at = this.box.value.toLowerCase().indexOf(word.toLowerCase());
    this.box.focus();
    if (at >= 0) this.box.setSelectionRange(at, at + word.length);
  }

  /** Put the question in the letter that says what is missing. */
  tell() {
    const link = part(this.root, "tell");
    const words = Object.entries(this.asked.filters).flatMap(([name, chosen]) =>
      chosen.map((word) => {
        const { name: filter, label } = this.filters.words(name, word);
        return `${filter}: ${label}`;
      }),
    );
    const text = this.asked.text.trim();
    const lines = ["Ik zocht dit en vond het niet:", "", ...(text ? [text] : []), ...words];
    const { to = "", subject = "" } = link.dataset;
    const letter = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join("\n"))}`;
    link.setAttribute("href", `mailto:${to}?${letter}`);
  }

  /** @param {string} reason */
  fail(reason) {
    this.results = null;
    const words = TROUBLE[reason] ?? TROUBLE.broken ?? "";
    part(this.root, "trouble").textContent = words;
    this.root.toggleAttribute("data-unsupported", reason === "unsupported");
    this.showState("failed");
    this.speak(words);
  }

  /** Show that it takes a while: what is there stays, else grey cards stand in. */
  wait() {
    this.root.toggleAttribute("data-slow", true);
    if (!this.results && this.root.dataset.state) this.root.dataset.state = "loading";
  }

  /** @param {"results" | "nothing" | "failed"} state */
  showState(state) {
    this.root.dataset.state = state;
    this.root.setAttribute("aria-busy", "false");
    this.root.removeAttribute("data-slow");
  }

  /**
   * Tell a screen reader, once somebody pauses.
   * @param {string} words
   */
  speak(words) {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      if (this.filters.sheet.open) part(this.filters.form, "sheet-status").textContent = words;
      else say(words);
    }, SPEAKING);
  }
}
