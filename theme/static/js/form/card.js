/**
 * The card of an offer as parents will see it, from what is filled in so far.
 *
 * @import { Data, Description } from "./shape.js"
 * @import { Item } from "../search/client.js"
 */

import { card } from "../search/view.js";
import { joining, joiningInWords, recordsIn } from "./joining.js";
import { textsIn } from "./ruling.js";
import { ageIn, amountIn } from "./values.js";

/**
 * Draw the card; it leads nowhere yet.
 * @param {Data} data
 * @param {Description} description
 * @param {string} partner
 * @param {string} today
 * @returns {HTMLElement}
 */
export function drawnCard(data, description, partner, today) {
  const drawn = card(itemOf(data, description, partner, today));
  drawn.querySelector(".ga-offer-card__link")?.removeAttribute("href");
  drawn.querySelector("[data-save]")?.remove();
  return drawn;
}

/**
 * Give what the card says. A twin of Python's `Shown.card`.
 * @param {Data} data
 * @param {Description} description
 * @param {string} partner
 * @param {string} today
 * @returns {Item}
 */
export function itemOf(data, description, partner, today) {
  const { answer, label, when } = joiningInWords(joining(data, today));
  return {
    id: "",
    path: "",
    title: textOf(data.titel) || "Uw titel",
    summary: textOf(data.samenvatting) || "Uw samenvatting in één zin.",
    partner: partner || "uw organisatie",
    ages: agesInWords(data),
    place: placeOf(data, description),
    when,
    places: "",
    costs: costsInWords(data),
    form: nameOf("vormen", textOf(data.vorm), description) || "Aanbod",
    answer: /** @type {Item["answer"]} */ (answer),
    label,
  };
}

/** @param {unknown} value */
function textOf(value) {
  return typeof value === "string" ? value.trim() : "";
}

/**
 * @param {string} list
 * @param {string} word
 * @param {Description} description
 */
function nameOf(list, word, { lists }) {
  return lists[list].words.find((each) => each.word === word)?.name ?? "";
}

/** @param {string} text */
function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** @param {string[]} names */
function listed(names) {
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} en ${names[names.length - 1]}`;
}

/** @param {Data} data */
function agesInWords({ leeftijd }) {
  if (typeof leeftijd !== "object" || Array.isArray(leeftijd)) return "";
  const [first, last] = [ageIn(leeftijd.van), ageIn(leeftijd.tot_en_met)];
  if (!first || !last) return "";
  const isInYears = (/** @type {string} */ age) => /^[0-9]+$/.test(age);
  const inWords = (/** @type {string} */ age) => (isInYears(age) ? `${age} jaar` : age);
  const [from, to] = [first.written, last.written];
  if (from === to) return capitalised(inWords(from));
  if (to === "0") return capitalised(`${inWords(from)} en het eerste jaar`);
  const start = isInYears(from) && isInYears(to) ? from : inWords(from);
  return capitalised(`${start} tot en met ${inWords(to)}`);
}

/** @param {Data} data */
function costsInWords({ kosten }) {
  if (kosten === "gratis") return "Gratis";
  if (typeof kosten !== "object" || Array.isArray(kosten)) return "";
  const amount = amountIn(kosten.bedrag);
  if (!amount) return "";
  const [euros, cents] = amount.split(".");
  return cents === "00" ? `€ ${Number(euros)}` : `€ ${Number(euros)},${cents}`;
}

/**
 * @param {Data} data
 * @param {Description} description
 */
function placeOf(data, description) {
  if (data.uitvoering === "online") return "Online";
  const words = textsIn(data.gebieden);
  const names = words.map((each) => nameOf("gebieden", each, description)).filter(Boolean);
  const areas = words.includes("regio") ? "de hele regio" : listed(names);
  if (data.adres_geheim === "ja") return `Geheim adres, voor ${areas}`;
  const towns = recordsIn(data, "locaties").map(({ plaats }) => textOf(plaats)).filter(Boolean);
  const place = listed([...new Set(towns)]) || capitalised(areas);
  return data.uitvoering === "gemengd" ? `${place} en online` : place;
}
