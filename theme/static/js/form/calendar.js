/**
 * Days as `2027-01-12`, counted and in words. A twin of parts of Python's `wording`.
 */

export const WEEKDAYS = [
  ...["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
];
const MONTHS = [
  ...["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"],
  ...["september", "oktober", "november", "december"],
];
const A_DAY = 86_400_000;

/** @param {string} day */
export function weekdayOf(day) {
  return WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7];
}

/**
 * Give the day so many days later.
 * @param {string} day
 * @param {number} days
 */
export function later(day, days) {
  return new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10);
}

/**
 * Count the days from one day to another.
 * @param {string} first
 * @param {string} last
 */
export function daysBetween(first, last) {
  return (Date.parse(last) - Date.parse(first)) / A_DAY;
}

/**
 * Give `dinsdag 12 januari 2027`.
 * @param {string} day
 */
export function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${weekdayOf(day)} ${date} ${MONTHS[month - 1]} ${year}`;
}
