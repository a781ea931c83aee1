/**
 * Hears in what somebody types what is a choice of a filter: an age, a place, a day.
 */

import { term, tokens } from "./words.js";

const MONTHS = 12;
const LONGEST_PHRASE = 5;

/**
 * @typedef {object} Heard
 * @property {string} kind
 * @property {string} value as it stands in the address
 * @property {string} words what was said
 * @property {number} start the first word of it
 * @property {number} end the first word after it
 */

/** @typedef {{label: string, first: number, end: number}} Age in months, half-open */

const YEARS = new Set(["jaar", "jaartje", "jr", "j", "jarig", "jarige", "jaren", "jaaroud"]);
const MONTHS_OLD = new Set(["maand", "maanden", "maandjes", "mnd", "mnden", "mndn"]);
const WEEKS_OLD = new Set(["week", "weken", "wk", "wkn", "weekjes"]);
const NUMBERS = [
  ..."nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien".split(" "),
  ..."veertien vijftien zestien zeventien achttien negentien twintig".split(" "),
];
/** After "van 8" these make it no age. */
const COUNTED = new Set(["euro", "keer", "uur", "tot", "weken", "bijeenkomsten", "dagen", "maart"]);
const WEEKS_IN_A_MONTH = 4.35;
const OLDEST = 30;
const ADULT = 24;

/**
 * Give the age in months that a text says, or null: `9`, `2 jaar`, `groep 5`, `zwanger`.
 * @param {string} text
 * @param {[string, number, number][]} phrases
 * @returns {Age | null}
 */
export function age(text, phrases) {
  const said = tokens(text);
  const found = ageAt(said, 0, phrases);
  if (found && found.length === said.length) return found;
  const number = said.length === 1 ? numberOf(said[0]) : null;
  return number === null || number > OLDEST ? null : years(number);
}

/**
 * @param {number} number
 * @returns {Age}
 */
function years(number) {
  return { label: `${number} jaar`, first: number * MONTHS, end: (number + 1) * MONTHS };
}

/** @param {string | undefined} word */
function numberOf(word) {
  if (word === undefined) return null;
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const place = NUMBERS.indexOf(word);
  return place < 0 ? null : place;
}

/**
 * @param {string[]} said
 * @param {number} start
 * @param {[string, number, number][]} phrases
 * @returns {(Age & {length: number}) | null}
 */
function ageAt(said, start, phrases) {
  const glued = /^(\d{1,2})([a-z]+)$/.exec(said[start] ?? "");
  const number = numberOf(glued ? glued[1] : said[start]);
  const unit = glued ? glued[2] : said[start + 1];
  const length = glued ? 1 : 2;
  if (number !== null && unit !== undefined) {
    if (YEARS.has(unit) && number <= OLDEST) {
      const more = ["oud", "half"].includes(said[start + length]) ? 1 : 0;
      return { ...years(number), length: length + more };
    }
    if (MONTHS_OLD.has(unit)) {
      return { label: `${number} maanden`, first: number, end: number + 1, length };
    }
    if (WEEKS_OLD.has(unit) && said[start + length] === "oud") {
      const month = Math.floor(number / WEEKS_IN_A_MONTH);
      return { label: `${number} weken oud`, first: month, end: month + 1, length: length + 1 };
    }
  }
  const bare = said[start] === "van" ? numberOf(/^\d+$/.exec(said[start + 1] ?? "")?.[0]) : null;
  if (bare !== null && bare < ADULT && !COUNTED.has(said[start + 2] ?? "")) return { ...years(bare), length: 2 };
  for (let size = Math.min(LONGEST_PHRASE, said.length - start); size > 0; size--) {
    const words = said.slice(start, start + size);
    const phrase = words.map(term).join(" ");
    const found = phrases.find(([each]) => each === phrase);
    if (found) return { label: words.join(" "), first: found[1], end: found[2], length: size };
  }
  return null;
}

/**
 * Give everything heard in a text's words, each word at most once for each kind.
 * @param {string[]} said
 * @param {import("./data.js").Index} index
 * @returns {Heard[]}
 */
export function hear(said, index) {
  /** @type {Heard[]} */
  const heard = [];
  const kinds = new Set(Object.values(index.filters));
  const phrases = phraseMap(index);
  for (let start = 0; start < said.length; start++) {
    const found = kinds.has("leeftijd") ? ageAt(said, start, index.ages) : null;
    if (found) {
      const end = start + found.length;
      const words = said.slice(start, end).join(" ");
      heard.push({ kind: "leeftijd", value: found.label, words, start, end });
    }
    for (let size = Math.min(LONGEST_PHRASE, said.length - start); size > 0; size--) {
      const words = said.slice(start, start + size).join(" ");
      const stems = said.slice(start, start + size).map(term).join(" ");
      for (const [kind, value] of phrases.get(words) ?? phrases.get(`~${stems}`) ?? []) {
        if (!kinds.has(kind)) continue;
        const end = start + size;
        const isTold = heard.some(
          (each) => each.kind === kind && start < each.end && each.start < end && each.words !== words,
        );
        if (isTold) continue;
        heard.push({ kind, value, words, start, end });
      }
    }
  }
  return heard;
}

/** @type {WeakMap<import("./data.js").Index, Map<string, [string, string][]>>} */
const maps = new WeakMap();

/** @param {import("./data.js").Index} index */
function phraseMap(index) {
  let found = maps.get(index);
  if (!found) {
    found = new Map();
    for (const [kind, words] of Object.entries(index.phrases)) {
      for (const [value, phrases] of Object.entries(words)) {
        for (const phrase of phrases) {
          const known = found.get(phrase) ?? [];
          known.push([kind, value]);
          found.set(phrase, known);
          // "Turkse" is Turks; a place is only its own name: Bergen is no berg.
          const stems = `~${phrase.split(" ").map(term).join(" ")}`;
          if (kind !== "gebied") found.set(stems, [...(found.get(stems) ?? []), [kind, value]]);
        }
      }
    }
    maps.set(index, found);
  }
  return found;
}
