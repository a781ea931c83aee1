/**
 * The kinds of values: each gives what a text means, or the sentence that says what to
 * type instead. The same as in Python's `fields`, which checks the file again.
 *
 * @import { Description, Key } from "./shape.js"
 */

import { email, phone, postcode, web } from "./contact.js";
import { age, oneOf, slug, word } from "./words.js";
import { cut, lengthOf, Wrong } from "./wrong.js";

/**
 * @typedef {string | List | Mapping} Value What a file holds.
 * @typedef {Value[]} List
 * @typedef {{ [name: string]: Value }} Mapping
 */

export const YEARS = [2000, 2100];

/** @param {Value} value */
function text(value) {
  if (typeof value !== "string") {
    throw new Wrong("hier hoort tekst, geen lijst; zet aanhalingstekens om de hele tekst");
  }
  if (!value.trim()) throw new Wrong("hier staat niets; vul het in of haal het weg");
  return value.trim();
}

/**
 * @param {Value} value
 * @param {Key} key
 */
function line(value, key) {
  const found = text(value);
  if (found.includes("\n")) throw new Wrong("schrijf dit op één regel");
  if (lengthOf(found) > key.length) {
    throw new Wrong(
      `dit is te lang: ${lengthOf(found)} tekens; maak er hoogstens ${key.length} van`,
    );
  }
  return found;
}

