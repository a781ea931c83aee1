/**
 * What the worker answers beside searches: suggestions, and the list somebody saved.
 */

import { offerCards } from "./answering.js";
import * as data from "./data.js";
import { dayNumber } from "./finding.js";
import { tokens } from "./words.js";

const MOST_SUGGESTIONS = 8;
const MOST_SAVED = 200;

/**
 * Suggest themes, programmes and partners of which a word begins with each typed word.
 * @param {string} text
 */
export async function suggestions(text) {
  const typed = tokens(text);
  if (!typed.length) return [];
  const names = await data.names();
  return names
    .map(([kind, name, path]) => ({ kind, name, path, words: tokens(name) }))
    .filter(({ words }) => typed.every((each) => words.some((word) => word.startsWith(each))))
    .map((each) => ({ ...each, isFirst: each.words[0]?.startsWith(typed[0] ?? "") ? 0 : 1 }))
    .sort((one, other) => one.isFirst - other.isFirst)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ kind, name, path }) => ({ kind, name, path }));
}

/**
 * Give the cards of the offers that somebody kept, in that order.
 * @param {string[]} wanted
 * @param {string} day
 */
export async function saved(wanted, day) {
  const index = await data.index();
  const numbers = new Map((await data.paths()).map((path, number) => [path, number]));
  const unique = [...new Set(wanted)].slice(0, MOST_SAVED);
  const there = unique.flatMap((path) => numbers.get(path) ?? []);
  return {
    items: await offerCards(there, dayNumber(index, day), new Set()),
    missing: unique.filter((path) => !numbers.has(path)),
  };
}
