/**
 * What mends a problem, in the words of the form. A file and a spreadsheet have their own,
 * in Python's `remedies` and `spreadsheet.remedies`.
 *
 * @import { Description, Gift, Key, Problem, Remedy } from "./shape.js"
 */

import { dayInWords } from "./calendar.js";
import { choicesOf } from "./controls.js";

const CONFIRM = "kijk of alles klopt en kies 'Ik heb alles vandaag nagekeken'";
const CHECKED = "gecontroleerd_op";

/**
 * Give a problem with its whole sentence as its message.
 * @template {Problem} P
 * @param {P} problem
 * @param {Description} description
 * @returns {P}
 */
export function told(problem, description) {
  const remedy = problem.remedy ? inForm(problem.remedy, description) : "";
  return { ...problem, message: [problem.message, remedy].filter(Boolean).join("; ") };
}

/**
 * Say what to do in the form.
 * @param {Remedy} remedy
 * @param {Description} description
 */
export function inForm({ way, gifts }, description) {
  const found = gifts.map((gift) => ({ gift, key: keyAt(gift.keys, description) }));
  const [{ gift, key }] = found;
  if (way === "confirm" || (way === "missing" && key.name === CHECKED)) return CONFIRM;
  if (way === "missing" || way === "empty") return isChosen(key) ? "kies wat past" : "vul dit in";
  const isOneKey = found.every((each) => each.key === key);
  if (isChosen(key) && isOneKey) {
    return `kies bij '${key.title}' ${orOf(gifts.map(({ written }) => nameOf(written, key, description)))}`;
  }
  if (way === "write") return `zet bij '${key.title}' ${shown(gift, key)}`;
  const [others, chosen] = [false, true].map((wanted) =>
    found.filter((each) => isChosen(each.key) === wanted),
  );
  const filled = others.length ? [`vul ${orOf(others.map((each) => each.key.title))} in`] : [];
  const picked = chosen.map(
    (each) => `kies bij '${each.key.title}' '${nameOf(each.gift.written, each.key, description)}'`,
  );
  return [...filled, ...picked].join(", of ");
}

/**
 * @param {string[]} keys
 * @param {Description} description
 * @returns {Key}
 */
function keyAt(keys, { records, file }) {
  let record = file;
  /** @type {Key | undefined} */
  let key;
  for (const name of keys) {
    key = records[record].find((each) => each.name === name);
    record = key?.parts ?? "";
  }
  if (!key) throw new Error(`no key ${keys.join(".")}`);
  return key;
}

/**
 * Tell whether one chooses a value, and types none.
 * @param {Key} key
 */
function isChosen({ list, words, kind, parts }) {
  return Boolean(list || words.length || kind === "yes-no" || parts === "Costs");
}

/**
 * @param {string} written
 * @param {Key} key
 * @param {Description} description
 */
function nameOf(written, key, description) {
  if (key.parts === "Costs") return "Gratis";
  return choicesOf(key, description).find(([word]) => word === written)?.[1] ?? written;
}

/**
 * @param {Gift} gift
 * @param {Key} key
 */
function shown({ written }, { kind }) {
  return kind === "day" ? dayInWords(written) : written;
}

/**
 * Give `'a', 'b' of 'c'`.
 * @param {string[]} names
 */
function orOf(names) {
  const quoted = names.map((each) => `'${each}'`);
  const last = quoted.pop();
  return quoted.length ? `${quoted.join(", ")} of ${last}` : `${last}`;
}
