/**
 * The pages for professionals: choose rows for a client; on the first also filter and sort.
 */

import { Choice } from "./choice.js";
import { WholeTable } from "./whole.js";

/** @param {HTMLElement} root */
export function start(root) {
  const choice = new Choice(root);
  const whole = root.querySelector("[data-part=whole]");
  if (whole instanceof HTMLElement) new WholeTable(root, whole, () => choice.tick());
  root.dataset.ready = "";
}
