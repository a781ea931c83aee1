/**
 * The filters beside the results: on a wide screen a column, on a phone a sheet.
 *
 * @import { Asked, Shape } from "./address.js"
 */

import { ageInWords, readAge } from "./address.js";
import { part } from "./view.js";

const WRONG_AGE = "Dit is geen leeftijd. Typ bijvoorbeeld 9, 2 jaar, 8 maanden of zwanger.";

/** Reads and shows the filters of one form. */
export class Filters {
  /**
   * @param {HTMLElement} root what holds the form, the button and the sheet
   * @param {(typing: boolean) => void} changed is called when something was chosen
   */
  constructor(root, changed) {
    const form = root.querySelector("form.ga-filters");
    const sheet = root.querySelector("dialog");
    const button = part(root, "open-filters");
    if (!(form instanceof HTMLFormElement) || !sheet) throw new Error("no filters");
    this.form = form;
    this.sheet = sheet;
    this.count = part(button, "filter-count");
    this.counted = part(form, "total");
    this.changed = changed;
    /** @type {Record<string, string[]>} what the address says of lists with one choice */
    this.given = {};
    const home = form.parentElement;
    button.addEventListener("click", () => {
      sheet.append(form);
      sheet.showModal();
      part(form, "filters-title").focus();
    });
    sheet.addEventListener("close", () => home?.append(form));
    sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
    part(form, "close-filters").addEventListener("click", () => sheet.close());
    part(form, "clear-filters").addEventListener("click", () => this.clear());
    matchMedia("(min-width: 62rem)").addEventListener("change", () => sheet.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.checkAge()) return;
      changed(false);
      sheet.close();
    });
    form.addEventListener("change", ({ target }) => {
      if (target !== this.age) changed(false);
      else if (this.checkAge()) changed(false);
    });
    this.age?.addEventListener("input", () => {
      if (this.age && (readAge(this.age.value) || !this.age.value.trim())) {
        this.complain("");
        changed(true);
      }
    });
  }

  /** The field in which an age is typed, if the region has that filter. */
  get age() {
    const field = this.form.querySelector("[data-age]");
    return field instanceof HTMLInputElement ? field : null;
  }

  /** @returns {(HTMLInputElement | HTMLOptionElement)[]} everything one can choose */
  get choices() {
    return [...this.form.querySelectorAll("input[type=checkbox], option")].filter(
      (each) => each instanceof HTMLInputElement || each instanceof HTMLOptionElement,
    );
  }

  /** @param {HTMLInputElement | HTMLOptionElement} choice */
  static filterOf(choice) {
    return choice instanceof HTMLInputElement ? choice.name : choice.closest("select")?.name ?? "";
  }

  /** @returns {Shape} */
  get shape() {
    /** @type {Shape} */
    const shape = new Map();
    if (this.age) shape.set(this.age.name, null);
    for (const choice of this.choices) {
      const name = Filters.filterOf(choice);
      const words = shape.get(name) ?? new Set();
      shape.set(name, choice.value ? words.add(choice.value) : words);
    }
    return shape;
  }

  /** Give what is chosen. */
  read() {
    /** @type {Record<string, string[]>} */
    const filters = {};
    const age = this.age && readAge(this.age.value);
    if (this.age && age) filters[this.age.name] = [age];
    for (const choice of this.choices) {
      const chosen = choice instanceof HTMLInputElement ? choice.checked : choice.selected;
      const name = Filters.filterOf(choice);
      if (!chosen || !choice.value) continue;
      // An address may name several places; a list shows the first, and keeps the others.
      const others = choice instanceof HTMLOptionElement ? this.given[name] : undefined;
      if (others?.[0] === choice.value) filters[name] = others;
      else (filters[name] ??= []).push(choice.value);
    }
    return filters;
  }

  /**
   * Show what is asked; a field in which somebody types stays as it is.
   * @param {Asked} asked
   */
  show({ filters }) {
    this.given = filters;
    const { age } = this;
    if (age && age !== document.activeElement) {
      const given = filters[age.name]?.[0] ?? "";
      if (readAge(age.value) !== (given || null)) age.value = given;
    }
    for (const choice of this.choices) {
      const words = filters[Filters.filterOf(choice)] ?? [];
      if (choice instanceof HTMLInputElement) choice.checked = words.includes(choice.value);
      else choice.selected = choice.value ? words[0] === choice.value : words.length === 0;
    }
    for (const fold of this.form.querySelectorAll("details")) {
      const chosen = fold.querySelectorAll("input:checked").length;
      part(fold, "chosen").textContent = chosen ? `${chosen} gekozen` : "";
    }
    const number = Object.values(filters).flat().length;
    this.count.textContent = number ? ` (${number})` : "";
    part(this.form, "clear-filters").hidden = number === 0;
  }

  /** Unfold what holds a choice, so that one sees it on arriving. */
  unfold() {
    for (const fold of this.form.querySelectorAll("details")) {
      if (fold.querySelector("input:checked")) fold.open = true;
    }
  }

  /** @param {number} total how much there is to show */
  showTotal(total) {
    this.counted.textContent = `Toon ${total} ${total === 1 ? "resultaat" : "resultaten"}`;
  }

  /**
   * Show how much one would find with each choice.
   * @param {import("./client.js").Counts} counts
   */
  showCounts(counts) {
    for (const choice of this.choices) {
      const number = counts[Filters.filterOf(choice)]?.[choice.value];
      if (!choice.value || number === undefined) continue;
      if (choice instanceof HTMLOptionElement) {
        choice.textContent = `${choice.dataset.shown} (${number})`;
        continue;
      }
      const label = choice.closest("label");
      if (!label) continue;
      part(label, "count").textContent = String(number);
      part(label, "count-words").textContent = number
        ? ` (${number} keer aanbod)`
        : " (hiermee vindt u nu niets)";
      label.classList.toggle("ga-choice--empty", number === 0 && !choice.checked);
    }
  }

  /** Remove every choice. */
  clear() {
    if (this.age) this.age.value = "";
    this.complain("");
    this.show({ filters: {}, text: "", without: [], sort: "fit" });
    this.changed(false);
    part(this.form, "filters-title").focus();
  }

  /** Say so when what is typed is no age. */
  checkAge() {
    const wrong = this.age?.value.trim() && readAge(this.age.value) === null;
    this.complain(wrong ? WRONG_AGE : "");
    return !wrong;
  }

  /** @param {string} words why an age cannot be right; empty when it can */
  complain(words) {
    if (!this.age) return;
    const message = part(this.form, "age-error");
    message.textContent = words;
    message.hidden = !words;
    if (words) this.age.setAttribute("aria-invalid", "true");
    else this.age.removeAttribute("aria-invalid");
  }

  /**
   * Give what people call a choice.
   * @param {string} name of the filter
   * @param {string} word
   * @returns {{ name: string, label: string }}
   */
  words(name, word) {
    const choice = this.choices.find(
      (each) => Filters.filterOf(each) === name && each.value === word,
    );
    const group = this.form.querySelector(`[data-filter="${CSS.escape(name)}"]`);
    return {
      name: group?.getAttribute("data-short") ?? name,
      label: choice?.dataset.name ?? ageInWords(word),
    };
  }
}
