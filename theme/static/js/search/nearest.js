/**
 * Ways on from a search that finds nothing; fetched only then.
 *
 * @import { Nearest } from "./client.js"
 * @import { Asked, Found } from "./finding.js"
 */

import * as data from "./data.js";
import { filterOf, find } from "./finding.js";
import { age } from "./hearing.js";

const MONTHS = 12;
const NEIGHBOURS = [-1, 1, -2, 2];
const MOST_THEMES = 3;

/**
 * @param {string} filter
 * @param {string} value
 */
async function label(filter, value) {
  return (await data.labels())[filter]?.[value] ?? value;
}

/**
 * Give ways on from a search that finds nothing: with one filter less, at a next age,
 * by a theme, or everything.
 * @param {Asked} asked
 * @param {Found} found
 */
export async function waysOn(asked, found) {
  const index = await data.index();
  /** @type {Nearest[]} */
  const ways = [];
  const own = Object.entries(asked.filters).filter(([filter, words]) => index.filters[filter] && words.length);
  for (const [filter, words] of own) {
    const { numbers } = await find({ ...asked, filters: { ...asked.filters, [filter]: [] } });
    const names = (await Promise.all(words.map((word) => label(filter, word)))).map((each) => `‘${each}’`);
    if (numbers.length) {
      ways.push({ kind: "without", label: `Zonder ${names.join(" of ")}`, total: numbers.length, change: { remove: [filter] } });
    }
  }
  for (const { kind, value } of found.relaxed ? [] : found.heard) {
    const filter = filterOf(index, kind);
    if (filter === null || asked.without.includes(filter)) continue;
    const { numbers } = await find({ ...asked, without: [...asked.without, filter] });
    const name = `Zonder ‘${await label(filter, value)}’`;
    if (numbers.length && !ways.some((way) => way.label === name)) {
      ways.push({ kind: "without", label: name, total: numbers.length, change: { without: [filter] } });
    }
  }
  ways.push(...(await atNextAge(asked, index)));
  const pages = await data.cards(found.pages);
  for (const [, title, , path] of pages.filter(([kind]) => kind === "thema").slice(0, MOST_THEMES)) {
    ways.push({ kind: "theme", label: title, total: 0, change: { path } });
  }
  const everything = { text: "", filters: {} };
  const { numbers } = await find({ ...asked, ...everything });
  ways.push({ kind: "all", label: "Al het aanbod", total: numbers.length, change: everything });
  return ways;
}

/**
 * @param {Asked} asked
 * @param {data.Index} index
 */
async function atNextAge(asked, index) {
  const filter = filterOf(index, "leeftijd");
  const words = filter === null ? [] : (asked.filters[filter] ?? []);
  const wanted = words.length === 1 ? age(words[0] ?? "", index.ages) : null;
  if (filter === null || !wanted || wanted.first < 0) return [];
  const years = Math.floor(wanted.first / MONTHS);
  /** @type {Nearest[]} */
  const ways = [];
  for (const next of NEIGHBOURS.map((step) => years + step).filter((each) => each >= 0)) {
    const set = { [filter]: [String(next)] };
    const { numbers } = await find({ ...asked, filters: { ...asked.filters, ...set } });
    if (numbers.length) {
      ways.push({ kind: "age", label: `Voor ${next} jaar`, total: numbers.length, change: { set } });
    }
    if (ways.length === 2) break;
  }
  return ways;
}
