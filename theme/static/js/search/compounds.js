/**
 * Compounds and their parts, as `plugins/groepsaanbod/search/compounds.py` finds them.
 *
 * A test holds the two to the same parts: change them together.
 */

const SHORTEST_PART = 4;
const SHORTEST_FIRST_PART = 3;
const MOST_PARTS = 3;
const BETWEEN = ["", "s", "e", "en", "n"];

/**
 * Give the known words that a folded word is made of; none if it is not.
 * @param {string} word
 * @param {{has(word: string): boolean}} known
 * @param {number} [most]
 * @returns {string[]}
 */
export function parts(word, known, most = MOST_PARTS) {
  /** @type {string[]} */
  let best = [];
  for (let place = word.length - SHORTEST_PART; place >= SHORTEST_FIRST_PART; place--) {
    const first = word.slice(0, place);
    if (!known.has(first)) continue;
    for (const between of BETWEEN) {
      const rest = word.slice(place + between.length);
      if (!word.startsWith(between, place) || rest.length < SHORTEST_PART) continue;
      let found = known.has(rest) ? [rest] : [];
      if (!found.length && most > 2) found = parts(rest, known, most - 1);
      if (found.length && (!best.length || found.length + 1 < best.length)) {
        best = [first, ...found];
      }
    }
  }
  return best;
}

/**
 * Give what of a word may still be a part: what comes after known parts.
 * @param {string} word
 * @param {{has(word: string): boolean}} known
 * @param {number} [most]
 * @returns {string[]}
 */
export function restsOf(word, known, most = MOST_PARTS) {
  /** @type {string[]} */
  const rests = [];
  for (let place = SHORTEST_FIRST_PART; place <= word.length - SHORTEST_PART; place++) {
    if (!known.has(word.slice(0, place))) continue;
    for (const between of BETWEEN) {
      const rest = word.slice(place + between.length);
      if (!word.startsWith(between, place) || rest.length < SHORTEST_PART) continue;
      rests.push(rest, ...(most > 2 ? restsOf(rest, known, most - 1) : []));
    }
  }
  return rests;
}
