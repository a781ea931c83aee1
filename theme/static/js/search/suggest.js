/**
 * Suggestions under a search box: an editable combobox with a list, as the ARIA
 * Authoring Practices describe it. Choosing one goes to its page; Enter without a choice
 * searches for what was typed.
 *
 * @import { Suggestion } from "./client.js"
 */

import { address, ask } from "./client.js";
import { kindInWords, make } from "./view.js";
import { say } from "../saved.js";

const TYPING = 120;
const SPEAKING = 600;
const MOST = 8;

/** @type {WeakSet<HTMLInputElement>} */
const started = new WeakSet();

/**
 * Let a search box suggest; once is enough.
 * @param {HTMLInputElement} box
 */
export function suggest(box) {
  if (started.has(box)) return;
  started.add(box);
  new Suggestions(box);
  ask({ type: "load" }).catch(() => {});
}

class Suggestions {
  /** @param {HTMLInputElement} box */
  constructor(box) {
    this.box = box;
    this.list = make("ul", {
      class: "ga-suggestions",
      id: `${box.id}-suggesties`,
      role: "listbox",
      "aria-label": "Suggesties",
    });
    this.list.hidden = true;
    /** @type {Suggestion[]} */
    this.items = [];
    this.active = -1;
    this.typing = 0;
    this.speaking = 0;
    // Its own role of search box has no list; only now it gets one.
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", this.list.id);
    box.setAttribute("aria-expanded", "false");
    box.parentElement?.append(this.list);
    box.addEventListener("input", () => this.typed());
    box.addEventListener("keydown", (event) => this.pressed(event));
    box.addEventListener("blur", () => this.close());
    // A press would take the focus, and with it the list, before the click arrives.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("[role=option]") : null;
      if (option) this.choose([...this.list.children].indexOf(option));
    });
    if (box.value.trim()) this.typed();
  }

  typed() {
    clearTimeout(this.typing);
    this.typing = setTimeout(async () => {
      const text = this.box.value.trim();
      if (!text) {
        this.close();
        return;
      }
      // Without suggestions the form still searches, so trouble is no news here.
      const answer = await ask({ type: "suggest", text }).catch(() => ({ items: [] }));
      if (answer && document.activeElement === this.box) this.open(answer.items);
    }, TYPING);
  }

  /** @param {Suggestion[]} items */
  open(items) {
    this.items = items.slice(0, MOST);
    this.list.replaceChildren(
      ...this.items.map(({ kind, name }, index) =>
        make(
          "li",
          { class: "ga-suggestions__item", role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" },
          make("span", {}, name),
          make("span", { class: "ga-suggestions__kind" }, kindInWords(kind)),
        ),
      ),
    );
    this.activate(-1);
    const some = this.items.length > 0;
    this.list.hidden = !some;
    this.box.setAttribute("aria-expanded", String(some));
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      const number = this.items.length;
      if (number) say(number === 1 ? "1 suggestie" : `${number} suggesties`);
    }, SPEAKING);
  }

  close() {
    clearTimeout(this.typing);
    clearTimeout(this.speaking);
    this.items = [];
    this.list.hidden = true;
    this.box.setAttribute("aria-expanded", "false");
    this.activate(-1);
  }

  /** @param {number} index of the suggestion that Enter chooses; -1 is none */
  activate(index) {
    this.active = index;
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(at === index));
    }
    const option = this.list.children[index];
    if (option) this.box.setAttribute("aria-activedescendant", option.id);
    else this.box.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { key } = event;
    if (event.isComposing || this.list.hidden) {
      if (key === "ArrowDown" && this.box.value.trim()) this.typed();
      return;
    }
    const steps = this.items.length + 1;
    if (key === "ArrowDown") this.activate(((this.active + 2) % steps) - 1);
    else if (key === "ArrowUp") this.activate(((this.active + steps) % steps) - 1);
    else if (key === "Escape") this.close();
    else if (key === "Enter" && this.active >= 0) this.choose(this.active);
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  choose(index) {
    const chosen = this.items[index];
    if (chosen) location.assign(address(chosen.path));
  }
}
