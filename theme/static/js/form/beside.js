/**
 * What stands on the site already, and which gap an offer would fill.
 *
 * @import { Data } from "./shape.js"
 */

import { likeness } from "./alike.js";
import { textsIn } from "./ruling.js";
import { ageIn } from "./values.js";

/**
 * @typedef {object} Other An offer that is on the site.
 * @property {string} id `aanbieder/slug`
 * @property {string} title
 * @property {string[]} themes
 * @property {[number, number]} months
 * @property {string[]} areas
 * @property {string[]} with partners that help to give it
 * @property {string[]} former addresses that lead to it
 * @property {string[]} moments when and where people first come together
 */

/** @typedef {{ name: string, reachable: boolean }} Partner */
/** @typedef {{ partners: Record<string, Partner>, offers: Other[] }} Beside */

/**
 * @typedef {object} Gap
 * @property {string} theme
 * @property {[number, number]} months
 * @property {string} area
 * @property {string} kind
 * @property {string} words
 */

const MOST = 3;
const LIKE_ENOUGH = 0.5;
const MONTHS_THAT_COUNT = 12;

/**
 * Give the months of the children an offer is for, or null.
 * @param {Data} data
 * @returns {[number, number] | null}
 */
function monthsOf({ leeftijd }) {
  if (typeof leeftijd !== "object" || Array.isArray(leeftijd)) return null;
  const [first, last] = [ageIn(leeftijd.van), ageIn(leeftijd.tot_en_met)];
  return first && last && first.first < last.end ? [first.first, last.end] : null;
}

/**
 * @param {[number, number]} one
 * @param {[number, number]} other
 */
function shared(one, other) {
  return Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
}

/**
 * Give the offers that look most like this one: by title, or for the same children about
 * the same.
 * @param {Data} data
 * @param {Beside} beside
 * @param {string} own
 * @returns {Other[]}
 */
export function alikeOffers(data, { offers }, own) {
  const months = monthsOf(data);
  const [themes, areas] = [textsIn(data.themas), textsIn(data.gebieden)];
  const title = String(data.titel ?? "").trim().toLowerCase();
  return offers
    .filter(({ id }) => id !== own)
    .map((other) => {
      const [more, fewer] = [Math.max(themes.length, other.themes.length), themes];
      const same = fewer.filter((each) => other.themes.includes(each)).length;
      const isNear =
        areas.some((each) => other.areas.includes(each)) || other.areas.includes("regio");
      const isSame = isNear && months !== null && shared(months, other.months) > 0;
      const byTitle = title ? likeness(title, other.title.toLowerCase()) : 0;
      const byTheme = isSame && more ? same / more : 0;
      return { other, score: Math.max(byTheme, byTitle > 0.7 ? byTitle : 0) };
    })
    .filter(({ score }) => score >= LIKE_ENOUGH)
    .sort((one, two) => two.score - one.score)
    .slice(0, MOST)
    .map(({ other }) => other);
}

/**
 * Give the gaps that this offer would fill.
 * @param {Data} data
 * @param {Gap[]} gaps
 * @returns {Gap[]}
 */
export function filledGaps(data, gaps) {
  const months = monthsOf(data);
  if (!months) return [];
  const [themes, areas] = [textsIn(data.themas), textsIn(data.gebieden)];
  const length = months[1] - months[0];
  return gaps.filter((gap) => {
    const both = shared(months, gap.months);
    const counts = both > MONTHS_THAT_COUNT || (both > 0 && 2 * both >= length);
    return counts && themes.includes(gap.theme) && (areas.includes(gap.area) || areas.includes("regio"));
  });
}
