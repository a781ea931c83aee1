/**
 * What rules are made of: a problem when something holds, and what mends it.
 *
 * @import { Location, Problem, Remedy } from "./shape.js"
 * @import { Value } from "./values.js"
 */

/**
 * @param {Value | undefined} value
 * @returns {string[]}
 */
export function textsIn(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/**
 * @param {boolean} wrong
 * @param {Location} location
 * @param {string} message
 * @param {Remedy} [remedy]
 * @returns {Problem[]}
 */
export function when(wrong, location, message, remedy) {
  if (!wrong) return [];
  return [remedy ? { location, message, remedy } : { location, message }];
}

/**
 * @param {Remedy["way"]} way
 * @param {[string[], string][]} gifts keys and values
 * @returns {Remedy}
 */
export function remedyOf(way, gifts) {
  return { way, gifts: gifts.map(([keys, written]) => ({ keys, written })) };
}
