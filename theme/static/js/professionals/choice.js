/**
 * The rows that a professional chose for a client, and what to do with them.
 *
 * The choice stands in the address behind the `#`, which no server sees: so it is still
 * there after a reload and on the next view. Nothing is written in the browser's storage:
 * a shared computer at a desk must not remember what the last client needed.
 *
 * @import { Letter } from "./letters.js"
 */

import { identities } from "../saved.js";
import { part } from "../search/view.js";
import { asMail, asPaper, asText, letters } from "./letters.js";

const CHOSEN = "gekozen=";
const LOST = "De verbinding viel weg. Probeer het nog een keer.";

export class Choice {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.bar = part(root, "bar");
    const { hash } = location;
    this.names = hash.startsWith(`#${CHOSEN}`)
      ? identities(hash.slice(CHOSEN.length + 1).split(","))
      : [];
    root.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches(".ga-pick")) {
        this.choose(target.value, target.checked);
      }
    });
    const press = (/** @type {string} */ name, /** @type {() => void} */ action) =>
      part(this.bar, name).addEventListener("click", action);
    press("print", () => this.print());
    press("copy", () => this.copy());
    press("wipe", () => this.wipe());
    addEventListener("afterprint", () => this.showPaper(false));
    this.show();
  }

  /**
   * @param {string} name
   * @param {boolean} isChosen
   */
  choose(name, isChosen) {
    const others = this.names.filter((each) => each !== name);
    this.names = identities(isChosen ? [...others, name] : others);
    this.remember();
    this.show();
  }

  wipe() {
    this.names = [];
    this.remember();
    this.show();
    const region = this.root.querySelector("[role=region]:not([hidden])");
    if (region instanceof HTMLElement) region.focus();
  }

  /** Put the choice in the address, and in the ways to the other views. */
  remember() {
    const hash = this.names.length ? `#${CHOSEN}${this.names.join(",")}` : "";
    history.replaceState(history.state, "", `${location.pathname}${location.search}${hash}`);
  }

  /** Tick what is chosen: rows come and go, and an offer may have two. */
  tick() {
    for (const box of this.root.querySelectorAll(".ga-pick")) {
      if (box instanceof HTMLInputElement) box.checked = this.names.includes(box.value);
    }
  }

  async show() {
    this.tick();
    const hash = this.names.length ? `${CHOSEN}${this.names.join(",")}` : "";
    for (const link of this.root.querySelectorAll("[data-view]")) {
      if (link instanceof HTMLAnchorElement) link.hash = hash;
    }
    this.bar.hidden = this.names.length === 0;
    part(this.bar, "chosen-count").textContent = `${this.names.length} gekozen`;
    this.say("");
    const chosen = await this.fetch();
    if (chosen) part(this.bar, "mail").setAttribute("href", asMail(chosen));
  }

  /**
   * Give the letters of what is chosen; an offer that is gone is no longer chosen.
   * @returns {Promise<Letter[] | null>} null when they cannot be fetched
   */
  async fetch() {
    try {
      const asked = this.names;
      const found = await letters(asked);
      if (found.size < asked.length && asked === this.names) {
        this.names = asked.filter((name) => found.has(name));
        this.remember();
        await this.show();
      }
      return [...found.values()];
    } catch {
      this.say(LOST);
      return null;
    }
  }

  async print() {
    const chosen = await this.fetch();
    if (!chosen) return;
    part(this.root, "letters").replaceChildren(...asPaper(chosen));
    this.showPaper(true);
    print();
  }

  /** @param {boolean} isPaper whether the printer gets the paper, and not the table */
  showPaper(isPaper) {
    part(this.root, "paper").hidden = !isPaper;
    this.root.toggleAttribute("data-paper", isPaper);
  }

  async copy() {
    const chosen = await this.fetch();
    if (!chosen) return;
    try {
      await navigator.clipboard.writeText(asText(chosen));
      this.say("De tekst is gekopieerd. U kunt hem nu ergens plakken.");
    } catch {
      this.say("Kopiëren lukt niet in deze browser. Kies “Druk af” of “Mail”.");
    }
  }

  /** @param {string} words */
  say(words) {
    part(this.bar, "said").textContent = words;
  }
}
