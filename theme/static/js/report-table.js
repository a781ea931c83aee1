/**
 * Makes a table of the report sortable and gives it a filter; both stand in the address.
 */

const ROWS_WORTH_A_FILTER = 8;
const compare = new Intl.Collator("nl", { numeric: true }).compare;

/** @type {(cell: Element) => string} gives what a cell is sorted by */
export const value = (cell) => cell.getAttribute("data-sort") ?? cell.textContent?.trim() ?? "";

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
 * Makes each heading a button that sorts.
 * @param {HTMLTableCellElement[]} heads
 * @param {(column: number, direction: number, words: string) => void} asked
 */
export function sortButtons(heads, asked) {
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ga-table__sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      asked(head.cellIndex, direction, `Gesorteerd op ${button.textContent}, ${direction > 0 ? "oplopend" : "aflopend"}.`);
    });
    head.append(button);
  }
}

/**
 * Says in the headings how the table is sorted.
 * @param {HTMLTableCellElement[]} heads
 * @param {number} column
 * @param {number} direction
 */
export function showSort(heads, column, direction) {
  for (const head of heads) {
    if (head.cellIndex === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  }
}

/**
 * Gives the column and direction that an address names, as `3` or `3-`.
 * @param {string | null} written
 * @param {HTMLTableCellElement[]} heads
 */
export function sortIn(written, heads) {
  const [, number, down] = /^(\d{1,2})(-?)$/.exec(written ?? "") ?? [];
  const head = number && heads[Number(number) - 1];
  return head ? { column: head.cellIndex, direction: down ? -1 : 1 } : null;
}

/**
 * Brings one table to life.
 * @param {HTMLElement} root
 */
export function start(root) {
  const name = root.dataset.name ?? "";
  const body = root.querySelector("tbody");
  const heads = [...root.querySelectorAll("thead th")].filter((each) => each instanceof HTMLTableCellElement);
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
    showSort(heads, column, direction);
  };

  sortButtons(heads, (column, direction, words) => {
    sort(column, direction);
    remember("op", `${column + 1}${direction > 0 ? "" : "-"}`);
    said.textContent = words;
  });

  const given = new URLSearchParams(location.search);
  const wanted = sortIn(given.get(`${name}-op`), heads);
  if (wanted) sort(wanted.column, wanted.direction);
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