const LONGEST = 4000;
const MOST_BRACKETS = 40;
const TAG = /<[a-zA-Z/!?][^>]*>?/;
const NESTED = /^\s*(?:[-*+]\s+|[0-9]+[.)]\s+|>\s*){4}/m;
const LINK = /\]\(\s*<?([^)\s>]*)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s+["'(].*)?\s*$/gm;

/** @param {Value} value */
function markdown(value) {
  const found = text(value);
  if (lengthOf(found) > LONGEST) {
    throw new Wrong(
      `deze tekst is te lang: ${lengthOf(found)} tekens; maak er hoogstens ${LONGEST} van`,
    );
  }
  if (found.replace(/[^[\]]/g, "").length > MOST_BRACKETS) {
    throw new Wrong(`hier staan te veel vierkante haken; gebruik er hoogstens ${MOST_BRACKETS}`);
  }
  const tag = TAG.exec(found);
  if (tag) {
    throw new Wrong(
      `HTML zoals '${cut(tag[0], 30)}' mag niet; haal het weg`
        + " en gebruik **vet**, *schuin* of een lijst met streepjes",
    );
  }
  if (NESTED.test(found)) {
    throw new Wrong(
      "een regel begint met te veel streepjes, cijfers of pijltjes; laat er één staan",
    );
  }
  if (found.includes("![")) throw new Wrong("afbeeldingen mogen niet; haal '![…](…)' weg");
  for (const match of found.matchAll(LINK)) linkTarget(match[1] || match[2] || "");
  return found;
}

/** @param {string} target */
function linkTarget(target) {
  if (target.startsWith("mailto:") || target.startsWith("tel:")) return;
  try {
    web(target);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    throw new Wrong(`de link '${cut(target, 80)}' klopt niet: ${error.message}`);
  }
}

/** @param {Value} value */
function yesNo(value) {
  if (value !== "ja" && value !== "nee") throw new Wrong("schrijf ja of nee");
  return value;
}

const WITH_POINTS = /^[0-9]{1,3}(?:\.[0-9]{3})+$/;

/** @param {Value} value */
function count(value) {
  const digits = typeof value === "string" ? value : "";
  if (WITH_POINTS.test(digits)) {
    throw new Wrong(`schrijf dit getal zonder punt: ${digits.replaceAll(".", "")}`);
  }
  if (!/^[0-9]{1,6}$/.test(digits)) {
    throw new Wrong("schrijf een heel getal in cijfers, zoals 12");
  }
  return Number(digits);
}

const MOST_MEETINGS = 100;

/** @param {Value} value */
function meetings(value) {
  const number = count(value);
  if (number < 1 || number > MOST_MEETINGS) {
    throw new Wrong(`schrijf een aantal van 1 tot en met ${MOST_MEETINGS}`);
  }
  return number;
}

/** @param {Value} value */
function countOrUnknown(value) {
  if (value === "onbekend") return value;
  if (typeof value === "string" && /^[0-9]{1,6}$/.test(value)) return Number(value);
  if (typeof value === "string" && WITH_POINTS.test(value)) return count(value);
  throw new Wrong("schrijf een getal in cijfers, zoals 12, of onbekend");
}

/** @param {number} number */
function checkYear(number) {
  if (number < YEARS[0] || number > YEARS[1]) {
    throw new Wrong(`schrijf een jaar tussen ${YEARS[0]} en ${YEARS[1]}`);
  }
}

/** @param {Value} value */
function year(value) {
  if (typeof value !== "string" || !/^[0-9]{4}$/.test(value)) {
    throw new Wrong("schrijf een jaar in vier cijfers, zoals 2026");
  }
  checkYear(Number(value));
  return Number(value);
}

/** @param {Value} value */
function amount(value) {
  const written = typeof value === "string" ? value : "";
  if (written.toLowerCase() === "gratis") throw costsNothing();
  const match = /^(?:€ ?)?([0-9]{1,5})(?:[.,]([0-9]{2}|-))?$/.exec(written);
  if (!match) throw new Wrong("schrijf het bedrag in euro's, zoals 15 of 12,50");
  const cents = match[2] && match[2] !== "-" ? match[2] : "00";
  if (Number(match[1]) + Number(cents) === 0) throw costsNothing();
  return `${match[1]}.${cents}`;
}

function costsNothing() {
  const gifts = [{ keys: ["kosten"], written: "gratis" }];
  return new Wrong("dit kost niets", { way: "write", gifts });
}

/**
 * @param {string} written
 * @param {number} inYear
 * @param {number} month
 * @param {number} ofMonth
 */
function existingDay(written, inYear, month, ofMonth) {
  checkYear(inYear);
  const found = new Date(Date.UTC(inYear, month - 1, ofMonth));
  if (found.getUTCMonth() !== month - 1 || found.getUTCDate() !== ofMonth) {
    throw new Wrong(`de dag '${written}' bestaat niet; kijk het na in de kalender`);
  }
  return found.toISOString().slice(0, 10);
}

/** @param {Value} value */
function day(value) {
  if (typeof value !== "string") throw new Wrong("hier hoort één dag, zoals 2027-01-12");
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (match) return existingDay(value, Number(match[1]), Number(match[2]), Number(match[3]));
  const dutch = /^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$/.exec(value);
  if (dutch) {
    const meant = existingDay(value, Number(dutch[3]), Number(dutch[2]), Number(dutch[1]));
    throw new Wrong(`schrijf de dag als jaar-maand-dag; bedoelt u ${meant}?`);
  }
  throw new Wrong(
    `'${cut(value, 40)}' is geen dag; schrijf jaar-maand-dag, zoals 2027-01-12`,
  );
}

const SPAN =
  /^([0-9]{1,2})[:.]([0-9]{2})(?: uur)? ?(?:-|\u2013|tot) ?([0-9]{1,2})[:.]([0-9]{2})(?: uur)?$/;
const SPAN_EXAMPLE = "schrijf de tijd als '19:30-21:00'";

/** @param {Value} value */
function times(value) {
  const match = typeof value === "string" ? SPAN.exec(value) : null;
  if (!match) throw new Wrong(`${SPAN_EXAMPLE}: begin, streepje, einde`);
  const [hour, minute, lastHour, lastMinute] = match.slice(1).map(Number);
  if (hour > 23 || lastHour > 23 || minute > 59 || lastMinute > 59) {
    throw new Wrong(`deze tijd bestaat niet; ${SPAN_EXAMPLE}`);
  }
  const [start, end] = [hour * 60 + minute, lastHour * 60 + lastMinute];
  if (start >= end) throw new Wrong("het begin moet voor het einde liggen; kijk de tijden na");
  return `${start}-${end}`;
}

/** @type {Record<string, (value: Value, key: Key, description: Description) => unknown>} */
const KINDS = {
  line,
  markdown,
  phone,
  email,
  web,
  postcode,
  "yes-no": yesNo,
  count,
  meetings,
  "count-or-unknown": countOrUnknown,
  year,
  amount,
  day,
  times,
  age,
  slug,
  word,
  "one-of": oneOf,
};

/**
 * Give what one value means; throws what is wrong with it.
 * @param {Value} value
 * @param {Key} key
 * @param {Description} description
 * @returns {unknown}
 */
export function meaningOf(value, key, description) {
  return KINDS[key.kind](value, key, description);
}

/**
 * Give what a value means, or null when it is wrong or not there.
 * @param {(value: Value) => unknown} kind
 * @param {Value | undefined} value
 */
function ifRight(kind, value) {
  if (value === undefined) return null;
  try {
    return kind(value);
  } catch (error) {
    if (error instanceof Wrong) return null;
    throw error;
  }
}

/**
 * Give a day as `2027-01-12`, or null.
 * @param {Value | undefined} value
 * @returns {string | null}
 */
export function dayIn(value) {
  return /** @type {string | null} */ (ifRight(day, value));
}

/**
 * Give a number, or null.
 * @param {Value | undefined} value
 * @returns {number | null}
 */
export function numberIn(value) {
  return /** @type {number | null} */ (ifRight(count, value));
}

/**
 * Give an amount with its cents, as `12.50`, or null.
 * @param {Value | undefined} value
 * @returns {string | null}
 */
export function amountIn(value) {
  return /** @type {string | null} */ (ifRight(amount, value));
}

/**
 * Give an age with the months in which a child has it, or null.
 * @param {Value | undefined} value
 */
export function ageIn(value) {
  return /** @type {import("./words.js").Age | null} */ (ifRight(age, value));
}

/**
 * Give two times in minutes of the day, as `1170-1260`, or null.
 * @param {Value | undefined} value
 * @returns {string | null}
 */
export function timesIn(value) {
  return /** @type {string | null} */ (ifRight(times, value));
}
