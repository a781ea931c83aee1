/**
 * Draws what the worker found, as elements and text: never as HTML.
 *
 * The cards are those of the theme, rendered once as templates in which each word is the
 * name of what belongs there, as `{title}`.
 *
 * @import { Item, Results } from "./client.js"
 */

import { show } from "../saved.js";
import { address } from "./client.js";

const SLOT = /\{(\w+)\}/g;
const ANSWERS = new Set(["ja", "nee", "onbekend"]);
const KINDS = new Map([
  ["vraag", "Vraag"],
  ["thema", "Onderwerp"],
  ["programma", "Programma"],
  ["aanbieder", "Organisatie"],
  ["aanbod", "Aanbod"],
]);

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Find a part of the page that the template promised.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {HTMLElement}
 */
export function part(root, name) {
  const element = root.querySelector(`[data-part="${name}"]`);
  if (element instanceof HTMLElement) return element;
  throw new Error(`no part ${name}`);
}

/**
 * Give what a kind of page is called.
 * @param {string} kind
 */
export function kindInWords(kind) {
  return KINDS.get(kind) ?? "";
}

/**
 * Say how much was found.
 * @param {number} total
 */
export function found(total) {
  return `${total} keer aanbod gevonden`;
}

/**
 * Give a text with some of its characters marked.
 * @param {string} text
 * @param {[number, number][]} [marks] ranges of characters, in order
 */
export function marked(text, marks = []) {
  const pieces = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of marks) {
    if (start < done || end <= start || end > text.length) continue;
    pieces.append(text.slice(done, start), make("mark", {}, text.slice(start, end)));
    done = end;
  }
  pieces.append(text.slice(done));
  return pieces;
}

/**
 * Give the card of an offer.
 * @param {Item} item
 * @returns {HTMLLIElement}
 */
export function card(item) {
  const answer = ANSWERS.has(item.answer) ? item.answer : "onbekend";
  const template = document.querySelector(`template[data-card="${answer}"]`);
  if (!(template instanceof HTMLTemplateElement)) throw new Error("no card");
  const drawn = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  /** @type {Record<string, unknown>} */
  const words = { ...item };
  const texts = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const slots = [];
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    if (text.data.includes("{")) slots.push(text);
  }
  for (const text of slots) {
    const place = text.parentElement?.classList;
    if (place?.contains("ga-offer-card__link")) {
      text.replaceWith(marked(item.title, item.titleMarks));
    } else if (place?.contains("ga-offer-card__summary")) {
      text.replaceWith(marked(item.summary, item.summaryMarks));
    }
    text.data = text.data.replace(SLOT, (_, slot) => String(words[slot] ?? ""));
  }
  for (const fact of drawn.querySelectorAll("[data-fact]")) {
    if (!words[fact.getAttribute("data-fact") ?? ""]) fact.remove();
  }
  drawn.querySelector(".ga-offer-card__link")?.setAttribute("href", address(item.path));
  drawn.querySelector("[data-save]")?.setAttribute("data-save", item.id);
  const entry = /** @type {HTMLLIElement} */ (make("li", { class: "ga-offer-list__item" }));
  entry.append(drawn);
  return entry;
}

/**
 * Show these offers in a list, and which of them are saved.
 * @param {HTMLElement} list
 * @param {Item[]} items
 * @param {number} [keep] how many of the cards that are there stay
 */
export function showCards(list, items, keep = 0) {
  const kept = [...list.children].slice(0, keep);
  list.replaceChildren(...kept, ...items.slice(kept.length).map(card));
  show();
}

/**
 * Show the other pages that fit.
 * @param {HTMLElement} section
 * @param {Results} results
 */
