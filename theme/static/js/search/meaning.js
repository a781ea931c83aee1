/**
 * What the words of a search stand for: the terms of the index for each of them, with
 * what was put right, and what was left out because nothing knows it.
 */

import * as data from "./data.js";
import { rareness } from "./scoring.js";
import { Speller } from "./spelling.js";
import { term, tokens } from "./words.js";

const BEGINNING = 0.5;
const PART = 0.8;
const WEAK = 0.3;
const MOST_BEGINNINGS = 12;
const SHORTEST_BEGINNING = 2;
const MOST_STRETCHES = 3;
const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 7;
/** The weight of a term that some name or search word of an offer has. */
const TELLING = 60;
const LEAST_TELLING = 0.3;

/** @typedef {{term: string, raw: number[], boost: number}} Alternative */

/**
 * @typedef {object} Meaning one word of the search
 * @property {string} word
 * @property {Alternative[]} alternatives
 * @property {number} importance
 * @property {boolean} isWeak whether it says little, as `kind` does
 */

/**
 * @typedef {object} Understood
 * @property {Meaning[]} meanings
 * @property {{from: string, to: string}[]} corrected
 * @property {string[]} leftOut
 */

/** @type {WeakMap<data.Index, {empty: Set<string>, weak: Set<string>}>} */
const read = new WeakMap();

/** @param {data.Index} index */
function lists(index) {
  const found = read.get(index) ?? {
    empty: new Set(index.empty.split(" ")),
    weak: new Set(index.weak.split(" ")),
  };
  read.set(index, found);
  return found;
}

/** @type {WeakMap<data.Index, Speller>} */
const spellers = new WeakMap();

/** @param {data.Index} index */
function spellerOf(index) {
  const found = spellers.get(index) ?? new Speller(data.spelling);
  spellers.set(index, found);
  return found;
}

/**
 * Give the list of a term, or null.
 * @param {string} wanted
 * @returns {Promise<number[] | null>}
 */
async function listOf(wanted) {
  const { raw } = await data.shard(await data.stretchOf(wanted));
  return raw.get(wanted) ?? null;
}

/**
 * Give terms that begin so, the commonest first.
 * @param {string} beginning
 * @param {number} most how many stretches of terms it may take
 * @returns {Promise<Alternative[]>}
 */
async function beginningWith(beginning, most) {
  /** @type {Alternative[]} */
  const found = [];
  const start = await data.stretchOf(beginning);
  for (let place = start; place < start + most; place++) {
    const first = await data.startOf(place);
    if (first === null || (first > beginning && !first.startsWith(beginning))) break;
    const { raw } = await data.shard(place);
    for (const [each, list] of raw) {
      if (each.startsWith(beginning) && !each.includes(" ")) found.push({ term: each, raw: list, boost: BEGINNING });
    }
  }
  return found.sort((one, other) => other.raw.length - one.raw.length).slice(0, MOST_BEGINNINGS);
}

/**
 * Give what the words of a search stand for.
 * @param {string[]} said the folded words, in their order
 * @param {boolean} isTyping whether the last word may not be finished
 * @returns {Promise<Understood>}
 */
export async function understand(said, isTyping) {
  const { empty } = lists(await data.index());
  /** @type {Understood} */
  const understood = { meanings: [], corrected: [], leftOut: [] };
  const stems = said.map(term);
  const tells = said.map((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word)));
  const sayings = await Promise.all(stems.map((_, place) => (tells[place] ? sayingAround(stems, place) : null)));
  /** @type {Set<number>} */
  const taken = new Set();
  for (const saying of sayings) {
    if (!saying || taken.has(saying.start)) continue;
    for (let place = saying.start; place < saying.end; place++) taken.add(place);
    await add(understood, said.slice(saying.start, saying.end).join(" "), [saying.alternative]);
  }
  for (const [place, word] of said.entries()) {
    if (tells[place] && !taken.has(place)) {
      await addWord(understood, word, isTyping && place === said.length - 1);
    }
  }
  return understood;
}

/**
 * Give the longest saying of which this is the first telling term, or null.
 *
 * It stands in the index behind that term: `elkar uit elkar`.
 * @param {string[]} stems
 * @param {number} place
 */
