/**
 * What to say of a key that nobody knows, or of a value that is no list or record.
 *
 * @import { Description, Key } from "./shape.js"
 * @import { Value } from "./values.js"
 */

import { nearest } from "./alike.js";
import { LONGEST_LIST_TO_SHOW, meantBy } from "./words.js";

const SHORTEST_BEGINNING = 3;
const LONGEST_TEXT_TO_SHOW = 80;

/**
 * Give the key that looks like this one, or that begins with it.
 * @param {string} name
 * @param {string[]} known
 */
export function nearestKey(name, known) {
  const begun = name.length >= SHORTEST_BEGINNING && known.find((each) => each.startsWith(name));
  return nearest(name, known) || begun || null;
}

/**
 * @param {string} name
 * @param {string[]} known
 */
export function unknownKey(name, known) {
  const near = nearestKey(name, known);
  if (near) return `dit veld kennen we niet; bedoelt u '${near}'?`;
  if (known.length > LONGEST_LIST_TO_SHOW) {
    return "dit veld kennen we niet; haal het weg of zoek het op in de veldengids";
  }
  return `dit veld kennen we niet; deze velden kunnen hier: ${known.join(", ")}`;
}

/**
 * @param {Key} key
 * @param {Value} given
 * @param {Description} description
 */
export function listExpected(key, given, description) {
  if (key.parts && typeof given === "object") {
    const first = Object.keys(given)[0] ?? description.records[key.parts][0].name;
    return `hier kunnen er meer staan; zet een streepje voor het eerste veld: '- ${first}: …'`;
  }
  const words = typeof given === "string" && !key.parts ? given.split(/\s+/).filter(Boolean) : [];
  if (words.length && [...String(given)].length <= LONGEST_TEXT_TO_SHOW) {
    if (words[0].startsWith("-")) {
      return `zet een spatie na elk streepje, zoals in '- ${words[0].replace(/^-+/, "")}'`;
    }
    const items = words.join(" ").split(",").map((each) => each.trim()).filter(Boolean);
    const meant = items.map((each) => (key.list ? meantBy(each, description.lists[key.list]) : each));
    return `hier hoort een lijst; schrijf ${key.name}: [${meant.join(", ")}]`;
  }
  return `hier hoort een lijst, zoals ${lineOf(key)}`;
}

/** @param {Key} key */
export function lineOf({ name, written }) {
  return `${name}: ${written}`;
}
