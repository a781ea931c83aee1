/**
 * The rows of the table: what each answers to, which ones fit, and those of other pages.
 *
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {Set<string>} words what it answers to, as `thema:slapen`
 * @property {number} first from which age of the child, in months
 * @property {number} end to which age, which is not in it
 * @property {string} text all it says, without capitals and accents
 *
 * @typedef {object} Wanted
 * @property {string} text
 * @property {Record<string, string[]>} filters each filter with what was chosen
 * @property {string} age what the filter is called in which an age is typed
 */

import { ROOT } from "../kept.js";
import { address } from "../search/client.js";

const SLOT = /\{(\w+)\}/g;
const ANSWERS = new Set(["ja", "nee", "onbekend"]);
const PHONE = /^tel:[+\d]{3,20}$/;

/** @param {string} text */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl");
}

/**
 * Read what a row says of itself.
 * @param {HTMLTableRowElement} element
 * @returns {Row}
 */
export function read(element) {
  const { words = "", first, end } = element.dataset;
  return {
    element,
    words: new Set(words.split(" ")),
    first: Number(first),
    end: Number(end),
    text: plain(element.textContent ?? ""),
  };
}

/**
 * Give an age in months, and where it ends.
 * @param {string} age as `readAge` gives it: "9", "8 maanden" or "zwanger"
 */
export function months(age) {
  const number = Number.parseInt(age, 10);
  if (Number.isNaN(number)) return { first: -9, end: 0 };
  return age.includes("maand")
    ? { first: number, end: number + 1 }
    : { first: number * 12, end: (number + 1) * 12 };
}

/**
 * Give what tells whether a row fits; what is typed is read once for all rows.
 * @param {Wanted} wanted
 * @param {string} [except] a filter that does not count now; `q` is the text
 * @returns {(row: Row) => boolean}
 */
export function fitting({ text, filters, age }, except) {
  const said = except === "q" ? [] : plain(text).split(/\s+/).filter(Boolean);
  const others = Object.entries(filters).filter(([name]) => name !== except);
  const ages = others.filter(([name]) => name === age).map(([, words]) => words.map(months));
  const chosen = others
    .filter(([name]) => name !== age)
    .map(([name, words]) => words.map((word) => `${name}:${word}`));
  return (row) =>
    said.every((word) => row.text.includes(word)) &&
    chosen.every((words) => words.some((word) => row.words.has(word))) &&
    ages.every((spans) => spans.some(({ first, end }) => row.first < end && first < row.end));
}

/**
 * Count how often each word is in these rows.
 * @param {Row[]} rows
 */
function tally(rows) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const { words } of rows) {
    for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return found;
}

/**
 * Give for each choice how many rows one would have with it.
 * @param {Row[]} rows
 * @param {Wanted} wanted
 * @param {import("../search/address.js").Shape} shape
 */
export function counts(rows, wanted, shape) {
  const withAll = tally(rows.filter(fitting(wanted)));
  /** @type {Record<string, Record<string, number>>} */
  const found = {};
  for (const [name, words] of shape) {
    const isChosen = Object.hasOwn(wanted.filters, name);
    const left = isChosen ? tally(rows.filter(fitting(wanted, name))) : withAll;
    found[name] = Object.fromEntries(
      [...(words ?? [])].map((word) => [word, left.get(`${name}:${word}`) ?? 0]),
    );
  }
  return found;
}

/**
 * Fetch the rows of a page, drawn as those that are there.
 * @param {ParentNode} root what holds the templates
 * @param {number} number of the page
 */
export async function fetchRows(root, number) {
  const answer = await fetch(new URL(`professionals/rijen-${number}.json`, ROOT));
  if (!answer.ok) throw new Error(`rows ${answer.status}`);
  const records = /** @type {Record<string, unknown>[]} */ (await answer.json());
  return records.map((record) => read(drawn(root, record)));
}

/**
 * Fill the template of a row.
 * @param {ParentNode} root
 * @param {Record<string, unknown>} record
 */
function drawn(root, record) {
  const answer = ANSWERS.has(String(record.answer)) ? record.answer : "onbekend";
  const template = root.querySelector(`template[data-row="${answer}"]`);
  const row = template instanceof HTMLTemplateElement && template.content.querySelector("tr");
  if (!row) throw new Error("no row");
  const made = /** @type {HTMLTableRowElement} */ (document.importNode(row, true));
  /** @param {string} text */
  const fill = (text) => text.replace(SLOT, (_, slot) => String(record[slot] ?? ""));
  for (const words of made.querySelectorAll("a, span")) {
    const [, slot] = /\{(\w+)\}/.exec(words.textContent ?? "") ?? [];
    if (slot && !record[slot]) words.remove();
  }
  const texts = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    text.data = fill(text.data);
  }
  for (const element of [made, ...made.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.name !== "href") attribute.value = fill(attribute.value);
    }
  }
  const [offer, partner] = made.querySelectorAll("th a");
  offer?.setAttribute("href", address(String(record.path)));
  partner?.setAttribute("href", address(String(record.partner_path)));
  const phone = String(record.phone_link);
  made.querySelector(".ga-pro__phone")?.setAttribute("href", PHONE.test(phone) ? phone : "");
  return made;
}
