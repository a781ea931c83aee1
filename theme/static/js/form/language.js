/**
 * How easy a text reads: sentences, their length, jargon, capitals. A twin of Python's
 * `language`.
 */

const LONGEST_SENTENCE = 20;
export const AVERAGE_SENTENCE = 12;
const FEWEST_FOR_AN_AVERAGE = 3;

const MARKUP = /\]\([^)]*\)|[[\]*_`>]|^#+ /gm;
const END = /(?<=[.!?:])["')]*\s+(?=["'(]*[A-Z\u00c0-\u00de])|\n\s*(?:[-*+]|[0-9]+\.)\s|\n\s*\n/;
const WORD = /(?:(?!\p{Nd})[\p{L}\p{N}])[\p{L}\p{N}_'\u2019-]*|\p{Nd}[\p{Nd}.,:]*/gu;

/**
 * Give the sentences of a text without its Markdown; list items are sentences.
 * @param {string} text
 */
export function sentences(text) {
  return `\n${text}`
    .replace(MARKUP, "")
    .split(END)
    .map((each) => each.trim().split(/\s+/).join(" "))
    .filter(Boolean);
}

/** @param {string} sentence */
export function wordCount(sentence) {
  return [...sentence.matchAll(WORD)].length;
}

/**
 * Give each sentence with more words than one can follow in one go.
 * @param {string} text
 */
export function tooLong(text) {
  return sentences(text).filter((each) => wordCount(each) > LONGEST_SENTENCE);
}

/**
 * Give the words in an average sentence; null when there are too few to say.
 * @param {string} text
 */
export function averageLength(text) {
  const counts = sentences(text).map(wordCount);
  if (counts.length < FEWEST_FOR_AN_AVERAGE) return null;
  return counts.reduce((sum, each) => sum + each, 0) / counts.length;
}

const IN_A_WORD = /[\p{L}\p{N}_]/u;

/**
 * Give which of these words stand in a text, each once, in the order of the text.
 * @param {string} text
 * @param {string[]} words
 */
export function foundWords(text, words) {
  const folded = text.toLowerCase();
  const longestFirst = words
    .map((each) => ({ each, plain: each.toLowerCase() }))
    .sort((one, other) => other.plain.length - one.plain.length);
  /** @type {Set<string>} */
  const found = new Set();
  for (let place = 0; place < folded.length; place += 1) {
    if (IN_A_WORD.test(folded[place - 1] ?? "")) continue;
    const match = longestFirst.find(
      ({ plain }) =>
        folded.startsWith(plain, place) && !IN_A_WORD.test(folded[place + plain.length] ?? ""),
    );
    if (match) {
      found.add(match.each);
      place += match.plain.length - 1;
    }
  }
  return [...found];
}

const SHORTEST_SHOUT = 4;
const SHOUTED_WORDS = 2;

/**
 * Tell whether most of a text is in capitals; one abbreviation is no shouting.
 * @param {string} text
 */
export function isShouted(text) {
  const words = [...text.matchAll(WORD)].map(([each]) => each).filter(
    (each) => each.length >= SHORTEST_SHOUT,
  );
  const shouted = words.filter((each) => /^\p{Lu}+$/u.test(each));
  return shouted.length >= SHOUTED_WORDS && shouted.length * 2 > words.length;
}
