/**
 * The files of the search: fetched once, when a search first needs them.
 *
 * `plugins/groepsaanbod/search/files.py` writes them and says what is in each.
 */

const FOLDER = new URL("../../../zoeken/", import.meta.url);

/**
 * @typedef {object} Index
 * @property {string} folder
 * @property {string[]} shards the first term of each stretch of terms
 * @property {number} offers how many offers there are: their numbers come first
 * @property {number} pages how many other pages come after them
 * @property {string} day the day from which days are counted
 * @property {number} cardsInAFile
 * @property {[number, number][]} joinable for how many offers, up to and with which day
 * @property {number[]} forWork
 * @property {string} workWords
 * @property {string} empty
 * @property {string} weak
 * @property {Record<string, Record<string, string[]>>} phrases
 * @property {[string, number, number][]} ages
 * @property {Record<string, string>} filters
 */

/** @typedef {{numbers: Uint32Array, weights: Uint16Array, heaviest: number}} Posting */
/** @typedef {[number, string, string, string, string]} Step */
/** @typedef {[string, string, string, string, string, string, string, string, Step[]]} OfferCard */
/** @typedef {[string, string, string, string]} PageCard */

/**
 * @typedef {object} Choices
 * @property {Record<string, Record<string, string>>} names of each filter's choices
 * @property {Record<string, Record<string, Uint32Array>>} filters
 * @property {{first: number, end: number, numbers: Uint32Array}[]} ages
 * @property {number[][]} starts
 */

/** Something did not arrive; a next search tries again. */
export class NetworkError extends Error {}

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * @param {string} name
 * @param {RequestCache} [cache]
 * @returns {Promise<any>}
 */
function file(name, cache = "default") {
  let wanted = fetched.get(name);
  if (!wanted) {
    wanted = fetch(new URL(name, FOLDER), { cache })
      .then((answer) => {
        if (!answer.ok) throw new NetworkError(`${name}: ${answer.status}`);
        return answer.json();
      })
      .catch((error) => {
        fetched.delete(name);
        throw new NetworkError(String(error));
      });
    fetched.set(name, wanted);
  }
  return wanted;
}

/** @returns {Promise<Index>} */
export function index() {
  return file("index.json", "no-cache");
}

/**
 * Tell whether the site was published anew, so that its parts are elsewhere now; then
 * forget the old ones. What one has stays when there is no network.
 */
export async function isRenewed() {
  const before = await fetched.get("index.json")?.catch(() => null);
  fetched.delete("index.json");
  try {
    const now = await index();
    if (before?.folder === now.folder) return false;
  } catch {
    if (before) fetched.set("index.json", Promise.resolve(before));
    return false;
  }
  const now = fetched.get("index.json");
  fetched.clear();
  decoded.clear();
  if (now) fetched.set("index.json", now);
  return true;
}

/** @param {string} name */
async function part(name) {
  return file(`${(await index()).folder}/${name}`);
}

/** @type {Map<string, any>} */
const decoded = new Map();

/**
 * @template T
 * @param {string} name
 * @param {(raw: any) => T} decode
 * @returns {Promise<T>}
 */
async function decodedPart(name, decode) {
  if (!decoded.has(name)) decoded.set(name, decode(await part(name)));
  return decoded.get(name);
}

/**
 * Give a stretch of terms, each with its documents.
 * @param {number} place
 * @returns {Promise<{sorted: string[], raw: Map<string, number[]>}>}
 */
export function shard(place) {
  return decodedPart(`terms-${place}.json`, (raw) => {
    const entries = /** @type {[string, number[]][]} */ (Object.entries(raw));
    return { sorted: entries.map(([each]) => each), raw: new Map(entries) };
  });
}

/** @type {WeakMap<number[], Posting>} */
const unpacked = new WeakMap();

/**
 * @param {number[]} raw steps and weights in turn
 * @returns {Posting}
 */
export function posting(raw) {
  let found = unpacked.get(raw);
  if (!found) {
    const weights = Uint16Array.from(raw.filter((_, place) => place % 2));
    const most = weights.reduce((one, other) => Math.max(one, other), 0);
    found = { numbers: numbers(raw.filter((_, place) => place % 2 === 0)), weights, heaviest: most };
    unpacked.set(raw, found);
  }
  return found;
}

/**
 * Give the heaviest weight in a list.
 * @param {number[]} raw
 */
export function heaviest(raw) {
  return posting(raw).heaviest;
}

/**
 * @param {number[]} steps
 * @returns {Uint32Array}
 */
function numbers(steps) {
  const found = new Uint32Array(steps.length);
  let number = 0;
  steps.forEach((step, place) => {
    number += step;
    found[place] = number;
  });
  return found;
}

/** @returns {Promise<Choices>} */
export function choices() {
  return decodedPart("choices.json", (raw) => ({
    names: raw.names,
    filters: mapped(raw.filters, (words) => mapped(words, numbers)),
    ages: raw.ages.map((/** @type {[number, number, number[]]} */ [first, end, steps]) => ({ first, end, numbers: numbers(steps) })),
    starts: raw.starts,
  }));
}

/**
 * @param {Record<string, any>} record
 * @param {(value: any) => any} change
 */
function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** @returns {Promise<{words: string[]}>} the likeliest first */
export function spelling() {
  return decodedPart("spelling.json", (raw) => ({ words: raw.split(" ") }));
}

/** @returns {Promise<[string, string, string][]>} */
export function names() {
  return part("names.json");
}

/** @returns {Promise<string[]>} */
export function paths() {
  return part("paths.json");
}

/**
 * Give the cards of some documents, in their order.
 * @param {number[]} wanted
 * @returns {Promise<any[]>}
 */
export async function cards(wanted) {
  const { cardsInAFile } = await index();
  const files = new Map(
    [...new Set(wanted.map((number) => Math.floor(number / cardsInAFile)))].map((place) => [
      place,
      part(`cards-${place}.json`),
    ]),
  );
  return Promise.all(
    wanted.map(async (number) => {
      const found = await files.get(Math.floor(number / cardsInAFile));
      return found[number % cardsInAFile];
    }),
  );
}
