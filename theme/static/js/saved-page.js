/**
 * The page with what a visitor saved: to print, to mail, to share, to wipe.
 *
 * An address with `?aanbod=` shows somebody else's list; it is kept only when asked.
 *
 * @import { Item } from "./search/client.js"
 */

import { download } from "./download.js";
import { ROOT } from "./kept.js";
import { calendarOf } from "./saved-calendar.js";
import { identities, save, saved, say } from "./saved.js";
import { address, ask, SearchError, today } from "./search/client.js";
import { part, showCards } from "./search/view.js";

/** @param {HTMLElement} root */
export function start(root) {
  new SavedPage(root).begin();
}

class SavedPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.shared = this.given();
    /** @type {Item[]} */
    this.items = [];
    /** @type {string[]} */
    this.missing = [];
    this.dialog = /** @type {HTMLDialogElement} */ (part(root, "confirm"));
  }

  /** @returns {string[] | null} somebody else's list, if the address holds one */
  given() {
    const given = new URLSearchParams(location.search).get("aanbod");
    return given === null ? null : identities(given.split(","));
  }

  begin() {
    const press = (/** @type {string} */ name, /** @type {() => void} */ action) =>
      part(this.root, name).addEventListener("click", action);
    press("print", () => print());
    press("calendar", () => this.takeAlong());
    press("share", () => this.share());
    press("wipe", () => this.dialog.showModal());
    press("keep", () => this.dialog.close());
    press("wipe-all", () => this.wipe());
    press("add", () => this.add());
    press("own", () => this.showOwn());
    press("again", () => this.draw());
    press("forget", () => this.forget());
    // What is taken off stays in sight until one leaves, so that a slip can be undone.
    document.addEventListener("click", () => this.write());
    addEventListener("storage", () => this.draw());
    addEventListener("popstate", () => {
      this.shared = this.given();
      this.draw();
    });
    this.root.dataset.ready = "";
    this.draw();
  }

  get names() {
    return this.shared ?? saved();
  }

  async draw() {
    const { names } = this;
    part(this.root, "shared").hidden = this.shared === null;
    if (names.length === 0) {
      this.items = [];
      this.showState("empty");
      return;
    }
    try {
      const answer = await ask({ type: "saved", paths: names, day: today() });
      if (answer) this.show(answer.items, identities(answer.missing));
    } catch (error) {
      const lost = error instanceof SearchError && error.reason === "network";
      part(this.root, "trouble").textContent = lost
        ? "De verbinding viel weg. Uw lijst is er nog."
        : "Er ging iets mis. Uw lijst is er nog.";
      this.showState("failed");
    }
  }

  /**
   * @param {Item[]} items
   * @param {string[]} missing
   */
  show(items, missing) {
    this.items = items;
    showCards(part(this.root, "items"), items);
    const gone = part(this.root, "gone");
    gone.hidden = missing.length === 0;
    const number = missing.length;
    part(gone, "gone-words").textContent =
      `${number} keer aanbod van deze lijst staat niet meer op de site.`;
    part(gone, "forget").hidden = this.shared !== null;
    this.missing = missing;
    this.write();
    this.showState(items.length || missing.length ? "list" : "empty");
  }

  /** Give what is on the list now. */
  get listed() {
    const { names } = this;
    return this.items.filter(({ id }) => names.includes(id));
  }

  /** Give the address that shows this list to somebody else. */
  get link() {
    const here = new URL("bewaard/", ROOT);
    return `${here.href}?aanbod=${this.listed.map(({ id }) => id).join(",")}`;
  }

  /** Write the letter that can be mailed. */
  write() {
    const entries = this.listed.map(
      ({ title, partner, when, path }) =>
        [`${title} (${partner})`, when, address(path)].filter(Boolean).join("\n"),
    );
    const body = [...entries, `De hele lijst: ${this.link}`].join("\n\n");
    const link = part(this.root, "mail");
    const subject = encodeURIComponent(link.dataset.subject ?? "");
    link.setAttribute("href", `mailto:?subject=${subject}&body=${encodeURIComponent(body)}`);
  }

  /** Give what is on the list as one calendar file. */
  async takeAlong() {
    const told = part(this.root, "calendar-said");
    try {
      const text = await calendarOf(this.listed.map(({ id }) => id), "Mijn lijst");
      told.textContent = text
        ? "Open het bestand. Uw agenda zet alles erin."
        : "Niets op uw lijst heeft al een datum.";
      if (text) download("mijn-lijst.ics", text, "text/calendar");
    } catch {
      told.textContent = "De verbinding viel weg. Probeer het nog eens.";
    }
  }

  async share() {
    const field = part(this.root, "link");
    if (!(field instanceof HTMLInputElement)) return;
    field.value = this.link;
    part(this.root, "link-row").hidden = false;
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(this.link);
      part(this.root, "link-hint").textContent = "De link is gekopieerd.";
    } catch {
      part(this.root, "link-hint").textContent = "Kopieer deze link.";
    }
  }

  wipe() {
    this.dialog.close();
    if (!save([])) return;
    say("Uw lijst is leeg.");
    part(this.root, "link-row").hidden = true;
    this.shared = null;
    this.draw();
    part(this.root, "empty-title").focus();
  }

  /** Add what somebody shared to one's own list, because one asked for it. */
  add() {
    if (save([...saved(), ...(this.shared ?? [])])) this.showOwn();
  }

  async showOwn() {
    this.shared = null;
    history.pushState(null, "", location.pathname);
    await this.draw();
    part(this.root, this.items.length ? "list-title" : "empty-title").focus();
  }

  /** Take off what is no longer on the site. */
  forget() {
    const gone = new Set(this.missing);
    save(saved().filter((name) => !gone.has(name)));
    this.draw();
  }

  /** @param {"empty" | "list" | "failed"} state */
  showState(state) {
    this.root.dataset.state = state;
  }
}
