/**
 * The list of steps: where one is, and which are right.
 */

import { make } from "../search/view.js";

/** @typedef {{ name: string, title: string, intro: string, keys: string[] }} Step */

const WORDS = { wrong: " nog niet goed", right: " goed", new: "" };

/**
 * Draw the steps; each leads to its questions.
 * @param {HTMLElement} list
 * @param {Step[]} steps
 * @param {number} at
 * @param {(number: number) => keyof typeof WORDS} stateOf
 * @param {(number: number) => void} goTo
 */
export function drawSteps(list, steps, at, stateOf, goTo) {
  const entries = steps.map(({ title, name }, number) => {
    const button = make("button", { class: "ga-form-steps__button", type: "button" }, title);
    if (number === at) button.setAttribute("aria-current", "step");
    button.addEventListener("click", () => goTo(number));
    const state = stateOf(number);
    button.append(
      make("span", { class: "ga-form-steps__state", "data-step-state": state }, WORDS[state]),
    );
    return make("li", { class: "ga-form-steps__item", "data-step": name }, button);
  });
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...entries);
  const current = list.querySelector("[aria-current]");
  if (hadFocus && current instanceof HTMLElement) current.focus();
}

/**
 * Give the number of the step that asks for what a problem is about.
 * @param {Step[]} steps
 * @param {import("./shape.js").Problem} problem
 */
export function stepOf(steps, { location }) {
  const number = steps.findIndex(({ keys }) => keys.includes(String(location[0])));
  return number < 0 ? steps.length - 1 : number;
}

/**
 * Give a name for a new file that is still free in its folder.
 * @param {string} folder
 * @param {string} name
 * @param {string[]} taken addresses, as `aanbieder/slug`
 */
export function freeName(folder, name, taken) {
  let free = name;
  for (let number = 2; taken.includes(`${folder}/${free}`); number += 1) free = `${name}-${number}`;
  return free;
}
