/**
 * Reads a file that is there: as text only, within bounds, without anything clever.
 *
 * @import { Data } from "./shape.js"
 * @import { Value } from "./values.js"
 */

import { FAILSAFE_SCHEMA, load } from "../../vendor/js-yaml/js-yaml.js";

export const LARGEST = 64_000;
const DEEPEST = 8;
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are what a file may not hold
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu;

/**
 * Give a text without the characters that no file may hold, as one types or pastes it.
 * @param {string} text
 */
export function readable(text) {
  return text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "");
}

/**
 * Give what a file says, or null when it is no file of ours.
 * @param {string} text
 * @returns {Data | null}
 */
export function opened(text) {
  if (text.length > LARGEST) return null;
  try {
    const found = load(readable(text), { schema: FAILSAFE_SCHEMA, maxDepth: DEEPEST, maxAliases: 0 });
    const data = asData(found);
    return typeof data === "object" && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

/**
 * Give plain texts, lists and mappings, whatever the reader made.
 * @param {unknown} value
 * @returns {Value}
 */
export function asData(value) {
  if (Array.isArray(value)) return value.map(asData);
  if (typeof value !== "object" || value === null) return String(value ?? "");
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asData(inner)]));
}
