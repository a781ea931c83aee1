/**
 * Makes a table of the report sortable and gives it a filter; both stand in the address.
 */

const ROWS_WORTH_A_FILTER = 8;
const compare = new Intl.Collator("nl", { numeric: true }).compare;

/** @type {(cell: Element) => string} */
const value = (cell) => cell.getAttribute("data-sort") ?? cell.textContent?.trim() ?? "";

/**
 * Compares two cells: numbers as numbers, "onbekend" always last.
 * @param {string} one
 * @param {string} other
 * @param {number} direction 1 or -1
 */
export function order(one, other, direction) {
  const unknown = Number(one === "onbekend") - Number(other === "onbekend");
  if (unknown) return unknown;
  const [first, second] = [Number(one), Number(other)];
  const both = one !== "" && other !== "" && !Number.isNaN(first) && !Number.isNaN(second);
  return direction * (both ? first - second : compare(one, other));
}

/**
 * Brings one table to life.
 * @param {HTMLElement} root
 */
export function start(root) {
  const name = root.dataset.name ?? "";
  const body = root.querySelector("tbody");
  const heads = [...root.querySelectorAll("thead th")];
  if (!body) return;
  const rows = [...body.rows];
  const said = document.createElement("p");
  said.className = "ga-hidden";
  said.setAttribute("role", "status");
  root.append(said);

  /** @type {(key: string, value: string) => void} */
  const remember = (key, given) => {
    const address = new URL(location.href);
    if (given) address.searchParams.set(`${name}-${key}`, given);
    else address.searchParams.delete(`${name}-${key}`);
    history.replaceState(history.state, "", address);
  };

  /** @type {(column: number, direction: number) => void} */
  const sort = (column, direction) => {
    const sorted = [...rows].sort((one, other) =>
      order(value(one.cells[column]), value(other.cells[column]), direction),
    );
    body.append(...sorted);
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ga-table__sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      sort(column, direction);
      remember("op", `${column + 1}${direction > 0 ? "" : "-"}`);
      said.textContent = `Gesorteerd op ${button.textContent}, ${direction > 0 ? "oplopend" : "aflopend"}.`;
    });
    head.append(button);
  });

  const given = new URLSearchParams(location.search);
  const [, column, down] = /^(\d{1,2})(-?)$/.exec(given.get(`${name}-op`) ?? "") ?? [];
  if (column && heads[Number(column) - 1]) sort(Number(column) - 1, down ? -1 : 1);
  if (rows.length >= ROWS_WORTH_A_FILTER) filterBy(given.get(`${name}-zoek`) ?? "");

  /** @param {string} wanted */
  function filterBy(wanted) {
    const label = document.createElement("label");
    label.className = "ga-table__filter";
    const input = document.createElement("input");
    input.type = "search";
    input.value = wanted;
    label.append("Alleen rijen met", input);
    const show = () => {
      const words = input.value.toLocaleLowerCase("nl").split(/\s+/).filter(Boolean);
      for (const row of rows) {
        const text = row.textContent?.toLocaleLowerCase("nl") ?? "";
        row.hidden = !words.every((word) => text.includes(word));
      }
    };
    input.addEventListener("input", () => {
      show();
      remember("zoek", input.value.trim());
      said.textContent = `${rows.filter((row) => !row.hidden).length} van de ${rows.length} rijen.`;
    });
    show();
    root.prepend(label);
  }
}
