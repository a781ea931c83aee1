/**
 * Can I still join? A twin of Python's `joining`, with what `wording` says of it.
 *
 * @import { Data } from "./shape.js"
 */

import { dayInWords, later, weekdayOf } from "./calendar.js";
import { dayIn, numberIn } from "./values.js";

/**
 * @typedef {object} Joining
 * @property {number} answer 0 is no, 1 is unknown, 2 is yes
 * @property {string} reason
 * @property {string | null} [day]
 * @property {boolean} [nearlyFull]
 */

/** Each reason with its words for a badge; in the order in which equal ones stand. */
const LABELS = {
  starts: "U kunt nog meedoen",
  open: "U kunt nog meedoen",
  request: "U kunt meedoen",
  "drop-in": "U kunt meedoen",
  always: "U kunt meedoen",
  follows: "Vraag het na",
  postponed: "Uitgesteld",
  ask: "Vraag het na",
  waiting: "Wachtlijst",
  full: "Vol",
  started: "Al begonnen",
  finished: "Afgelopen",
  cancelled: "Gaat niet door",
};
const ORDER = Object.keys(LABELS);
const ANSWERS = ["nee", "onbekend", "ja"];
const NO = 0;
const UNKNOWN = 1;
const YES = 2;

/** @type {Record<string, [number, string]>} */
const SETTLED = {
  "op-aanvraag": [YES, "request"],
  wachtlijst: [NO, "waiting"],
  vol: [NO, "full"],
  afgelopen: [NO, "finished"],
  geannuleerd: [NO, "cancelled"],
  uitgesteld: [UNKNOWN, "postponed"],
};

/**
 * Give the records in a list of a file.
 * @param {Data} data
 * @param {string} name
 * @returns {Data[]}
 */
export function recordsIn(data, name) {
  const list = data[name];
  if (!Array.isArray(list)) return [];
  return list.map((each) => (typeof each === "object" && !Array.isArray(each) ? each : {}));
}

/**
 * Give the days that a group names, the first first.
 * @param {Data} group
 * @returns {string[]}
 */
export function datesOf(group) {
  const dates = Array.isArray(group.data) ? group.data : [];
  return /** @type {string[]} */ (dates.map(dayIn).filter(Boolean)).sort();
}

/**
 * Give the best answer of everything an offer has.
 * @param {Data} data
 * @param {string} today
 * @returns {Joining}
 */
export function joining(data, today) {
  const found = [
    ...recordsIn(data, "groepen").map((each) => ofGroup(each, today)),
    ...recordsIn(data, "inloop").map((each) => ofDropIn(each, today)),
  ];
  if (!found.length) {
    return data.uitvoering === "online"
      ? { answer: YES, reason: "always" }
      : { answer: UNKNOWN, reason: "ask" };
  }
  const best = found.reduce((one, other) => (comesBefore(other, one) ? other : one));
  const joinable = found.filter(({ answer }) => answer === YES);
  const counted = joinable.length ? joinable : found;
  return { ...best, nearlyFull: counted.every((each) => each.nearlyFull) };
}

/**
 * @param {Joining} one
 * @param {Joining} other
 */
function comesBefore(one, other) {
  if (one.answer !== other.answer) return one.answer > other.answer;
  const [day, otherDay] = [one.day ?? "9999", other.day ?? "9999"];
  if (day !== otherDay) return day < otherDay;
  return ORDER.indexOf(one.reason) < ORDER.indexOf(other.reason);
}

/**
 * @param {Data} group
 * @param {string} today
 * @returns {Joining}
 */
function ofGroup(group, today) {
  const dates = datesOf(group);
  const first = dates[0] ?? dayIn(group.start);
  const status = String(group.status ?? "");
  if (Object.hasOwn(SETTLED, status)) {
    const [answer, reason] = SETTLED[status];
    const shown = reason === "waiting" || reason === "full";
    return { answer, reason, day: shown ? first : null };
  }
  if (!first) return { answer: UNKNOWN, reason: "follows" };
  const nearlyFull = status === "bijna-vol";
  if (first >= today && status !== "loopt") {
    return { answer: YES, reason: "starts", day: first, nearlyFull };
  }
  const times = numberIn(group.bijeenkomsten);
  const days = dates.length
    ? dates
    : Array.from({ length: Math.max(times ?? 1, 1) }, (_, week) => later(first, 7 * week));
  const coming = days.find((day) => day >= today) ?? null;
  if (!coming && (dates.length || times !== null)) return { answer: NO, reason: "finished" };
  if (group.instromen === "ja") return { answer: YES, reason: "open", day: coming, nearlyFull };
  return { answer: NO, reason: "started", day: first };
}

/**
 * @param {Data} dropIn
 * @param {string} today
 * @returns {Joining}
 */
function ofDropIn(dropIn, today) {
  const [since, until] = [dayIn(dropIn.van), dayIn(dropIn.tot)];
  if (until && until < today) return { answer: NO, reason: "finished" };
  const start = since && since > today ? since : today;
  const days = [0, 1, 2, 3, 4, 5, 6].map((number) => later(start, number));
  const day = days.find((each) => weekdayOf(each) === dropIn.dag) ?? null;
  return { answer: YES, reason: "drop-in", day };
}

const WHEN = {
  open: "De groep loopt al",
  started: "De groep loopt al",
  always: "Wanneer u wilt",
  request: "In overleg",
  finished: "Nu geen nieuwe groep",
  cancelled: "Nu geen nieuwe groep",
};
const BEGINS_ON_A_DAY = ["starts", "full", "waiting"];

/**
 * Give what a card says of an answer.
 * @param {Joining} found
 */
export function joiningInWords({ answer, reason, day, nearlyFull }) {
  const labels = /** @type {Record<string, string>} */ (LABELS);
  let when = /** @type {Record<string, string>} */ (WHEN)[reason] ?? "Datum nog niet bekend";
  if (reason === "drop-in" && day) when = `Elke ${weekdayOf(day)}`;
  if (BEGINS_ON_A_DAY.includes(reason) && day) when = `Start ${dayInWords(day)}`;
  return { answer: ANSWERS[answer], label: nearlyFull ? "Bijna vol" : labels[reason], when };
}
