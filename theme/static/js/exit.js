/**
 * Leaves the site at once: shows nothing more, wipes what was kept, goes elsewhere.
 *
 * The link works without this too; then nothing is wiped and this page stays in the
 * browser's history. Pressing Shift three times does the same, on the whole page.
 */

import { wipeAll } from "./kept.js";

const PRESSES = 3;
const PATIENCE = 5000; // milliseconds between two presses

/** @param {HTMLElement} root */
export function start(root) {
  const link = root.querySelector("[data-part=leave]");
  const said = root.querySelector("[data-part=said]");
  if (!(link instanceof HTMLAnchorElement) || !said) return;
  const { href } = link;

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(href);
  });
  // Also with the other button or key, which would open it beside this page.
  link.addEventListener("auxclick", (event) => {
    if (event.button !== 1) return;
    event.preventDefault();
    leave(href);
  });
  onThreeShifts(
    (left) => {
      said.textContent = left ? `Druk nog ${left} keer op Shift om deze site te verlaten.` : "";
    },
    () => leave(href),
  );
  root.dataset.ready = "";
}

/**
 * Go, so that nothing of this page can be read or gone back to.
 * @param {string} href
 */
function leave(href) {
  document.documentElement.dataset.leaving = "";
  document.title = new URL(href).hostname;
  wipeAll();
  location.replace(href);
}

/**
 * Hear Shift three times in a row; with another key in between it was only a capital.
 * @param {(left: number) => void} tell how often still, or 0 when it was dropped
 * @param {() => void} done
 */
function onThreeShifts(tell, done) {
  let presses = 0;
  let alone = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const drop = () => {
    clearTimeout(timer);
    if (presses) tell(0);
    presses = 0;
  };
  document.addEventListener("keydown", ({ key }) => {
    alone = key === "Shift";
    if (!alone) drop();
  });
  document.addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    clearTimeout(timer);
    if (presses === PRESSES) done();
    else tell(PRESSES - presses);
    timer = setTimeout(drop, PATIENCE);
  });
}
