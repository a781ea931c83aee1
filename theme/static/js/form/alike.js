/**
 * How much two texts look alike, counted as Python's difflib does: the check that a file
 * goes through later must guess the same word.
 */

const ENOUGH = 0.7;
const LONG = 200;

/**
 * Where each character of a text stands; in a long text without those that are all over.
 * @param {string[]} characters
 */
function placesOf(characters) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  characters.forEach((each, place) => places.set(each, [...(places.get(each) ?? []), place]));
  if (characters.length < LONG) return places;
  const most = Math.floor(characters.length / 100) + 1;
  return new Map([...places].filter(([, found]) => found.length <= most));
}

/**
 * Count the characters in the blocks that two texts share, the longest block first.
 * @param {string[]} one
 * @param {string[]} other
 * @param {Map<string, number[]>} places
 */
function matched(one, other, places) {
  let total = 0;
  const waiting = [[0, one.length, 0, other.length]];
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const [low, high, otherLow, otherHigh] = range;
    const [start, otherStart, size] = longest(one, other, places, range);
    if (!size) continue;
    total += size;
    waiting.push([low, start, otherLow, otherStart]);
    waiting.push([start + size, high, otherStart + size, otherHigh]);
  }
  return total;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 * @param {Map<string, number[]>} places
 * @param {number[]} range
 * @returns {[number, number, number]} where the block begins in both, and its length
 */
function longest(one, other, places, [low, high, otherLow, otherHigh]) {
  let [start, otherStart, size] = [low, otherLow, 0];
  /** @type {Map<number, number>} */
  let lengths = new Map();
  for (let here = low; here < high; here += 1) {
    /** @type {Map<number, number>} */
    const longer = new Map();
    for (const there of places.get(one[here]) ?? []) {
      if (there < otherLow) continue;
      if (there >= otherHigh) break;
      const length = (lengths.get(there - 1) ?? 0) + 1;
      longer.set(there, length);
      if (length > size) [start, otherStart, size] = [here - length + 1, there - length + 1, length];
    }
    lengths = longer;
  }
  while (start > low && otherStart > otherLow && one[start - 1] === other[otherStart - 1]) {
    [start, otherStart, size] = [start - 1, otherStart - 1, size + 1];
  }
  while (
    start + size < high
    && otherStart + size < otherHigh
    && one[start + size] === other[otherStart + size]
  ) size += 1;
  return [start, otherStart, size];
}

/**
 * Give how much two texts look alike, from 0 to 1.
 * @param {string} one
 * @param {string} other
 */
export function likeness(one, other) {
  const [mine, theirs] = [[...one], [...other]];
  const all = mine.length + theirs.length;
  return all ? (2 * matched(mine, theirs, placesOf(theirs))) / all : 1;
}

/**
 * Give the known word that looks most like what was written.
 * @param {string} written
 * @param {Iterable<string>} known
 * @returns {string | null}
 */
export function nearest(written, known) {
  /** @type {string | null} */
  let best = null;
  let most = 0;
  const folded = written.toLowerCase();
  const length = [...folded].length;
  for (const each of known) {
    const size = [...each].length;
    // Two texts share no more than the shorter has.
    if (2 * Math.min(size, length) < ENOUGH * (size + length)) continue;
    const found = likeness(each, folded);
    if (found >= ENOUGH && (found > most || (found === most && best !== null && each > best))) {
      [best, most] = [each, found];
    }
  }
  return best;
}
