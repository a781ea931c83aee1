/**
 * The whole check of one file: its shape, the rules, and what deserves a second look.
 *
 * @import { Checked } from "./rules.js"
 * @import { Location, Problem } from "./shape.js"
 */

import { advice } from "./advice.js";
import { ruleProblems } from "./rules.js";
import { shapeProblems, withoutEmpty } from "./shape.js";

/**
 * Give every mistake and warning. As in the check of files, the rules speak of what is
 * right; advice comes when the shape is.
 * @param {Checked} checked
 * @returns {Problem[]}
 */
export function problemsOf(checked) {
  const shape = shapeProblems(checked.data, checked.description);
  const wrong = new Set(shape.map(({ location }) => location[0]));
  const right = Object.fromEntries(
    Object.entries(withoutEmpty(checked.data)).filter(([name]) => !wrong.has(name)),
  );
  const about = { ...checked, data: right };
  const rules = ruleProblems(about);
  return [...shape, ...rules, ...(shape.length ? [] : advice(about))];
}

/**
 * Give a location as people write it: `groepen[1].start`, counting from 1.
 * @param {Location} location
 */
export function writtenAs(location) {
  return location
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

/**
 * Tell whether a place is another, or within it.
 * @param {string} place
 * @param {string} other
 */
export function isWithin(place, other) {
  return place === other || place.startsWith(`${other}.`) || place.startsWith(`${other}[`);
}
