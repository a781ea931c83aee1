/**
 * What is wrong with a value, and texts counted in characters as Python counts them.
 *
 * @import { Remedy } from "./shape.js"
 */

/** What is wrong with a value, in one sentence. */
export class Wrong extends Error {
  /**
   * @param {string} message
   * @param {Remedy} [remedy] what mends it, where the form has its own words for that
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Give the first characters of a text.
 * @param {string} text
 * @param {number} length
 */
export function cut(text, length) {
  return [...text].slice(0, length).join("");
}

/** @param {string} text */
export function lengthOf(text) {
  return [...text].length;
}
