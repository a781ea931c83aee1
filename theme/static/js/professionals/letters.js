/**
 * What a client takes along of each chosen offer: as text, as a mail, on paper.
 *
 * @typedef {object} Letter
 * @property {string} title
 * @property {[string, string][]} lines each a label with its words
 * @property {string} address of the page
 */

import { ROOT } from "../kept.js";
import { make } from "../search/view.js";

const HEADING = "Aanbod dat bij u past";
/** A longer address some mail programs cut off. */
const LONGEST_MAIL = 1900;

/** @type {Map<string, Promise<Record<string, any>>>} */
const fetched = new Map();

/**
 * Fetch the letters of a partner, once.
 * @param {string} partner
 */
function ofPartner(partner) {
  let found = fetched.get(partner);
  if (!found) {
    found = fetch(new URL(`professionals/aanbieders/${partner}.json`, ROOT)).then((answer) => {
      if (answer.status === 404) return {};
      if (!answer.ok) throw new Error(`letters ${answer.status}`);
      return answer.json();
    });
    fetched.set(partner, found);
    found.catch(() => fetched.delete(partner));
  }
  return found;
}

/**
 * Give the letters of these offers by their names, without those that are gone.
 * @param {string[]} names as `aanbieder/slug`, and checked
 * @returns {Promise<Map<string, Letter>>}
 */
export async function letters(names) {
  const all = await Promise.all(names.map((name) => ofPartner(name.split("/")[0] ?? "")));
  /** @type {Map<string, Letter>} */
  const found = new Map();
  names.forEach((name, number) => {
    const given = Object.hasOwn(all[number] ?? {}, name) ? all[number]?.[name] : null;
    if (!given) return;
    found.set(name, {
      title: String(given.titel),
      lines: given.regels.map((/** @type {unknown[]} */ [label, words]) => [String(label), String(words)]),
      address: String(given.adres),
    });
  });
  return found;
}

/**
 * Give them as plain text.
 * @param {Letter[]} chosen
 */
export function asText(chosen) {
  const parts = chosen.map(({ title, lines, address }) =>
    [title, ...lines.map(([label, words]) => `${label}: ${words}`), address].join("\n"),
  );
  return `${[HEADING, ...parts].join("\n\n")}\n`;
}

/**
 * Give the link that opens a mail with them; what does not fit is left to their pages.
 * @param {Letter[]} chosen
 */
export function asMail(chosen) {
  const whole = encodeURIComponent(asText(chosen));
  const short = chosen.map(({ title, address }) => `${title}\n${address}`).join("\n\n");
  const body = whole.length > LONGEST_MAIL ? encodeURIComponent(`${short}\n`) : whole;
  return `mailto:?subject=${encodeURIComponent(HEADING)}&body=${body}`;
}

/**
 * Give them as parts of a page, to print.
 * @param {Letter[]} chosen
 */
export function asPaper(chosen) {
  return chosen.map(({ title, lines, address }) => {
    const facts = [...lines, ["Lees meer", address.replace(/^https:\/\//, "")]].map(([label, words]) =>
      make("div", {}, make("dt", {}, label ?? ""), make("dd", {}, words ?? "")),
    );
    const heading = make("h3", { class: "ga-paper__offer" }, title);
    return make("section", { class: "ga-paper__letter" }, heading, make("dl", {}, ...facts));
  });
}
