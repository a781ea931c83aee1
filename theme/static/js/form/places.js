/**
 * Finds and changes values in the data of a file by their location.
 *
 * @import { Data, Location } from "./shape.js"
 * @import { Value } from "./values.js"
 */

/** What stands at a location: data of any shape. @typedef {any} Part */

/**
 * Give the value at a location, or undefined.
 * @param {Data} data
 * @param {Location} location
 * @returns {Value | undefined}
 */
export function valueAt(data, location) {
  /** @type {Part} */
  let part = data;
  for (const step of location) {
    if (typeof part !== "object" || !Object.hasOwn(part, step)) return undefined;
    part = part[step];
  }
  return part;
}

/**
 * Put a value at a location; nothing takes the key away, and a record that holds nothing
 * any more goes too, unless it has to be there.
 * @param {Data} data
 * @param {Location} location
 * @param {Value} value
 * @param {string[]} [required] the keys of a file that always stay
 */
export function put(data, location, value, required = []) {
  /** @type {Part} */
  let part = data;
  location.slice(0, -1).forEach((step, place) => {
    if (typeof part[step] !== "object") part[step] = typeof location[place + 1] === "number" ? [] : {};
    part = part[step];
  });
  const last = location[location.length - 1];
  if (value.length !== 0) part[last] = value;
  else if (Array.isArray(part)) part.splice(Number(last), 1);
  else delete part[last];
  const first = String(location[0]);
  const whole = data[first];
  const isGone = location.length === 2 && whole && Object.keys(whole).length === 0;
  if (isGone && !required.includes(first)) delete data[first];
}

/**
 * Give the same data without space around its texts.
 * @template {Value} V
 * @param {V} value
 * @returns {V}
 */
export function trimmed(value) {
  if (typeof value === "string") return /** @type {V} */ (value.trim());
  if (Array.isArray(value)) return /** @type {V} */ (value.map(trimmed));
  return /** @type {V} */ (
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, trimmed(inner)]))
  );
}
