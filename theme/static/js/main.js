/**
 * Starts what a page asks for with `data-module`; every page works without it too.
 */

import { start as startExit } from "./exit.js";
import { listen } from "./saved.js";

/** @typedef {(root: HTMLElement) => void | Promise<void>} Start Brings one element of a page to life. */

/** @type {Record<string, () => Promise<{ start: Start }>>} */
const MODULES = {
  search: () => import("./search/page.js"),
  share: () => import("./share.js"),
  saved: () => import("./saved-page.js"),
  form: () => import("./form/page.js"),
  agenda: () => import("./agenda.js"),
  hours: () => import("./hours.js"),
  // Who must leave at once does not wait for one more file.
  exit: async () => ({ start: startExit }),
  print: () => import("./print.js"),
  table: () => import("./report-table.js"),
  professionals: () => import("./professionals/page.js"),
};

/** What stands low on the page waits until somebody comes near: this many pixels. */
const NEAR = 600;
const watcher = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      begin(/** @type {HTMLElement} */ (target));
    }
  },
  { rootMargin: `${NEAR}px` },
);

/** @param {HTMLElement} root */
function begin(root) {
  // A part that cannot be fetched or started leaves the page as without JavaScript.
  MODULES[root.dataset.module ?? ""]?.()
    .then(({ start }) => start(root))
    .catch(() => root.setAttribute("data-failed", ""));
}

for (const root of document.querySelectorAll("[data-module]")) {
  if (!(root instanceof HTMLElement)) continue;
  if ("whenSeen" in root.dataset) watcher.observe(root);
  else begin(root);
}

listen();

/** Suggestions are fetched when somebody goes to a search box, not before. */
document.addEventListener("focusin", async ({ target }) => {
  if (target instanceof HTMLInputElement && target.closest("[data-suggest]")) {
    const { suggest } = await import("./search/suggest.js").catch(() => ({ suggest: null }));
    suggest?.(target);
  }
});

/** The slash goes to the search box, as on many sites; never while somebody types. */
document.addEventListener("keydown", (event) => {
  const busy = document.activeElement?.closest("input, select, textarea, dialog, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || busy) return;
  const box = document.querySelector(".ga-search__input");
  if (!(box instanceof HTMLInputElement)) return;
  event.preventDefault();
  const folded = box.closest("details");
  if (folded && !box.checkVisibility()) folded.open = true;
  box.focus();
  box.select();
});
