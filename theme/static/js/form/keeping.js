/**
 * The buttons of a draft: keep it, go on with it, wipe it. Once kept, it follows along.
 *
 * @import { Draft } from "./draft.js"
 */

import { say } from "../saved.js";
import { part } from "../search/view.js";
import { draft, keep, wipe } from "./draft.js";

/**
 * @typedef {object} Holder What is filled in, for who keeps it.
 * @property {() => Draft} give
 * @property {(kept: Draft) => void} take
 * @property {() => void} leave told when all is wiped
 */

export class Keeping {
  /**
   * @param {HTMLElement} root
   * @param {Holder} holder
   */
  constructor(root, holder) {
    this.root = root;
    this.holder = holder;
    this.keeps = false;
    this.dialog = /** @type {HTMLDialogElement} */ (part(root, "confirm"));
  }

  begin() {
    const press = (/** @type {string} */ name, /** @type {() => void} */ action) =>
      part(this.root, name).addEventListener("click", action);
    press("keep", () => this.keep());
    press("go-on", () => this.goOn());
    press("wipe", () => this.dialog.showModal());
    press("wipe-draft", () => this.dialog.showModal());
    press("wipe-no", () => this.dialog.close());
    press("wipe-all", () => this.wipe());
    part(this.root, "draft").hidden = draft() === null;
  }

  keep() {
    this.keeps = true;
    this.follow();
    if (this.keeps) this.tell("Uw concept is bewaard in deze browser.");
  }

  /** Keep what is there now, if somebody asked for that. */
  follow() {
    if (!this.keeps || keep(this.holder.give())) return;
    this.keeps = false;
    this.tell("");
    say("Bewaren lukt niet: uw browser staat het niet toe, of is vol.", true);
  }

  goOn() {
    const kept = draft();
    if (!kept) return;
    this.keeps = true;
    this.holder.take(kept);
  }

  wipe() {
    this.dialog.close();
    this.keeps = false;
    wipe();
    part(this.root, "draft").hidden = true;
    this.tell("");
    this.holder.leave();
    say("Alles is gewist.");
  }

  /** @param {string} words */
  tell(words) {
    part(this.root, "kept").textContent = words;
  }
}
