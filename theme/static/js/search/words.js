/**
 * From text to the terms of the index, as `plugins/groepsaanbod/search/words.py` does.
 *
 * A test holds the two to the same terms: change them together.
 */

import DutchPorterStemmer from "../../vendor/snowball/dutch-porter.js";

const SHORTEST_TO_STEM = 4;
const MOST_REMEMBERED = 20_000;

const WITHOUT_ACCENT = new Map([["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ø", "o"], ["ł", "l"]]);

const PREFIX =
  "aan|achter|af|bij|binnen|door|in|mee|mis|na|om|op|over|samen|tegen|terug|toe|uit" +
  "|vast|voor|weg";

/** @type {[RegExp, string][]} */
const BEFORE = [
  [/^(.{3,}(?:ng|nn|ll|mm|rr|pp|bb|tt|gg))etjes?$/, "$1"],
  [/^(.+e)etjes?$/, "$1"],
  [/^(.+m)pjes?$/, "$1"],
  [/^(.+(?:[lnrw]|[aeou][iy]))tjes?$/, "$1"],
  [/^(?!meis)(.{2,}[^aeiouj])jes?$/, "$1"],
  [/^(.{3,})ende$/, "$1en"],
  [/^(.{3,}en)s$/, "$1"],
  [/^(.{3,})heid(?:jes?)?$/, "$1"],
  [new RegExp("^(".concat(PREFIX, ")?ge(?!zond|weld|duld)(.+[^aeiou])d$")), "$1$2"],
  [new RegExp("^(".concat(PREFIX, ")?ge(?!zin|niet)(.{2,}(?:t|en|[aeiou]d))$")), "$1$2"],
  [/^(.+)(?:isme|istische?|isten)$/, "$1ist"],
];

/** @type {[RegExp, string][]} */
const AFTER = [
  [/^(.{4,})ing$/, "$1"],
  [/^(.{4,})ig$/, "$1"],
  [/^(.{3,}[^aeiou]|.{2,}[^aeiou]e)t$/, "$1"],
  [/^(.{4,}[^aeiou])d$/, "$1"],
  [/^(.{3,})es?$/, "$1"],
  [/([^aeiou])\1$/, "$1"],
  [/([aeou])\1([^aeiou])$/, "$1$2"],
  [/z$/, "s"],
  [/v$/, "f"],
];

const stemmer = new DutchPorterStemmer();

/** @type {Map<string, string>} */
const remembered = new Map();

/**
 * Give the text in small letters without accents.
 * @param {string} text
 */
export function fold(text) {
  return text
    .replace(/[’‘`´ʼ]/g, "'")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøł]/g, (each) => WITHOUT_ACCENT.get(each) ?? each);
}

/**
 * Give the folded words of a text in its order; `foto's` gives `foto`.
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  const found = fold(text).match(/[\p{L}\p{N}']+/gu) ?? [];
  return found.map(withoutApostrophes).filter(Boolean);
}

/** @param {string} word */
function withoutApostrophes(word) {
  return word.replace(/^'+|'+$/g, "").replace(/'s$/, "").replaceAll("'", "");
}

/**
 * Give the words of a text as they stand there, with where each begins and ends.
 * @param {string} text
 * @returns {{word: string, start: number, end: number}[]}
 */
export function spans(text) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}'’‘`´ʼ]+/gu)].map((match) => ({
    word: tokens(match[0])[0] ?? "",
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Give the terms of a text in its order: what the index and a search agree on.
 * @param {string} text
 */
export function terms(text) {
  return tokens(text).map(term);
}

/**
 * Give the term of a folded word, the same for all its forms as far as we can.
 * @param {string} word
 * @returns {string}
 */
export function term(word) {
  if (word.length < SHORTEST_TO_STEM || !/^[a-z]+$/.test(word)) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = replaced(stemmer.stemWord(replaced(word, BEFORE)), AFTER);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, stem);
  return stem;
}

/**
 * @param {string} word
 * @param {[RegExp, string][]} rules
 */
function replaced(word, rules) {
  return rules.reduce((stem, [pattern, by]) => stem.replace(pattern, by), word);
}
