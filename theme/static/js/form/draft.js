/**
 * A draft in this browser alone: nothing is written before somebody asks for it.
 *
 * What stands in the browser's storage may come from anybody, so its shape is checked.
 *
 * @import { Data } from "./shape.js"
 */

import { KEYS } from "../kept.js";
import { asData } from "./opening.js";

const KEY = KEYS.draft;
const LARGEST = 200_000;

/**
 * @typedef {object} Draft What somebody is filling in.
 * @property {Data} data
 * @property {string} partner the folder of the organisation, or empty for a new one
 * @property {Data} organisation a new organisation
 * @property {string} slug the name of the file that is changed, or empty for a new one
 * @property {string} step the name of the step where somebody was
 */

/**
 * Give the draft, or null when there is none that can be read.
 * @returns {Draft | null}
 */
export function draft() {
  try {
    const text = localStorage.getItem(KEY) ?? "";
    if (!text || text.length > LARGEST) return null;
    const found = asData(JSON.parse(text));
    if (typeof found !== "object" || Array.isArray(found)) return null;
    const { data, partner, organisation, slug, step } = found;
    if (!isRecord(data) || !isRecord(organisation)) return null;
    const names = { partner: slugIn(partner), slug: slugIn(slug), step: slugIn(step) };
    return { data, organisation, ...names };
  } catch {
    return null;
  }
}

/**
 * @param {import("./values.js").Value | undefined} value
 * @returns {value is Data}
 */
function isRecord(value) {
  return typeof value === "object" && !Array.isArray(value);
}

/** @param {unknown} value */
function slugIn(value) {
  return typeof value === "string" && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) ? value : "";
}

/**
 * Keep a draft instead of what was kept.
 * @param {Draft} kept
 * @returns {boolean} whether the browser allowed it
 */
export function keep(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Leave nothing behind. */
export function wipe() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to wipe.
  }
}
