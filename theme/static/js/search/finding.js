/**
 * Finds: what was heard, what the words mean, which offers fit, and in which order.
 */

import { chosen, counts, joinable, kept } from "./choosing.js";
import * as data from "./data.js";
import { hear } from "./hearing.js";
import { understand, wordsOf } from "./meaning.js";
import { scores } from "./scoring.js";
import { term } from "./words.js";

/** From this score on, more of the same word says little more. */
const ENOUGH = 40;
/** How much a document keeps of its score when it has only some of the words. */
const ALL_WORDS = 0.65;
/** What fits less than this share of the best is not shown. */
const LEAST = 0.3;
/** What fits at least this share of the best is as good: then joinable comes first. */
const AS_GOOD = 0.7;
/** What is for professionals counts less, unless somebody speaks of their work. */
const FOR_WORK = 0.3;
const FOR_MY_WORK = 1.5;
/** How much a word counts that was also taken as a filter. */
const HEARD_TOO = 0.25;
const MOST_PAGES = 4;
const LEAST_OF_PAGE = 0.5;
/** How heavy a word is in a summary or a name, and not in mere text. */
const LOUD = 30;
const DAY = 86_400_000;

/** @typedef {import("./hearing.js").Heard} Heard */
/** @typedef {import("./choosing.js").Filters} Filters */

/**
 * @typedef {object} Asked
 * @property {string} text
 * @property {Filters} filters
 * @property {string[]} without filters that may not be heard in the text
 * @property {"fit" | "start" | "age"} sort
 * @property {string} day
 */

/**
 * @typedef {object} Found
 * @property {number[]} numbers the offers, best first
 * @property {number[]} pages the other pages, best first
 * @property {Heard[]} heard
 * @property {boolean} relaxed
 * @property {{from: string, to: string}[]} corrected
 * @property {string[]} leftOut
 * @property {string[][]} marked for each word the terms that it stands for
 * @property {() => number[]} fitting gives the offers that fit the words, whatever the filters
 * @property {import("./choosing.js").Sets} sets
 */

/**
 * Give how many days a day is after the day from which the index counts.
 * @param {data.Index} index
 * @param {string} day
 */
