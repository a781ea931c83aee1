/**
 * Chooses from the agenda: what does not fit is left out, and the choice is in the address.
 *
 * It is asked with the words of the search page, so it can go along there.
 */

import { read, readAge, write } from "./search/address.js";
import { part } from "./search/view.js";

const MONTHS = 12;
const PREGNANT = -9;

/** @type {(age: string) => [number, number]} of an age that was read, half-open */
function months(age) {
  if (age === "zwanger") return [PREGNANT, 0];
  const number = Number.parseInt(age, 10);
  if (age.includes("maand")) return [number, number + 1];
  return [number * MONTHS, (number + 1) * MONTHS];
}

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** @param {HTMLElement} root */
export function start(root) {
  const form = part(root, "filter");
  if (!(form instanceof HTMLFormElement)) return;
  const controls = /** @type {Control[]} */ ([...form.querySelectorAll("[name]")]);
  const entries = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-words]")]);
  /** @type {import("./search/address.js").Shape} */
  const shape = new Map(controls.map((each) => [each.name, choices(each)]));

  const show = () => {
    const asked = controls.filter(chosen);
    for (const entry of entries) entry.hidden = !asked.every((each) => fits(entry, each));
    for (const around of root.querySelectorAll("[data-part=day], [data-part=section]")) {
      const inside = [...around.querySelectorAll("[data-words]")];
      const isEmpty = inside.every((each) => /** @type {HTMLElement} */ (each).hidden);
      /** @type {HTMLElement} */ (around).hidden = asked.length > 0 && isEmpty;
    }
    const left = entries.filter((each) => !each.hidden).length;
    part(form, "said").textContent = asked.length ? told(left, entries.length) : "";
    part(form, "ways").hidden = asked.length === 0;
    const query = write(question(controls));
    part(form, "offers").setAttribute("href", `${root.dataset.offers}${query}`);
    // The choice goes along to another month.
    for (const link of document.querySelectorAll("[data-part=further] a")) {
      if (link instanceof HTMLAnchorElement) link.search = query;
    }
    history.replaceState(history.state, "", `${location.pathname}${query}`);
  };

  /** @param {Record<string, string[]>} filters */
  const take = (filters) => {
    for (const control of controls) {
      const [word = ""] = filters[control.name] ?? [];
      if (isBox(control)) control.checked = word !== "";
      else control.value = word;
    }
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  part(form, "wipe").addEventListener("click", () => {
    take({});
    show();
    controls[0]?.focus();
  });
  take(read(new URLSearchParams(location.search), shape).filters);
  if (controls.some(chosen)) {
    part(root, "fold").setAttribute("open", "");
    show();
  }
  root.dataset.ready = "";
}

/** @type {(control: Control) => control is HTMLInputElement} */
const isBox = (control) => control.type === "checkbox";

/** @type {(control: Control) => boolean} an age that cannot be read is none yet */
function chosen(control) {
  if (isBox(control)) return control.checked;
  return "age" in control.dataset ? readAge(control.value) !== null : control.value !== "";
}

/** @type {(control: Control) => Set<string> | null} */
function choices(control) {
  if ("age" in control.dataset) return null;
  if (control instanceof HTMLSelectElement) {
    return new Set([...control.options].map((each) => each.value).filter(Boolean));
  }
  return new Set([control.value]);
}

/**
 * @param {HTMLElement} entry
 * @param {Control} control
 */
function fits(entry, control) {
  const { words = "", months: ages = "" } = entry.dataset;
  if (!("age" in control.dataset)) {
    return words.split(" ").includes(`${control.name}:${control.value}`);
  }
  const [first, end] = ages.split("/").map(Number);
  const [from, until] = months(readAge(control.value) ?? "0");
  return from < end && first < until;
}

/** @type {(controls: Control[]) => import("./search/address.js").Asked} */
function question(controls) {
  const asked = controls.filter(chosen);
  const filters = Object.fromEntries(
    asked.map((each) => [
      each.name,
      ["age" in each.dataset ? (readAge(each.value) ?? "") : each.value],
    ]),
  );
  return { text: "", filters, without: [], sort: "fit" };
}

/** @type {(left: number, all: number) => string} */
const told = (left, all) =>
  left ? `${left} van de ${all} passen hierbij.` : "Op deze pagina past hier niets bij.";
