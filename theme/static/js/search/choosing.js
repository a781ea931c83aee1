/**
 * Which offers the filters leave, and how many each choice would give.
 */

import * as data from "./data.js";
import { age } from "./hearing.js";

const ON = "ja";

/** @typedef {Record<string, string[]>} Filters the chosen words of each filter */
/** @typedef {import("./data.js").Index} Index */
/** @typedef {import("./data.js").Choices} Choices */
/** @typedef {Uint8Array} Answers by the number of each offer: 1 if it answers to something */
/** @typedef {Map<string, Answers>} Sets which offers answer to each chosen filter */

/**
 * Give which offers one can join on a day.
 * @param {Index} index
 * @param {number} day
 * @returns {Answers}
 */
export function joinable(index, day) {
  const [most, mostForWork] = [index.joinable, index.joinableForWork].map((counted) =>
    Math.max(0, ...counted.filter(([last]) => last === -1 || last >= day).map(([, count]) => count)),
  );
  const { families } = index;
  return new Uint8Array(index.offers).fill(1, 0, most).fill(1, families, families + mostForWork);
}

/**
 * Give which offers are on one of these lists.
 * @param {Index} index
 * @param {Iterable<number>[]} lists
 * @returns {Answers}
 */
function onAny(index, lists) {
  const found = new Uint8Array(index.offers);
  for (const list of lists) for (const number of list) found[number] = 1;
  return found;
}

/**
 * Give for each chosen filter which offers answer to it.
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
      if (ages.length) found.set(filter, onAny(index, lists.flat().map(({ numbers }) => numbers)));
    } else if (kind === "meedoen") {
      if (words.includes(ON)) found.set(filter, joinable(index, day));
    } else {
      const isHeard = words.every((word) => heard.includes(word));
      const names = isHeard ? {} : (await data.labels())[filter];
      const known = words.filter((word) => heard.includes(word) || Object.hasOwn(names ?? {}, word));
      const lists = await Promise.all(known.map((word) => data.choice(filter, word)));
      if (known.length) found.set(filter, onAny(index, lists));
    }
  }
  return found;
}

/**
 * Keep the offers that answer to all filters, or to all but one.
 * @param {Iterable<number>} numbers
 * @param {Sets} sets
 * @param {string} [except]
 */
export function kept(numbers, sets, except) {
  const others = [...sets].filter(([filter]) => filter !== except).map(([, answers]) => answers);
  return [...numbers].filter((number) => others.every((answers) => answers[number]));
}

/**
 * Give for each choice how many of these offers one would have with it.
 * @param {number[]} numbers
 * @param {Sets} sets
 * @param {Index} index
 * @param {Choices} choices
 * @param {number} day
 */
export function counts(numbers, sets, index, choices, day) {
  /** @type {Record<string, Record<string, number>>} */
  const found = {};
  const withAll = onAny(index, [kept(numbers, sets)]);
  for (const [filter, kind] of Object.entries(index.filters)) {
    if (kind === "leeftijd") continue;
    const left = sets.has(filter) ? onAny(index, [kept(numbers, sets, filter)]) : withAll;
    if (kind === "meedoen") {
      const both = joinable(index, day).filter((isJoinable, number) => isJoinable && left[number]);
      found[filter] = { [ON]: both.length };
      continue;
    }
    const words = Object.entries(choices[filter] ?? {});
    found[filter] = Object.fromEntries(words.map(([word, offers]) => [word, countIn(offers, left)]));
  }
  return found;
}

/**
 * @param {Uint32Array} numbers
 * @param {Answers} answers
 */
function countIn(numbers, answers) {
  let found = 0;
  for (const number of numbers) found += answers[number];
  return found;
}
