/**
 * Makes of what was found what the page shows: cards, chips, ways on when it is nothing.
 */

import * as data from "./data.js";
import { choiceCounts, dayNumber, filterOf, find } from "./finding.js";
import { age } from "./hearing.js";
import { spans, term, tokens } from "./words.js";

const MONTHS = 12;
const NEIGHBOURS = [-1, 1, -2, 2];
const MOST_THEMES = 3;
const MOST_SUGGESTIONS = 8;
const MOST_SAVED = 200;

/** @typedef {import("./finding.js").Asked} Asked */
/** @typedef {import("./finding.js").Found} Found */

/**
 * Answer a search, and give what counts its choices: that needs more, and can wait.
 * @param {Asked & {first: number}} asked
 */
export async function results(asked) {
  const index = await data.index();
  const found = await find(asked);
  const marked = new Set(found.marked.flat());
  const day = dayNumber(index, asked.day);
  const [items, pages] = await Promise.all([
    offerCards(found.numbers.slice(0, asked.first), day, marked),
    data.cards(found.pages),
  ]);
  const answer = {
    total: found.numbers.length,
    items,
    pages: pages.map(([kind, title, summary, path]) => ({ kind, title, summary, path })),
    understood: await Promise.all(
      found.heard.map(async ({ kind, value, words }) => {
        const filter = filterOf(index, kind) ?? "";
        return { filter, value, label: await label(filter, value), words };
      }),
    ),
    relaxed: found.relaxed,
    corrected: found.corrected,
    leftOut: found.leftOut,
    nearest: found.numbers.length ? [] : await nearest(asked, found, index),
  };
  return { answer, count: () => choiceCounts(found, asked.day) };
}

/**
 * @param {string} filter
 * @param {string} value
 */
async function label(filter, value) {
  return (await data.labels())[filter]?.[value] ?? value;
}

/**
 * @param {number[]} numbers
 * @param {number} day
 * @param {Set<string>} marked
 */
async function offerCards(numbers, day, marked) {
  const cards = await data.cards(numbers);
  return cards.map((/** @type {data.OfferCard} */ card) => {
    const [id, title, summary, partner, ages, place, costs, form, steps] = card;
    const step = steps.findLast(([since]) => since <= day) ?? steps[0];
    const [, answer, said, when, places] = step ?? [0, "onbekend", "", "", ""];
    return {
      ...{ id, path: `aanbod/${id}/`, title, summary, partner, ages, place, when, costs, form },
      ...{ answer, label: said, places },
      titleMarks: marks(title, marked),
      summaryMarks: marks(summary, marked),
    };
  });
}

/**
 * Give where the words of these terms stand in a text.
 * @param {string} text
 * @param {Set<string>} marked
 * @returns {[number, number][]}
 */
function marks(text, marked) {
  if (!marked.size) return [];
  return spans(text)
    .filter(({ word }) => word && marked.has(term(word)))
    .map(({ start, end }) => [start, end]);
}

/**
 * Give ways on from a search that finds nothing: with one filter less, at a next age,
 * by a theme, or everything.
 * @param {Asked} asked
 * @param {Found} found
 * @param {data.Index} index
 */
async function nearest(asked, found, index) {
  /** @type {{kind: string, label: string, total: number, change: object}[]} */
  const ways = [];
  const own = Object.entries(asked.filters).filter(([filter, words]) => index.filters[filter] && words.length);
  for (const [filter, words] of own) {
    const { numbers } = await find({ ...asked, filters: { ...asked.filters, [filter]: [] } });
    const names = (await Promise.all(words.map((word) => label(filter, word)))).map((each) => `‘${each}’`);
    if (numbers.length) {
      ways.push({ kind: "without", label: `Zonder ${names.join(" of ")}`, total: numbers.length, change: { remove: [filter] } });
    }
  }
  for (const { kind, value } of found.relaxed ? [] : found.heard) {
    const filter = filterOf(index, kind);
    if (filter === null || asked.without.includes(filter)) continue;
    const { numbers } = await find({ ...asked, without: [...asked.without, filter] });
    const name = `Zonder ‘${await label(filter, value)}’`;
    if (numbers.length && !ways.some((way) => way.label === name)) {
      ways.push({ kind: "without", label: name, total: numbers.length, change: { remove: [filter] } });
    }
  }
  ways.push(...(await atNextAge(asked, index)));
  const pages = await data.cards(found.pages);
  for (const [, title, , path] of pages.filter(([kind]) => kind === "thema").slice(0, MOST_THEMES)) {
    ways.push({ kind: "theme", label: title, total: 0, change: { path } });
  }
  const all = await find({ ...asked, text: "", filters: {} });
  ways.push({ kind: "all", label: "Al het aanbod", total: all.numbers.length, change: { all: true } });
  return ways;
}

/**
 * @param {Asked} asked
 * @param {data.Index} index
 */
async function atNextAge(asked, index) {
  const filter = filterOf(index, "leeftijd");
  const words = filter === null ? [] : (asked.filters[filter] ?? []);
  const wanted = words.length === 1 ? age(words[0] ?? "", index.ages) : null;
  if (filter === null || !wanted || wanted.first < 0) return [];
  const years = Math.floor(wanted.first / MONTHS);
  /** @type {{kind: string, label: string, total: number, change: object}[]} */
  const ways = [];
  for (const next of NEIGHBOURS.map((step) => years + step).filter((each) => each >= 0)) {
    const set = { [filter]: [String(next)] };
    const { numbers } = await find({ ...asked, filters: { ...asked.filters, ...set } });
    if (numbers.length) {
      ways.push({ kind: "age", label: `Voor ${next} jaar`, total: numbers.length, change: { set } });
    }
    if (ways.length === 2) break;
  }
  return ways;
}

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
