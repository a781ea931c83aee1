/**
 * Which known word a wrong word was meant to be: one typed wrong, or as it sounds.
 */

import { parts, restsOf } from "./compounds.js";
import { term } from "./words.js";

const SHORTEST = 4;
const LONG = 7;
const SHORTEST_END = 5;
/** How much worse a letter is than a sound: `trening` sounds like `training`. */
const SOUND = 0.4;

/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/sch(?=[^aeiouwr]|$)/g, "s"],
  [/ck|q/g, "k"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/c(?=[eiy])/g, "s"],
  [/ch/g, "g"],
  [/c/g, "k"],
  [/ei|ey|y|ai|ij/g, "i"],
  [/eau/g, "o"],
  [/au|ouw/g, "ou"],
  [/uw/g, "u"],
  [/ie|ee/g, "i"],
  [/ea/g, "i"],
  [/z/g, "s"],
  [/v/g, "f"],
  [/dt?$/g, "t"],
  [/b$/g, "p"],
  [/(.)\1+/g, "$1"],
];

/**
 * Give how a word sounds, the same for words that people mix up.
 * @param {string} word
 */
function sound(word) {
  return SOUNDS.reduce((heard, [pattern, by]) => heard.replace(pattern, by), word);
}

/** Letters that sound like another: their words stand in one file (see `index.py`). */
const SOUNDS_AS = new Map([..."cqxzvyj"].map((letter, place) => [letter, "kkksfii"[place] ?? ""]));

/**
 * Give the letter in whose file a word stands.
 * @param {string} word
 */
function letterOf(word) {
  const first = word[0] ?? "";
  return SOUNDS_AS.get(first) ?? first;
}

/** @typedef {{word: string, sound: string, letters: number}} Known */

/** Knows the words that are there, by the letter they begin with, as far as needed. */
export class Speller {
  /** @param {(letter: string) => Promise<string[]>} fetchWords the likeliest first */
  constructor(fetchWords) {
    this.fetchWords = fetchWords;
    /** @type {Map<string, Promise<Known[]>>} */
    this.byLetter = new Map();
    /** @type {Set<string>} */
    this.known = new Set();
  }

  /**
   * Fetch the words that begin as this one does.
   * @param {string} word
   * @returns {Promise<Known[]>}
   */
  learn(word) {
    const letter = letterOf(word);
    const known = this.byLetter.get(letter) ?? this.read(letter);
    this.byLetter.set(letter, known);
    return known;
  }

  /** @param {string} letter */
  async read(letter) {
    try {
      const words = await this.fetchWords(letter);
      for (const each of words) this.known.add(each).add(term(each));
      return words.map((word) => ({ word, sound: sound(word), letters: letters(word) }));
    } catch (error) {
      this.byLetter.delete(letter);
      throw error;
    }
  }

  /**
   * Give the known word that was probably meant, or null.
   * @param {string} word folded
   * @returns {Promise<string | null>}
   */
  async nearest(word) {
    if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return null;
    const most = word.length < LONG ? 1 : 2;
    const wanted = { word, sound: sound(word), letters: letters(word) };
    let best = most + 0.01;
    /** @type {Known | null} */
    let found = null;
    for (const each of await this.learn(word)) {
      if (Math.abs(each.word.length - word.length) > most + 1) continue;
      if (bits(each.letters ^ wanted.letters) > 2 * most + 2) continue;
      const far = distance(wanted, each, best);
      if (far < best) {
        best = far;
        found = each;
      }
    }
    return found && found.word;
  }

  /**
   * Give the known words a word is made of; none if it is not.
   * @param {string} word folded
   * @returns {Promise<string[]>}
   */
  async parts(word) {
    await this.learn(word);
    // What may come after a known beginning can be known too; two rounds, as for three parts.
    for (let round = 0; round < 2; round++) {
      await Promise.all(restsOf(word, this.known).map((rest) => this.learn(rest)));
    }
    return parts(word, this.known);
  }

  /**
   * Give the words of a compound in which one part is typed wrong; none if it is not.
   * @param {string} word folded
   * @returns {Promise<string[]>}
   */
  async wrongParts(word) {
    for (let place = word.length - SHORTEST_END; place >= SHORTEST; place--) {
      const [first, last] = [word.slice(0, place), word.slice(place)];
      if (first.length >= SHORTEST_END && this.known.has(first)) {
        const end = await this.nearest(last);
        if (end) return [first, end];
      }
      await this.learn(last);
      const start = this.known.has(last) && (await this.nearest(first.replace(/s$/, "")));
      if (start) return [start, last];
    }
    return [];
  }

  /**
   * Give the longest known beginning or end of a word; null if there is none.
   * @param {string} word folded
   * @returns {string | null}
   */
  part(word) {
    for (let length = word.length - 2; length >= SHORTEST; length--) {
      const [first, last] = [word.slice(0, length), word.slice(-length)];
      if (this.known.has(first)) return first;
      if (length >= SHORTEST_END && this.known.has(last)) return last;
    }
    return null;
  }
}

/**
 * Give how far two words are apart in mistakes, as letters or as sounds.
 * @param {Known} one
 * @param {Known} other
 * @param {number} most
 */
function distance(one, other, most) {
  const firstLetter = one.word[0] === other.word[0] ? 0 : 0.3;
  const byLetter = mistakes(one.word, other.word, most);
  const bySound = mistakes(one.sound, other.sound, most) + SOUND;
  return Math.min(byLetter, bySound) + firstLetter;
}

/**
 * Count the letters left out, added, replaced or swapped (Damerau's distance, of
 * neighbours only), up to `most`.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function mistakes(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = at(last, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = row > 1 && column > 1 && isSwapped ? at(before, column - 2) + 1 : Infinity;
      next.push(Math.min(at(last, column) + 1, at(next, column - 1) + 1, replaced, swapped));
    }
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return at(last, other.length);
}

/**
 * @param {number[]} row
 * @param {number} column
 */
function at(row, column) {
  return row[column] ?? Infinity;
}

/**
 * Give the letters of a word as bits.
 * @param {string} word
 */
function letters(word) {
  let found = 0;
  for (const letter of word) found |= 1 << (letter.charCodeAt(0) - 97) % 32;
  return found;
}

/** @param {number} number */
function bits(number) {
  let left = number - ((number >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