export function dayNumber(index, day) {
  const days = Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${index.day}T00:00Z`)) / DAY);
  return Number.isFinite(days) ? days : 0;
}

/**
 * @param {Asked} asked
 * @returns {Promise<Found>}
 */
export async function find(asked) {
  const index = await data.index();
  const { words, isTyping } = wordsOf(asked.text);
  const fixed = await understand(words, isTyping);
  const corrected = new Map(fixed.corrected.map(({ from, to }) => [from, to]));
  const right = words.flatMap((word) => (corrected.get(word) ?? word).split(" "));
  const heard = hear(right, index).filter((each) => {
    const filter = filterOf(index, each.kind);
    return filter !== null && !asked.without.includes(filter) && !asked.filters[filter]?.length;
  });
  const day = dayNumber(index, asked.day);
  const all = withHeard(asked.filters, heard, index);
  const own = await chosen(asked.filters, index, day);
  let sets = await chosen(all, index, day, heard.map(({ value }) => value));
  let scored = await score(right, heard, index, isTyping, sets);
  let candidates = kept(scored.offers, sets);
  let relaxed = false;
  if (!candidates.length && heard.length) {
    const plain = await score(right, [], index, isTyping, own);
    const without = kept(plain.offers, own);
    if (without.length) [relaxed, sets, candidates, scored] = [true, own, without, plain];
  }
  const { fits } = scored;
  const best = candidates.reduce((most, each) => Math.max(most, fits[each]), 0);
  const isGood = (/** @type {number} */ number) => fits[number] >= best * LEAST;
  return {
    numbers: await sorted(candidates.filter(isGood), fits, best, asked.sort, index, day),
    fitting: () => (scored.isAll ? numbers(0, index.offers) : scored.offers.filter(isGood)),
    pages: scored.pages,
    heard,
    relaxed,
    corrected: fixed.corrected,
    leftOut: fixed.leftOut,
    marked: scored.marked,
    sets,
  };
}

/**
 * Give for each choice how many of the offers that fit one would have with it.
 * @param {Found} found
 * @param {string} today
 */
export async function choiceCounts(found, today) {
  const index = await data.index();
  return counts(found.fitting(), found.sets, index, await data.choices(), dayNumber(index, today));
}

/**
 * @param {data.Index} index
 * @param {string} kind
 */
export function filterOf(index, kind) {
  return Object.keys(index.filters).find((filter) => index.filters[filter] === kind) ?? null;
}

/**
 * @param {Filters} filters
 * @param {Heard[]} heard
 * @param {data.Index} index
 */
function withHeard(filters, heard, index) {
  /** @type {Filters} */
  const all = { ...filters };
  for (const { kind, value } of heard) {
    const filter = filterOf(index, kind);
    if (filter) all[filter] = [...(all[filter] ?? []), value];
  }
  return all;
}

/**
 * Score every document that fits the words; all that answer when no word is left to fit.
 * @param {string[]} words
 * @param {Heard[]} heard
 * @param {data.Index} index
 * @param {boolean} isTyping
 * @param {import("./choosing.js").Sets} sets what the offers must answer to
 */
async function score(words, heard, index, isTyping, sets) {
  const isHeard = words.map((_, place) => heard.some(({ start, end }) => start <= place && place < end));
  const plain = words.filter((_, place) => !isHeard[place]);
  const taken = words.filter((_, place) => isHeard[place]);
  const wanted = await understand(plain, isTyping && !isHeard.at(-1));
  const extra = taken.length ? await understand(taken, false) : { meanings: [] };
  const fits = new Float64Array(index.offers + index.pages);
  const covered = new Float64Array(fits.length);
  const loudest = new Float64Array(fits.length);
  const most = wanted.meanings.reduce((sum, { importance }) => sum + importance, 0);
  for (const { alternatives, importance, isWeak } of wanted.meanings) {
    for (const [number, found] of scores(alternatives)) {
      fits[number] += (importance * found) / (found + ENOUGH);
      covered[number] += importance;
      if (!isWeak) loudest[number] = Math.max(found, loudest[number]);
    }
  }
  // What is heard is all there is to go on when no other word is known.
  const isOnlyHeard = !wanted.meanings.length && (taken.length > 0 || !wanted.leftOut.length);
  if (isOnlyHeard) {
    for (const number of kept(numbers(0, index.offers), sets)) fits[number] = 1;
  } else {
    for (let number = 0; number < fits.length; number++) {
      const share = covered[number] / most;
      if (fits[number]) fits[number] *= 1 - ALL_WORDS + ALL_WORDS * share * share;
    }
  }
  for (const { alternatives, importance } of extra.meanings) {
    for (const [number, found] of scores(alternatives)) {
      // A page has no age or place to be chosen by: there such a word counts as it is.
      const isPage = number >= index.offers;
      if (!fits[number] && !isPage) continue;
      const share = isOnlyHeard || isPage ? 1 : HEARD_TOO;
      fits[number] += (share * importance * found) / (found + ENOUGH);
      if (isPage) loudest[number] = Math.max(found, loudest[number]);
    }
  }
  const workWords = new Set(index.workWords.split(" "));
  const work = words.some((word) => workWords.has(term(word))) ? FOR_MY_WORK : FOR_WORK;
  for (let number = index.families; number < index.offers; number++) fits[number] *= work;
  return {
    fits,
    offers: numbers(0, index.offers, (number) => fits[number] > 0),
    isAll: isOnlyHeard,
    pages: words.length ? bestPages(fits, loudest, index) : [],
    marked: wanted.meanings
      .filter(({ isWeak }) => !isWeak)
      .map(({ alternatives }) => alternatives.flatMap((each) => each.term.split(" "))),
  };
}

/**
 * Give the numbers from a first up to an end of which something holds.
 * @param {number} first
 * @param {number} end
 * @param {(number: number) => boolean} [holds]
 */
function numbers(first, end, holds = () => true) {
  const found = [];
  for (let number = first; number < end; number++) if (holds(number)) found.push(number);
  return found;
}

/**
 * Give the pages that fit, if they are about some word of it: not those that only use one.
 * @param {Float64Array} fits
 * @param {Float64Array} loudest how loud each says some word
 * @param {data.Index} index
 */
function bestPages(fits, loudest, index) {
  const isAbout = (/** @type {number} */ number) => fits[number] > 0 && loudest[number] >= LOUD;
  const pages = numbers(index.offers, fits.length, isAbout);
  pages.sort((one, other) => fits[other] - fits[one] || one - other);
  const best = fits[pages[0]] ?? 0;
  return pages.filter((number) => fits[number] >= best * LEAST_OF_PAGE).slice(0, MOST_PAGES);
}

/**
 * Give offers in the order in which they are shown.
 * @param {number[]} numbers
 * @param {Float64Array} fits
 * @param {number} best
 * @param {Asked["sort"]} sort
 * @param {data.Index} index
 * @param {number} day
 */
async function sorted(numbers, fits, best, sort, index, day) {
  const isJoinable = joinable(index, day);
  const aged = new Set(index.aged);
  const starts = sort === "start" ? await data.starts() : [];
  /** @type {Map<number, number>} */
  const youngest = new Map();
  if (sort === "age") {
    for (const each of await data.ages(-Infinity, Infinity)) {
      for (const number of each.numbers) youngest.set(number, each.first);
    }
  }
  /** @param {number} number */
  const order = (number) => {
    const isClosed = isJoinable[number] ? 0 : 1;
    const fit = fits[number];
    const isAged = aged.has(number) ? 1 : 0;
    const work = isWork(number, index) ? 1 : 0;
    if (sort === "start") {
      const next = starts[number]?.find((each) => each >= day) ?? (isClosed ? Infinity : 0);
      return [isAged, isClosed, next, work, -fit];
    }
    if (sort === "age") return [isAged, youngest.get(number) ?? Infinity, isClosed, work, -fit];
    return [isAged, fit < best * AS_GOOD ? 1 : 0, isClosed, -fit, work];
  };
  return numbers
    .map((number) => ({ number, order: order(number) }))
    .sort((one, other) => compare(one.order, other.order) || one.number - other.number)
    .map(({ number }) => number);
}

/**
 * Tell whether an offer is for professionals.
 * @param {number} number
 * @param {data.Index} index
 */
function isWork(number, index) {
  return number >= index.families && number < index.offers;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compare(one, other) {
  for (let place = 0; place < one.length; place++) {
    if (one[place] !== other[place]) return one[place] - other[place];
  }
  return 0;
}
