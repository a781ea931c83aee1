/**
 * One calendar of what somebody saved, from the calendars of the partners that give it.
 *
 * Those stand on this site already, so whatever is true of them is true here: times in
 * the zone of the region, names of events that stay, lines folded as calendars want.
 */

import { ROOT } from "./kept.js";

const END = "END:VCALENDAR";
const EVENT = /BEGIN:VEVENT\r\n.*?END:VEVENT\r\n/gs;

/**
 * Give the calendar, or null when nothing of it has a day to come.
 *
 * Throws when a calendar could not be fetched: half a list would look like a whole one.
 * @param {string[]} names offers, each as `aanbieder/slug`
 * @param {string} title
 * @returns {Promise<string | null>}
 */
export async function calendarOf(names, title) {
  const partners = [...new Set(names.map((name) => name.split("/")[0]))];
  const texts = await Promise.all(partners.map(fetched));
  const chosen = texts.flatMap((text) => text.match(EVENT) ?? []).filter((event) => {
    const lines = unfolded(event).split("\r\n");
    const page = lines.find((line) => line.startsWith("URL:")) ?? "";
    return (
      names.some((name) => page.endsWith(`/aanbod/${name}/`)) && !lines.includes("STATUS:CANCELLED")
    );
  });
  if (!chosen.length) return null;
  // Given together, an event stands in the calendars of both.
  const events = [...new Map(chosen.map((event) => [uid(event), event])).values()];
  const [head] = texts[0].split("BEGIN:VEVENT");
  return [named(head.split(END)[0], title), ...events, `${END}\r\n`].join("");
}

/** @param {string} partner */
async function fetched(partner) {
  const answer = await fetch(new URL(`aanbieders/${partner}/agenda.ics`, ROOT));
  if (!answer.ok) throw new Error(partner);
  return answer.text();
}

/** @type {(text: string) => string} */
const unfolded = (text) => text.replace(/\r\n[ \t]/g, "");

/** @type {(event: string) => string} */
const uid = (event) => /^UID:.*$/m.exec(unfolded(event))?.[0] ?? event;

/**
 * Call it otherwise, and let nobody follow it: it is a file of today.
 * @param {string} head
 * @param {string} title
 */
function named(head, title) {
  return unfolded(head)
    .replace(/^(NAME|X-WR-CALNAME):.*$/gm, (_, key) => `${key}:${title}`)
    .replace(/^(?:REFRESH-INTERVAL|X-PUBLISHED-TTL).*\r\n/gm, "");
}
