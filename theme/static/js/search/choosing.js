/**
 * Which offers the filters leave, and how many each choice would give.
 */

import { age } from "./hearing.js";

const ON = "ja";

/** @typedef {Record<string, string[]>} Filters the chosen words of each filter */
/** @typedef {import("./data.js").Index} Index */
/** @typedef {import("./data.js").Choices} Choices */

/**
 * Give for how many offers one can join on a day: the first so many by number.
 * @param {Index} index
 * @param {number} day
 */
export function joinable(index, day) {
  let found = 0;
  for (const [last, count] of index.joinable) {
    if (last === -1 || last >= day) found = Math.max(found, count);
  }
  return found;
}

/**
 * Give for each chosen filter the offers that answer to it.
 * @param {Filters} filters
 * @param {Index} index
 * @param {Choices | null} choices null when no filter needs them
 * @param {number} day
 * @returns {Map<string, Set<number>>}
 */
export function chosen(filters, index, choices, day) {
  /** @type {Map<string, Set<number>>} */
  const found = new Map();
  for (const [filter, words] of Object.entries(filters)) {
    const kind = index.filters[filter];
    if (!kind || !Array.isArray(words)) continue;
    if (kind === "leeftijd") {
      const ages = words.map((word) => age(String(word), index.ages)).filter((each) => each !== null);
      if (ages.length) found.set(filter, new Set(ages.flatMap((each) => ofAge(each, choices?.ages ?? []))));
    } else if (kind === "meedoen") {
      if (words.includes(ON)) found.set(filter, new Set(Array(joinable(index, day)).keys()));
    } else {
      const lists = choices?.filters[filter] ?? {};
      const known = words.filter((word) => Object.hasOwn(choices?.names[filter] ?? {}, word));
      if (known.length) found.set(filter, new Set(known.flatMap((word) => [...(lists[word] ?? [])])));
    }
  }
  return found;
}

/**
 * @param {{first: number, end: number}} wanted
 * @param {Choices["ages"]} ages
 */
function ofAge(wanted, ages) {
  return ages
    .filter(({ first, end }) => first < wanted.end && wanted.first < end)
    .flatMap(({ numbers }) => [...numbers]);
}

/**
 * Keep the offers that answer to all filters, or to all but one.
 * @param {Iterable<number>} numbers
 * @param {Map<string, Set<number>>} sets
 * @param {string} [except]
 */
export function kept(numbers, sets, except) {
  const others = [...sets].filter(([filter]) => filter !== except).map(([, set]) => set);
  return [...numbers].filter((number) => others.every((set) => set.has(number)));
}

/**
 * Give for each choice how many of these offers one would have with it.
 * @param {Iterable<number>} numbers
 * @param {Map<string, Set<number>>} sets
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
      const most = joinable(index, day);
      found[filter] = { [ON]: left.filter((number) => number < most).length };
      continue;
    }
    const isLeft = new Set(left);
    const words = Object.keys(choices.names[filter] ?? {});
    found[filter] = Object.fromEntries(
      words.map((word) => [word, countIn(choices.filters[filter]?.[word], isLeft)]),
    );
  }
  return found;
}

/**
 * @param {Uint32Array | undefined} numbers
 * @param {Set<number>} left
 */
function countIn(numbers, left) {
  let found = 0;
  for (const number of numbers ?? []) if (left.has(number)) found++;
  return found;
}
