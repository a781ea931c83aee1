/**
 * A question with several answers of several parts, such as groups: each can go, and
 * there can be more.
 *
 * @import { Fields } from "./fields.js"
 * @import { Key, Location } from "./shape.js"
 */

import { make } from "../search/view.js";
import { writtenAs } from "./checking.js";
import { put, valueAt } from "./places.js";

/** What one of them is called. */
/** @type {Record<string, string>} */
const ONE = { groepen: "groep", inloop: "inloop", locaties: "plek", bereik: "jaar" };

/**
 * Fold what few people fill in, as long as it is empty.
 * @param {HTMLElement[]} questions those of the parts, in their order
 * @param {Key} key
 * @param {Fields} fields
 */
function folding(questions, key, { description }) {
  const names = description.records[key.parts].map(({ name }) => name);
  const isFolded = (/** @type {number} */ place) =>
    (description.folded[key.parts] ?? []).includes(names[place]);
  const folded = questions.filter((_, place) => isFolded(place));
  if (!folded.length) return questions;
  const summary = make("summary", { class: "ga-filter__summary" }, "Meer invullen");
  const parts = make("div", { class: "ga-ask__parts" }, ...folded);
  const fold = make("details", { class: "ga-ask__more" }, summary, parts);
  const boxes = folded.flatMap((each) => [...each.querySelectorAll("input, select, textarea")]);
  const isFilled = boxes.some((each) =>
    each instanceof HTMLInputElement && each.type === "checkbox"
      ? each.checked
      : /** @type {HTMLInputElement} */ (each).value,
  );
  if (isFilled) fold.setAttribute("open", "");
  return [...questions.filter((_, place) => !isFolded(place)), fold];
}

/**
 * @param {Fields} fields
 * @param {Key} key
 * @param {Location} location
 * @returns {HTMLElement}
 */
export function repeating(fields, key, location) {
  const one = ONE[key.name] ?? key.title.toLowerCase();
  const items = make("div", { class: "ga-ask__items" });
  const more = make("button", { class: "nl-button nl-button--secondary", type: "button" });
  more.append(`Een ${one} toevoegen`);
  const given = () => {
    const list = valueAt(fields.data, location);
    return Array.isArray(list) ? list : [];
  };
  const show = () => {
    items.replaceChildren(...given().map((_, place) => item(place)));
  };
  const item = (/** @type {number} */ place) => {
    const title = `${one.slice(0, 1).toUpperCase()}${one.slice(1)} ${place + 1}`;
    const gone = make("button", { class: "ga-link-button", type: "button" });
    gone.append(`Haal ${title.toLowerCase()} weg`);
    gone.addEventListener("click", () => {
      put(fields.data, [...location, place], "", fields.required);
      show();
      fields.changed(location, true);
      more.focus();
    });
    const here = { ...key, title, explanation: "", example: "", required: true, many: false };
    const parts = folding(fields.parts(key, [...location, place]), key, fields);
    const question = fields.group(here, [...location, place], [...parts, gone]);
    question.classList.add("ga-ask--item");
    return question;
  };
  more.addEventListener("click", () => {
    fields.data[key.name] = [...given(), {}];
    show();
    fields.changed(location, false);
    const last = items.lastElementChild?.querySelector("input, select, textarea");
    if (last instanceof HTMLElement) last.focus();
  });
  const question = fields.group(key, location, [items, more]);
  question.dataset.field = writtenAs(location);
  show();
  return question;
}
