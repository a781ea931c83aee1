/**
 * Says whether somebody answers the phone now, by the clock of the Netherlands.
 *
 * Without this the page says the hours in words.
 */

const DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const DAY = 24 * 60 * 60 * 1000;
const FARTHEST = 14; // days to look ahead

/** @type {(time: string) => string} `09:00` as it is said: `9.00` */
const said = (time) => time.replace(/^0/, "").replace(":", ".");

/**
 * Give the day and the time there.
 * @param {Date} moment
 * @returns {{ day: string, time: string, weekday: number }} weekday 1 is Monday
 */
function there(moment) {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Amsterdam",
    dateStyle: "short",
    timeStyle: "short",
  });
  const [day, time] = format.format(moment).split(" ");
  return { day, time, weekday: new Date(`${day}T12:00:00Z`).getUTCDay() || 7 };
}

/**
 * Say it, or nothing when it is not known.
 * @param {string} week the hours, as `1/09:00/17:00 2/09:00/17:00`
 * @param {string} closed days on which nobody answers, as `2026-12-25 2027-01-01`
 * @param {Date} now
 */
export function words(week, closed, now) {
  const spans = week.split(" ").map((each) => each.split("/"));
  const { time, day: today } = there(now);
  for (let ahead = 0; ahead < FARTHEST; ahead += 1) {
    const noon = new Date(Date.parse(`${today}T12:00:00Z`) + ahead * DAY);
    const { day, weekday } = there(noon);
    if (closed.split(" ").includes(day)) continue;
    for (const [number, start, end] of spans) {
      if (Number(number) !== weekday || (ahead === 0 && time >= end)) continue;
      if (ahead === 0 && time >= start) return `Nu open, tot ${said(end)} uur.`;
      const when = ["Vandaag", "Morgen"][ahead] ?? (ahead < 7 ? DAYS[weekday - 1] : "");
      if (!when) return "Nu dicht.";
      return `Nu dicht. ${when[0].toUpperCase()}${when.slice(1)} open vanaf ${said(start)} uur.`;
    }
  }
  return "";
}

/** @param {HTMLElement} root */
export function start(root) {
  const { week = "", closed = "" } = root.dataset;
  root.textContent = words(week, closed, new Date());
  root.dataset.ready = "";
}
