/**
 * What one types or chooses in: a box for each kind of value. Elements and text only.
 *
 * @import { Description, Key } from "./shape.js"
 */

import { make } from "../search/view.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

const LONG_LINE = 120;
const A_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const MANY_CHOICES = 12;
const SHOWN_EXAMPLES = ["line", "times", "age", "postcode", "web", "email", "phone", "amount"];

/** How a telephone opens its keyboard for a kind. */
/** @type {Record<string, Record<string, string>>} */
const BOXES = {
  phone: { type: "tel", autocomplete: "off" },
  email: { type: "email", autocomplete: "off", autocapitalize: "none" },
  web: { type: "url", autocomplete: "off", autocapitalize: "none" },
  count: { inputmode: "numeric" },
  meetings: { inputmode: "numeric" },
  year: { inputmode: "numeric" },
  amount: { inputmode: "decimal" },
  day: { type: "date" },
};
const NARROW = ["phone", "count", "meetings", "year", "amount", "day", "times", "age", "postcode"];

/**
 * Give a word as people read it: `bijna-vol` as `Bijna vol`.
 * @param {string} word
 */
export function inWords(word) {
  const words = word.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const LOOSE_POSTCODE = /^\s*([1-9][0-9]{3}) ?([a-z]{2})\s*$/i;

/**
 * Give what somebody typed as one writes it, where nothing else can be meant.
 * @param {Key} key
 * @param {string} text
 */
export function tidied({ kind }, text) {
  const postcode = kind === "postcode" && LOOSE_POSTCODE.exec(text);
  return postcode ? `${postcode[1]} ${postcode[2].toUpperCase()}` : text;
}

/**
 * Give the words one may choose from with their names.
 * @param {Key} key
 * @param {Description} description
 * @returns {[string, string][]}
 */
export function choicesOf(key, { lists }) {
  if (!key.list) return key.words.map((word) => [word, inWords(word)]);
  return lists[key.list].words.map(({ word, name }) => [word, name]);
}

/**
 * Tell whether one chooses a single word by a press, not from a list that folds.
 * @param {Key} key
 * @param {[string, string][]} choices
 */
export function isPressed(key, choices) {
  return key.required && choices.length <= MANY_CHOICES;
}

/**
 * Make the box for one value, with what it holds now.
 * @param {Key} key
 * @param {string} value
 * @returns {Control}
 */
export function box(key, value) {
  const isLong = key.kind === "markdown";
  const isLine = key.kind === "line" && key.length > LONG_LINE;
  const narrow = NARROW.includes(key.kind) ? " ga-ask__box--narrow" : "";
  if (isLong || isLine) {
    const rows = isLong ? "9" : "3";
    return filled(make("textarea", { class: "ga-filter__text ga-ask__box", rows }), value);
  }
  const given = { ...BOXES[key.kind] };
  if (given.type === "date" && value && !A_DAY.test(value)) given.type = "text";
  const attributes = { class: `ga-filter__text ga-ask__box${narrow}`, autocomplete: "off", ...given };
  return filled(make("input", attributes), value);
}

/**
 * Make a list that folds out, with a first choice for nothing.
 * @param {[string, string][]} choices
 * @param {string} value
 * @returns {Control}
 */
export function folded(choices, value) {
  const known = choices.some(([word]) => word === value);
  const all = known || !value ? choices : [...choices, /** @type {[string, string]} */ ([value, value])];
  const options = all.map(([word, name]) => make("option", { value: word }, name));
  const list = make("select", { class: "ga-filter__select" });
  list.append(make("option", { value: "" }, "Maak een keuze"), ...options);
  return filled(list, value);
}

/**
 * Make one choice of several: to tick, or to press when only one can hold.
 * @param {"checkbox" | "radio"} type
 * @param {string} group
 * @param {string} word
 * @param {string} name
 * @param {boolean} checked
 */
export function choice(type, group, word, name, checked) {
  const input = /** @type {HTMLInputElement} */ (
    make("input", { class: "ga-choice__box", type, name: group, value: word })
  );
  input.checked = checked;
  return make("label", { class: "ga-choice" }, input, make("span", { class: "ga-choice__name" }, name));
}

/**
 * @param {HTMLElement} element
 * @param {string} value
 */
function filled(element, value) {
  const control = /** @type {Control} */ (element);
  control.value = value;
  return control;
}

/**
 * Give what helps to answer: what a key means, with an example.
 * @param {Key} key
 */
export function hintOf(key) {
  const example = key.example.replace(/^\|\s*/, "").replace(/^"(.*)"$/s, "$1");
  const isShown = example && !key.many && SHOWN_EXAMPLES.includes(key.kind);
  const lines = key.many && !key.parts && !key.list ? "Zet er één op elke regel." : "";
  return [key.explanation, lines, isShown ? `Bijvoorbeeld: ${example}` : ""].filter(Boolean).join(" ");
}
