/**
 * The files of the search: fetched once, when a search first needs them.
 *
 * `plugins/groepsaanbod/search/files.py` writes them and says what is in each.
 */

const MONTHS = 12;
const YEARS_IN_FILES = 25;

const FOLDER = new URL("../../../zoeken/", import.meta.url);

/**
 * @typedef {object} Index
 * @property {string} folder
 * @property {string[]} groups where each group of stretches of terms begins
 * @property {number} inAGroup how many stretches a group has
 * @property {number} offers how many offers there are: their numbers come first
 * @property {number} pages how many other pages come after them
 * @property {string} day the day from which days are counted
 * @property {number} cardsInTheFirst how many cards the first file has
 * @property {number} cardsInAFile how many each other file has
 * @property {Record<string, any>} parts files that go along, when the region is small
 * @property {number} families how many of the offers are for families: they come first
 * @property {number[]} aged those that nobody looked at for long
 * @property {[number, number][]} joinable for how many offers, up to and with which day
 * @property {[number, number][]} joinableForWork the same for those after the families'
 * @property {string} letters for which there are words to spell
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

/** @typedef {Record<string, Record<string, string>>} Labels of each filter's choices */
/** @typedef {Record<string, Record<string, Uint32Array>>} Choices the offers of each */

/** @typedef {{first: number, end: number, numbers: Uint32Array}[]} Ages */

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
  const { folder, parts } = await index();
  return parts[name] ?? file(`${folder}/${name}`);
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
 * Give which stretch of terms would have a term.
 * @param {string} wanted
 * @returns {Promise<number>}
 */
export async function stretchOf(wanted) {
  const { groups, inAGroup } = await index();
  const place = Math.max(0, groups.findLastIndex((first) => first <= wanted));
  const starts = await group(place);
  return place * inAGroup + Math.max(0, starts.findLastIndex((first) => first <= wanted));
}

/**
 * Give where a stretch begins, or null after the last.
 * @param {number} stretch
 * @returns {Promise<string | null>}
 */
export async function startOf(stretch) {
  const { groups, inAGroup } = await index();
  const place = Math.floor(stretch / inAGroup);
  return place < groups.length ? ((await group(place))[stretch % inAGroup] ?? null) : null;
}

/**
 * @param {number} place
 * @returns {Promise<string[]>}
 */
function group(place) {
  return decodedPart(`group-${place}.json`, (raw) => raw);
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
  return decodedPart("choices.json", (raw) => mapped(raw, (words) => mapped(words, numbers)));
}

/** @returns {Promise<Labels>} */
export function labels() {
  return decodedPart("labels.json", (raw) => raw);
}

/**
 * Give the offers of one choice.
 * @param {string} filter
 * @param {string} word
 * @returns {Promise<Uint32Array>}
 */
export async function choice(filter, word) {
  const isThere = decoded.has("choices.json") || "choices.json" in (await index()).parts;
  if (isThere) return (await choices())[filter]?.[word] ?? new Uint32Array();
  return decodedPart(`choice-${filter}-${word}.json`, numbers);
}

/**
 * Give the ages that share a month with these, each with its offers.
 * @param {number} first
 * @param {number} end
 * @returns {Promise<Ages>}
 */
export async function ages(first, end) {
  const [from, to] = [Math.floor(first / MONTHS), Math.floor((end - 1) / MONTHS)];
  const isThere = "ages.json" in (await index()).parts;
  const isOneYear = from === to && from >= -1 && to < YEARS_IN_FILES;
  const found = await decodedPart(isOneYear && !isThere ? `ages-${from}.json` : "ages.json", toAges);
  return found.filter((each) => each.first < end && first < each.end);
}

/**
 * @param {[number, number, number[]][]} raw
 * @returns {Ages}
 */
function toAges(raw) {
  return raw.map(([first, end, steps]) => ({ first, end, numbers: numbers(steps) }));
}

/** @returns {Promise<number[][]>} for each offer the days on which something begins */
export function starts() {
  return decodedPart("starts.json", (raw) => raw);
}

/**
 * @param {Record<string, any>} record
 * @param {(value: any) => any} change
 */
function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/**
 * Give the words that begin with a letter, the likeliest first.
 * @param {string} letter
 * @returns {Promise<string[]>}
 */
export async function spelling(letter) {
  if (!(await index()).letters.includes(letter)) return [];
  return decodedPart(`spelling-${letter}.json`, (raw) => raw.split(" "));
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
  const { cardsInTheFirst, cardsInAFile } = await index();
  const places = wanted.map((number) => {
    const after = number - cardsInTheFirst;
    return after < 0 ? [0, number] : [1 + Math.floor(after / cardsInAFile), after % cardsInAFile];
  });
  return Promise.all(places.map(async ([place, within]) => (await part(`cards-${place}.json`))[within ?? 0]));
}
