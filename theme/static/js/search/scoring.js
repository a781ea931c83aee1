/**
 * Scores documents with lunr's vectors: a word of the search beside what documents say.
 *
 * `lunr.Index.query` scores the same, but writes each document's number as text and reads
 * it back, again and again: with thousands of documents that takes a phone too long.
 * A document's weights are lunr's, without the rareness of a term (see `weighing.py`);
 * that comes in here, from the length of the term's list.
 */

import lunr from "../../vendor/lunr/lunr.js";
import { posting } from "./data.js";

/**
 * Give the score of each document that has one of these terms.
 * @param {{raw: number[], boost: number}[]} wanted
 * @returns {Map<number, number>}
 */
export function scores(wanted) {
  const asked = new lunr.Vector();
  /** @type {Map<number, any>} lunr describes no types */
  const said = new Map();
  for (const [place, { raw, boost }] of wanted.entries()) {
    asked.insert(place, boost);
    const { numbers, weights } = posting(raw);
    numbers.forEach((number, each) => {
      const vector = said.get(number) ?? new lunr.Vector();
      // Terms come in the order of their places, so this keeps the vector in order.
      vector.elements.push(place, weights[each]);
      said.set(number, vector);
    });
  }
  return new Map([...said].map(([number, vector]) => [number, asked.similarity(vector)]));
}

/**
 * Give how much a term tells of the documents that have it: the fewer, the more.
 * @param {number} documents how many have it
 * @param {number} all how many there are
 */
export function rareness(documents, all) {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
}