export function showPages(section, { pages = [] }) {
  const entries = pages.map(({ kind, title, summary, path }) =>
    make(
      "li",
      { class: "ga-also__item" },
      make("span", { class: "ga-also__kind" }, kindInWords(kind)),
      make("a", { class: "ga-also__link", href: address(path) }, title),
      ...(summary ? [make("span", { class: "ga-also__summary" }, summary)] : []),
    ),
  );
  part(section, "pages-list").replaceChildren(...entries);
  section.hidden = entries.length === 0;
}

/**
 * Show what can be tried when nothing was found.
 * @param {HTMLElement} section
 * @param {Results} results
 * @param {(change: import("./client.js").Change) => void} choose
 */
export function showNearest(section, { nearest = [] }, choose) {
  const entries = nearest.map(({ label, total, change }) => {
    const number = total ? `${total} keer aanbod` : "";
    const words = [label, make("span", { class: "ga-nearest__total" }, number)];
    if (change.path) {
      return make("li", {}, make("a", { class: "ga-nearest__way", href: address(change.path) }, ...words));
    }
    const button = make("button", { type: "button", class: "ga-nearest__way" }, ...words);
    button.addEventListener("click", () => choose(change));
    return make("li", {}, button);
  });
  part(section, "nearest-list").replaceChildren(...entries);
  part(section, "nearest").hidden = entries.length === 0;
}

/**
 * @typedef {object} Chip
 * @property {string} name of the filter
 * @property {string} label
 * @property {string} [note] what sets it apart: "uit uw vraag"
 * @property {() => void} remove
 */

/**
 * Show what was chosen and understood, each with a way to remove it.
 * @param {HTMLElement} list
 * @param {Chip[]} chips
 */
export function showChips(list, chips) {
  list.replaceChildren(
    ...chips.map(({ name, label, note, remove }) => {
      const text = name.endsWith("?") ? `${name} ${label}` : `${name}: ${label}`;
      const button = make(
        "button",
        { type: "button", class: note ? "ga-chip ga-chip--understood" : "ga-chip" },
        make("span", { class: "ga-hidden" }, "Verwijder "),
        make("span", {}, text),
        ...(note ? [make("span", { class: "ga-chip__note" }, note)] : []),
        make("span", { class: "ga-chip__cross", "aria-hidden": "true" }),
      );
      button.addEventListener("click", remove);
      return make("li", {}, button);
    }),
  );
  list.hidden = chips.length === 0;
}

/** @param {string[]} words */
function listed(words) {
  const quoted = words.map((word) => `‘${word}’`);
  const last = quoted.pop() ?? "";
  return quoted.length ? `${quoted.join(", ")} en ${last}` : last;
}

/**
 * Say in words what was changed in the question, or left out of it.
 * @param {HTMLElement} notes
 * @param {Results} results
 * @param {string[]} heard what was heard in the question, in words
 * @param {(word: string) => void} mend goes to that word in the search box
 */
export function showNotes(notes, { corrected = [], leftOut = [], relaxed }, heard, mend) {
  /** @type {HTMLElement[]} */
  const lines = [];
  for (const { from, to } of corrected) {
    const button = make("button", { type: "button", class: "ga-link-button" }, "Pas uw woorden aan");
    button.addEventListener("click", () => mend(from));
    lines.push(
      make("p", {}, `We zochten op ‘${to}’ in plaats van ‘${from}’. Klopt dat niet? `, button),
    );
  }
  if (leftOut.length === 1) {
    lines.push(make("p", {}, `Niets gevonden met ${listed(leftOut)}; dat woord telde niet mee.`));
  } else if (leftOut.length) {
    lines.push(make("p", {}, `Niets gevonden met ${listed(leftOut)}; die woorden telden niet mee.`));
  }
  if (relaxed && heard.length) {
    const words = listed(heard);
    const it = heard.length === 1 ? "Dat filter" : "Die filters";
    lines.push(make("p", {}, `Met ${words} vonden wij niets. ${it} gebruikten wij dus niet.`));
  }
  notes.replaceChildren(...lines);
  notes.hidden = lines.length === 0;
}
