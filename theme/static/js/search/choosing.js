/**
 * Which offers the filters leave, and how many each choice would give.
 */

import * as data from "./data.js";
import { age } from "./hearing.js";

const ON = "ja";
const MOST_REMEMBERED = 50;

/** @typedef {Record<string, string[]>} Filters the chosen words of each filter */
/** @typedef {import("./data.js").Index} Index */
/** @typedef {import("./data.js").Choices} Choices */
/** @typedef {((number: number) => boolean) & {all?: Set<number>}} Answers */
/** @typedef {Map<string, Answers>} Sets what tells whether an offer answers to a filter */

/**
 * Give what tells whether one can join an offer on a day.
 * @param {Index} index
 * @param {number} day
 * @returns {(number: number) => boolean}
 */
export function joinable(index, day) {
  const [most, mostForWork] = [index.joinable, index.joinableForWork].map((counted) =>
    Math.max(0, ...counted.filter(([last]) => last === -1 || last >= day).map(([, count]) => count)),
  );
  return (number) =>
    number < index.families
      ? number < (most ?? 0)
      : number < index.offers && number - index.families < (mostForWork ?? 0);
}

/**
 * Give for each chosen filter what tells whether an offer answers to it.
 * @param {Filters} filters
 * @param {Index} index
 * @param {number} day
 * @param {string[]} [heard] words that the index itself gave, so that they are known
 * @returns {Promise<Sets>}
 */
export async function chosen(filters, index, day, heard = []) {
  /** @type {Sets} */
  const found = new Map();
  for (const [filter, words] of Object.entries(filters)) {
    const kind = Object.hasOwn(index.filters, filter) ? index.filters[filter] : "";
    if (!kind || !words.length) continue;
    if (kind === "leeftijd") {
      const ages = words.map((word) => age(String(word), index.ages)).filter((each) => each !== null);
      const lists = await Promise.all(ages.map(({ first, end }) => data.ages(first, end)));
      if (ages.length) found.set(filter, answering(lists.flat().map(({ numbers }) => numbers), `${index.folder} ${words}`));
    } else if (kind === "meedoen") {
      if (words.includes(ON)) found.set(filter, joinable(index, day));
    } else {
      const isHeard = words.every((word) => heard.includes(word));
      const names = isHeard ? {} : (await data.labels())[filter];
      const known = words.filter((word) => heard.includes(word) || Object.hasOwn(names ?? {}, word));
      const lists = await Promise.all(known.map((word) => data.choice(filter, word)));
      if (known.length) found.set(filter, answering(lists, `${index.folder} ${filter} ${known}`));
    }
  }
  return found;
}

/** @type {Map<string, Answers>} */
const remembered = new Map();

/**
 * Give what tells whether an offer is on one of these lists; once for the same choice.
 * @param {Uint32Array[]} lists
 * @param {string} choice
 * @returns {Answers}
 */
function answering(lists, choice) {
  let found = remembered.get(choice);
  if (!found) {
    /** @type {Set<number>} */
    const all = new Set();
    for (const list of lists) for (const number of list) all.add(number);
    found = Object.assign((/** @type {number} */ number) => all.has(number), { all });
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(choice, found);
  }
  return found;
}

/**
 * Give the offers that one filter leaves, of the filter that leaves fewest; all without.
 * @param {Sets} sets
 * @param {Index} index
 * @returns {Iterable<number>}
 */
export function fewest(sets, index) {
  /** @type {Set<number> | null} */
  let found = null;
  for (const { all } of sets.values()) if (all && (!found || all.size < found.size)) found = all;
  return found ?? Array(index.offers).keys();
}

/**
 * Keep the offers that answer to all filters, or to all but one.
 * @param {Iterable<number>} numbers
 * @param {Sets} sets
 * @param {string} [except]
 */
export function kept(numbers, sets, except) {
  const others = [...sets].filter(([filter]) => filter !== except).map(([, answers]) => answers);
  return [...numbers].filter((number) => others.every((answers) => answers(number)));
}

/**
 * Give for each choice how many of these offers one would have with it.
 * @param {Iterable<number>} numbers
 * @param {Sets} sets
 * @param {Index} index
 * @param {Choices} choices
 * @param {number} day
 */
export function counts(numbers, sets, index, choices, day) {
  /** @type {Record<string, Record<string, number>>} */
  const found = {};
  const all = [...numbers];
  const withAll = kept(all, sets);
  for (const [filter, kind] of Object.entries(index.filters)) {
    const left = sets.has(filter) ? kept(all, sets, filter) : withAll;
    if (kind === "leeftijd") continue;
    if (kind === "meedoen") {
      found[filter] = { [ON]: left.filter(joinable(index, day)).length };
      continue;
    }
    const isLeft = new Set(left);
    const words = Object.entries(choices[filter] ?? {});
    found[filter] = Object.fromEntries(words.map(([word, offers]) => [word, countIn(offers, isLeft)]));
  }
  return found;
}

/**
 * @param {Uint32Array} numbers
 * @param {Set<number>} left
 */
function countIn(numbers, left) {
  let found = 0;
  for (const number of numbers) if (left.has(number)) found++;
  return found;
}
