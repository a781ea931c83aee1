/**
 * Prints the page, by a button; the style sheets say what of it comes on paper.
 */

/** @param {HTMLElement} root */
export function start(root) {
  root.addEventListener("click", () => window.print());
  root.dataset.ready = "";
}
