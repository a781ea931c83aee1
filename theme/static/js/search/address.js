/**
 * What a visitor asks, as a value and as the address of the page.
 *
 * The names in the address stay: people keep and share it.
 *
 * @typedef {object} Asked
 * @property {string} text
 * @property {Record<string, string[]>} filters each filter with what was chosen
 * @property {string[]} without filters that may not be read from the text
 * @property {"fit" | "start" | "age"} sort
 *
 * @typedef {Map<string, Set<string> | null>} Shape the filters with their choices; an
 *   age, which is typed, has none
 */

const LONGEST = 100;
const OLDEST = 30;
const WEEKS_IN_A_MONTH = 4.35;
/** @type {Record<string, "fit" | "start" | "age">} */
const SORTS = { start: "start", leeftijd: "age" };

/**
 * Read the age of a child as people write it.
 * @param {string} written as "9", "2 jaar", "8 mnd", "6 weken", "zwanger"
 * @returns {string | null} "9", "8 maanden" or "zwanger"; null when it is no age
 */
export function readAge(written) {
  const text = written.trim().toLowerCase().replace(/\s+/g, " ").replace(/ oud$/, "");
  if (/^(?:zwanger|zwangerschap|in verwachting)$/.test(text)) return "zwanger";
  const found = /^(\d{1,3})(?:[.,](\d))? ?([a-z]*)$/.exec(text);
  if (!found) return null;
  const number = Number(`${found[1]}.${found[2] ?? 0}`);
  const unit = found[3] ?? "";
  if (/^(?:|j|jr|jaar|jaren)$/.test(unit)) {
    if (number > OLDEST) return null;
    return found[2] ? `${Math.floor(number * 12)} maanden` : String(number);
  }
  if (/^(?:m|mnd|maand|maanden)$/.test(unit) && number <= OLDEST * 12) {
    return `${Math.floor(number)} maanden`;
  }
  return /^(?:w|wk|week|weken)$/.test(unit) && number <= 100
    ? `${Math.floor(number / WEEKS_IN_A_MONTH)} maanden`
    : null;
}

/**
 * Give an age as words.
 * @param {string} age as `readAge` gives it
 */
export function ageInWords(age) {
  if (age === "1 maanden") return "1 maand";
  return /^\d+$/.test(age) ? `${age} jaar` : age;
}

/**
 * Read the address; what it says that we do not know is left out.
 * @param {URLSearchParams} parameters
 * @param {Shape} shape
 * @returns {Asked}
 */
export function read(parameters, shape) {
  /** @type {Record<string, string[]>} */
  const filters = {};
  for (const [name, choices] of shape) {
    const given = parameters.getAll(name);
    const right = choices
      ? given.filter((word) => choices.has(word))
      : given.slice(0, 1).flatMap((word) => readAge(word) ?? []);
    if (right.length) filters[name] = [...new Set(right)];
  }
  const without = (parameters.get("zonder") ?? "").split(",");
  return {
    text: (parameters.get("q") ?? "").replace(/\p{Cc}/gu, " ").slice(0, LONGEST),
    filters,
    without: [...new Set(without.filter((name) => shape.has(name)))],
    sort: SORTS[parameters.get("sorteer") ?? ""] ?? "fit",
  };
}

/**
 * Write it as the query of an address; what is usual is left out.
 * @param {Asked} asked
 * @returns {string} as "?q=boos&thema=gedrag", or nothing
 */
export function write(asked) {
  const parameters = new URLSearchParams();
  if (asked.text.trim()) parameters.set("q", asked.text.trim());
  for (const [name, words] of Object.entries(asked.filters)) {
    for (const word of words) parameters.append(name, word);
  }
  const sort = Object.entries(SORTS).find(([, value]) => value === asked.sort);
  if (sort) parameters.set("sorteer", sort[0]);
  if (asked.without.length) parameters.set("zonder", asked.without.join(","));
  const query = parameters.toString().replaceAll("%2C", ",");
  return query && `?${query}`;
}

/**
 * Give the same question after a change that the nearest results propose.
 * @param {Asked} asked
 * @param {import("./client.js").Change} change
 * @returns {Asked}
 */
export function changed(asked, change) {
  const filters = { ...(change.filters ?? asked.filters), ...change.set };
  for (const name of change.remove ?? []) delete filters[name];
  return {
    ...asked,
    text: change.text ?? asked.text,
    filters,
    without: [...new Set([...asked.without, ...(change.without ?? [])])],
  };
}
