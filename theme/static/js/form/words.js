/**
 * Words of the region's lists or with a meaning of their own, and ages of children.
 *
 * @import { Description, Key, WordList } from "./shape.js"
 * @import { Value } from "./values.js"
 */

import { nearest } from "./alike.js";
import { cut, Wrong } from "./wrong.js";

/** @typedef {{ written: string, first: number, end: number }} Age In months from birth. */

const NO_LIST = "hier hoort één woord; schrijf het zonder haken en streepjes";
export const LONGEST_LIST_TO_SHOW = 12;

/** @param {Value} value */
function oneWord(value) {
  if (typeof value !== "string") throw new Wrong(NO_LIST);
  return value.trim();
}

/**
 * @param {Value} value
 * @param {Key} key
 * @param {Description} description
 */
export function word(value, key, description) {
  const written = oneWord(value);
  const list = description.lists[key.list];
  if (!list.words.some((each) => each.word === written)) {
    throw new Wrong(notOnTheList(written, list));
  }
  return written;
}

/**
 * @param {string} written
 * @param {WordList} list
 */
function notOnTheList(written, list) {
  const now = list.words.findLast(({ former }) => former.includes(written));
  if (now) return `'${written}' heet nu '${now.word}'; schrijf dat`;
  const start = `'${cut(written, 80)}' staat niet in de lijst met ${list.title}`;
  const known = list.words.map((each) => each.word);
  const near = nearestWord(written, list);
  if (near) return `${start}; bedoelt u '${near}'?`;
  if (!known.length) return `${start}; die lijst is nog leeg, dus haal het weg`;
  if (known.length <= LONGEST_LIST_TO_SHOW) return `${start}; kies uit: ${known.join(", ")}`;
  return `${start}; kies een woord uit de veldengids, zoals '${known[0]}'`;
}

/**
 * Give the word of a list that a text probably is; the text itself if there is none.
 * @param {string} written
 * @param {WordList} list
 */
export function meantBy(written, list) {
  const known = list.words.map((each) => each.word);
  if (known.includes(written)) return written;
  const now = list.words.findLast(({ former }) => former.includes(written));
  return now?.word ?? nearestWord(written, list) ?? written;
}

/**
 * Give the word that was probably meant, from its name or synonyms too. What is exactly
 * one of these, or a part of one word, goes before what only looks like it.
 * @param {string} written
 * @param {WordList} list
 */
function nearestWord(written, list) {
  const asked = written.toLowerCase();
  const known = list.words.map((each) => each.word);
  const spellings = spellingsOf(list);
  return (
    spellings.get(asked)
    ?? wordWithPart(asked, known)
    ?? nearest(written, known)
    ?? spellings.get(nearest(written, spellings.keys()) ?? "")
    ?? null
  );
}

const SHORTEST_PART = 4;

/**
 * Give the only word with this part, if there is one.
 * @param {string} part
 * @param {string[]} known
 */
function wordWithPart(part, known) {
  if (part.length < SHORTEST_PART) return null;
  const having = known.filter((each) => each.split("-").includes(part));
  return having.length === 1 ? having[0] : null;
}

/**
 * Give the word of each name and synonym.
 * @param {WordList} list
 */
function spellingsOf(list) {
  /** @type {Map<string, string>} */
  const spellings = new Map();
  for (const each of list.words) {
    for (const spelling of [each.name, ...each.search]) {
      const folded = spelling.toLowerCase();
      if (!spellings.has(folded)) spellings.set(folded, each.word);
    }
  }
  return spellings;
}

/**
 * @param {Value} value
 * @param {Key} key
 */
export function oneOf(value, key) {
  const written = oneWord(value);
  if (key.words.includes(written)) return written;
  const near = nearest(written, key.words);
  const hint = near ? `bedoelt u '${near}'?` : `kies uit: ${key.words.join(", ")}`;
  throw new Wrong(`'${cut(written, 80)}' kan hier niet; ${hint}`);
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;
const LONGEST_SLUG_MADE = 50;

/** @param {Value} value */
export function slug(value) {
  if (typeof value !== "string") throw new Wrong(NO_LIST);
  if (value.length > LONGEST_SLUG || !SLUG.test(value)) {
    throw new Wrong(
      `'${cut(value, 80)}' is geen goed woord; gebruik alleen kleine letters, cijfers`
        + " en streepjes, zoals 'beter-slapen'",
    );
  }
  return value;
}

/**
 * Give a name for a file or address from a title; empty if it has no letters.
 * @param {string} text
 */
export function slugOf(text) {
  const plain = text.replace(/['’]/g, "").normalize("NFKD").replace(/[\u0080-\uffff]/g, "");
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  while (words.length > 1 && words.join("-").length > LONGEST_SLUG_MADE) words.pop();
  return words.join("-").slice(0, LONGEST_SLUG_MADE);
}

const MONTHS_IN_A_YEAR = 12;

/**
 * @param {Value} value
 * @returns {Age}
 */
export function age(value) {
  const written = typeof value === "string" ? value : "";
  if (written === "zwangerschap") return { written, first: -9, end: 0 };
  const months = /^([0-9]{1,2}) (?:maand|maanden)$/.exec(written);
  if (months) return { written, first: Number(months[1]), end: Number(months[1]) + 1 };
  const years = /^([0-9]{1,2})(?: jaar)?$/.exec(written);
  if (!years) {
    throw new Wrong("schrijf een leeftijd als 8 (jaar), '6 maanden' of 'zwangerschap'");
  }
  const first = Number(years[1]) * MONTHS_IN_A_YEAR;
  return { written: years[1], first, end: first + MONTHS_IN_A_YEAR };
}
