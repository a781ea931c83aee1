/**
 * Makes of what was found what the page shows: cards, and what was made of the words.
 */

import * as data from "./data.js";
import { choiceCounts, dayNumber, filterOf, find } from "./finding.js";
import { spans, term } from "./words.js";

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
    understood: found.heard.map(({ kind, value, words }) => {
      return { filter: filterOf(index, kind) ?? "", value, words };
    }),
    relaxed: found.relaxed,
    corrected: found.corrected,
    leftOut: found.leftOut,
    nearest: found.numbers.length ? [] : await nearest(asked, found),
  };
  return { answer, count: () => choiceCounts(found, asked.day) };
}

/**
 * @param {Asked} asked
 * @param {Found} found
 */
async function nearest(asked, found) {
  const { waysOn } = await import("./nearest.js");
  return waysOn(asked, found);
}

/**
 * Give the cards of offers as they are on a day.
 * @param {number[]} numbers
 * @param {number} day
 * @param {Set<string>} marked
 */
export async function offerCards(numbers, day, marked) {
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
