/**
 * Scores documents with lunr: one index that grows with the terms that searches need.
 *
 * A document's weights are lunr's, without the rareness of a term (see `weighing.py`);
 * that comes in here, from the length of the term's list.
 */

import lunr from "../../vendor/lunr/lunr.js";
import { posting } from "./data.js";

const FIELD = "all";
const NOTHING = Object.freeze({});

/** @type {any} lunr describes no types */
const live = new lunr.Index({
  invertedIndex: Object.create(null),
  fieldVectors: Object.create(null),
  tokenSet: new lunr.TokenSet(),
  fields: [FIELD],
  pipeline: null,
});
let terms = 0;

/** Forget everything: the numbers of documents have changed. */
export function clear() {
  live.invertedIndex = Object.create(null);
  live.fieldVectors = Object.create(null);
  terms = 0;
}

/**
 * @param {string} term
 * @param {number[]} raw
 */
function learn(term, raw) {
  if (live.invertedIndex[term]) return;
  const place = terms++;
  const documents = Object.create(null);
  const { numbers, weights } = posting(raw);
  numbers.forEach((number, each) => {
    documents[number] = NOTHING;
    const vector = (live.fieldVectors[`${FIELD}/${number}`] ??= new lunr.Vector());
    // Terms are numbered as they come, so this keeps the vector in order.
    vector.elements.push(place, weights[each]);
  });
  live.invertedIndex[term] = { _index: place, [FIELD]: documents };
}

/**
 * Give the score of each document that has one of these terms.
 * @param {{term: string, raw: number[], boost: number}[]} wanted
 * @returns {Map<number, number>}
 */
export function scores(wanted) {
  for (const { term, raw } of wanted) learn(term, raw);
  const names = [...new Set(wanted.map(({ term }) => term))].sort();
  live.tokenSet = lunr.TokenSet.fromArray(names);
  /** @type {{ref: string, score: number}[]} */
  const found = live.query((/** @type {any} */ query) => {
    for (const { term, boost } of wanted) query.term(term, { boost, usePipeline: false });
  });
  return new Map(found.map(({ ref, score }) => [Number(ref), score]));
}

/**
 * Give how much a term tells of the documents that have it: the fewer, the more.
 * @param {number} documents how many have it
 * @param {number} all how many there are
 */
export function rareness(documents, all) {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}
