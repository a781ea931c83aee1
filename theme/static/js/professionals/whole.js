/**
 * The table of all offers: filters and sorting, which stand in the address.
 *
 * A long table stands on several pages. Who filters or sorts means all of it, so then the
 * rows of the other pages are fetched.
 *
 * @import { Row } from "./rows.js"
 */

import { order, showSort, sortButtons, sortIn, value } from "../report-table.js";
import { read as readAddress, write as writeAddress } from "../search/address.js";
import { Filters } from "../search/filters.js";
import { make, part } from "../search/view.js";
import { counts, fetchRows, fitting, read } from "./rows.js";

const AT_ONCE = 250;
const LOST = "De verbinding viel weg. U ziet alleen deze pagina.";

export class WholeTable {
  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} whole what holds the filters and the table
   * @param {() => void} drawn is called when other rows show
   */
  constructor(root, whole, drawn) {
    const text = part(whole, "text");
    const body = whole.querySelector("tbody");
    if (!(text instanceof HTMLInputElement) || !body) throw new Error("no table");
    this.root = root;
    this.whole = whole;
    this.drawn = drawn;
    this.text = text;
    this.body = body;
    this.region = /** @type {HTMLElement} */ (whole.querySelector("[role=region]"));
    this.heads = [...whole.querySelectorAll("thead th")].filter(
      (each) => each instanceof HTMLTableCellElement,
    );
    this.pages = Number(whole.dataset.pages);
    /** @type {Row[]} */
    this.rows = [...body.rows].map(read);
    this.limit = AT_ONCE;
    /** @type {Promise<Row[]> | null} */
    this.others = null;
    this.filters = new Filters(whole, () => this.changed());
    this.listen();
    const given = new URLSearchParams(location.search);
    const asked = readAddress(given, this.filters.shape);
    this.sort = sortIn(given.get("op"), this.heads);
    this.text.value = asked.text;
    this.filters.show(asked);
    this.draw();
  }

  listen() {
    const { form } = this.filters;
    this.text.addEventListener("input", () => this.changed());
    // Before the filters wipe themselves and say that something changed.
    form.addEventListener(
      "click",
      ({ target }) => {
        if (!(target instanceof Element) || !target.closest("[data-part=clear-filters]")) return;
        this.text.value = "";
        this.sort = null;
      },
      true,
    );
    part(this.whole, "more").addEventListener("click", () => {
      this.limit += AT_ONCE;
      this.draw();
    });
    sortButtons(this.heads, (column, direction) => {
      this.sort = { column, direction };
      this.changed();
    });
  }

  /** Give what is asked of the rows. */
  get wanted() {
    const { filters, text } = this;
    return { text: text.value.trim(), filters: filters.read(), age: filters.age?.name ?? "" };
  }

  /** Write the address anew, and draw. */
  changed() {
    const { text, filters } = this.wanted;
    const query = new URLSearchParams(writeAddress({ text, filters, without: [], sort: "fit" }));
    if (this.sort) {
      const number = this.heads.findIndex(({ cellIndex }) => cellIndex === this.sort?.column) + 1;
      query.set("op", `${number}${this.sort.direction > 0 ? "" : "-"}`);
    }
    const written = query.size ? `?${query}` : "";
    history.replaceState(history.state, "", `${location.pathname}${written}${location.hash}`);
    this.filters.show({ text, filters, without: [], sort: "fit" });
    this.limit = AT_ONCE;
    this.draw();
  }

  /** Fetch every row once, in their order. */
  async fetchOthers() {
    this.others ??= Promise.all(
      Array.from({ length: this.pages }, (_, page) => fetchRows(this.whole, page + 1)),
    ).then((all) => all.flat());
    try {
      this.rows = await this.others;
      part(this.root, "pager").hidden = true;
      this.pages = 1;
    } catch {
      this.others = null;
      return false;
    }
    return true;
  }

  async draw() {
    const isAsked = this.wanted.text || Object.keys(this.wanted.filters).length || this.sort;
    const lost = isAsked && this.pages > 1 && !(await this.fetchOthers());
    const { wanted, rows, sort } = this;
    const found = rows.filter(fitting(wanted));
    if (sort) {
      const by = new Map(found.map((row) => [row, value(row.element.cells[sort.column])]));
      found.sort((one, other) => order(by.get(one) ?? "", by.get(other) ?? "", sort.direction));
    }
    showSort(this.heads, sort?.column ?? -1, sort?.direction ?? 1);
    if (isAsked || this.pages === 1) {
      this.put(found.slice(0, this.limit).map(({ element }) => element));
      this.say(found.length, Boolean(lost));
    }
    part(this.whole, "more-row").hidden = found.length <= this.limit;
    this.region.hidden = found.length === 0;
    part(this.whole, "nothing").hidden = found.length > 0;
    this.showWays(found.length);
    const { shape } = this.filters;
    this.filters.showTotal(found.length);
    if (this.pages === 1) this.filters.showCounts(counts(rows, wanted, shape));
    part(this.whole, "clear-filters").hidden = !isAsked;
    this.drawn();
  }

  /**
   * Let these rows stand in the table. The same ones stay as they are: a click that ends
   * the typing in a field must still find what it clicked on.
   * @param {HTMLTableRowElement[]} elements
   */
  put(elements) {
    const { children } = this.body;
    const isSame = elements.length === children.length && elements.every((each, place) => each === children[place]);
    if (!isSame) this.body.replaceChildren(...elements);
  }

  /**
   * @param {number} number of rows that fit
   * @param {boolean} lost whether there may be more
   */
  say(number, lost) {
    const all = this.rows.length;
    const words = number === all ? `${all} keer aanbod` : `${number} van de ${all} keer aanbod`;
    part(this.whole, "count").textContent = lost ? LOST : words;
  }

  /**
   * Offer to leave one filter out, when nothing fits all.
   * @param {number} number of rows that fit
   */
  showWays(number) {
    const { wanted, rows } = this;
    const names = [...Object.keys(wanted.filters), ...(wanted.text ? ["q"] : [])];
    const ways = (number ? [] : names).flatMap((name) => {
      const more = rows.filter(fitting(wanted, name)).length;
      return more ? [this.way(name, more)] : [];
    });
    part(this.whole, "ways").replaceChildren(...ways);
  }

  /**
   * @param {string} name of the filter to leave out
   * @param {number} more how many rows fit then
   */
  way(name, more) {
    const { wanted } = this;
    const chosen = wanted.filters[name]?.[0] ?? "";
    const said = name === "q" ? { name: "Woorden", label: wanted.text } : this.filters.words(name, chosen);
    const words = `Zonder ${said.name}: ${said.label} (${more})`;
    const button = make("button", { type: "button", class: "ga-link-button" }, words);
    button.addEventListener("click", () => {
      const filters = Object.fromEntries(
        Object.entries(wanted.filters).filter(([each]) => each !== name),
      );
      if (name === "q") this.text.value = "";
      if (name === wanted.age && this.filters.age) this.filters.age.value = "";
      this.filters.show({ text: "", filters, without: [], sort: "fit" });
      this.changed();
      this.region.focus();
    });
    return make("li", {}, button);
  }
}