async function sayingAround(stems, place) {
  const beginning = `${stems[place]} `;
  const { raw } = await data.shard(await data.stretchOf(beginning));
  /** @type {{start: number, end: number, alternative: Alternative} | null} */
  let found = null;
  for (const [each, list] of raw) {
    if (!each.startsWith(beginning)) continue;
    const words = each.slice(beginning.length).split(" ");
    const start = place - words.indexOf(stems[place] ?? "");
    const isSaid = words.every((word, offset) => stems[start + offset] === word);
    if (isSaid && (!found || words.length > found.end - found.start)) {
      const alternative = { term: each, raw: list, boost: 1 };
      found = { start, end: start + words.length, alternative };
    }
  }
  return found;
}

/**
 * @param {string} wanted
 * @returns {Promise<Alternative[]>}
 */
async function own(wanted) {
  const raw = await listOf(wanted);
  return raw ? [{ term: wanted, raw, boost: 1 }] : [];
}

/**
 * @param {Understood} understood
 * @param {string} word
 * @param {boolean} isLast
 */
async function addWord(understood, word, isLast) {
  const found = await known(word, isLast);
  if (found.length) {
    await add(understood, word, found);
    return;
  }
  const spell = spellerOf(await data.index());
  const exact = await spell.parts(word);
  const begun = exact.length || word.length < SHORTEST_PART ? [] : await beginningWith(word, MOST_STRETCHES);
  if (begun.length) {
    await add(understood, word, begun);
    return;
  }
  const meant = exact.length ? exact : await guess(word, spell);
  const { empty } = lists(await data.index());
  let isFound = false;
  for (const each of meant) {
    if (empty.has(each)) continue;
    const alternatives = await known(each, false);
    if (!alternatives.length) continue;
    const boost = meant.length > 1 ? PART : 1;
    await add(understood, each, alternatives, boost);
    isFound = true;
  }
  if (!isFound) understood.leftOut.push(word);
  else if (meant !== exact) understood.corrected.push({ from: word, to: meant.join(" ") });
}

/**
 * Give what a word that nothing knows may have been.
 * @param {string} word
 * @param {Speller} spell
 */
async function guess(word, spell) {
  const near = await spell.nearest(word);
  if (near) return [near];
  if (word.length < SHORTEST_COMPOUND) return [];
  const wrong = await spell.wrongParts(word);
  if (wrong.length) return wrong;
  const part = spell.part(word);
  return part ? [part] : [];
}

/**
 * Give the terms for a word that is spelt right; while it is typed, those that begin so.
 * @param {string} word
 * @param {boolean} isLast
 * @returns {Promise<Alternative[]>}
 */
async function known(word, isLast) {
  const stem = term(word);
  const found = await own(stem);
  if (isLast && word.length >= SHORTEST_BEGINNING) {
    // A word that is known may be whole: then only what stands beside it is looked at.
    const most = found.length ? 1 : MOST_STRETCHES;
    const begun = await beginningWith(word, most);
    if (!begun.length && !found.length && stem !== word) begun.push(...(await beginningWith(stem, most)));
    found.push(...begun.filter((each) => each.term !== stem));
  }
  return found;
}

/**
 * @param {Understood} understood
 * @param {string} word
 * @param {Alternative[]} alternatives
 * @param {number} [share]
 */
async function add(understood, word, alternatives, share = 1) {
  if (!alternatives.length) {
    understood.leftOut.push(word);
    return;
  }
  const index = await data.index();
  const { weak } = lists(index);
  const all = index.offers + index.pages;
  const commonest = alternatives.filter((each) => each.boost === alternatives[0]?.boost);
  const documents = Math.max(...commonest.map((each) => each.raw.length / 2));
  const isWeak = word.split(" ").every((each) => weak.has(term(each)));
  const importance = rareness(documents, all) * share * (isWeak ? WEAK : telling(commonest));
  understood.meanings.push({ word, alternatives, importance, isWeak });
}

/**
 * Give how much words tell: those of names and themes all, those of mere texts little.
 * @param {Alternative[]} alternatives
 */
function telling(alternatives) {
  const heaviest = Math.max(...alternatives.map(({ raw }) => data.heaviest(raw)));
  return Math.max(LEAST_TELLING, Math.min(1, heaviest / TELLING));
}

/**
 * Give the words of a text, and whether the last may still be typed on.
 * @param {string} text
 */
export function wordsOf(text) {
  return { words: tokens(text), isTyping: /[\p{L}\p{N}]$/u.test(text) };
}
