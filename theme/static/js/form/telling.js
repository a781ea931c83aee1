/**
 * Shows what the check says: beside each question that somebody is done with.
 *
 * @import { Drawn } from "./fields.js"
 * @import { Description, Location, Problem } from "./shape.js"
 */

import { writtenAs } from "./checking.js";

/**
 * Find the question that a problem is about, or the nearest around it.
 * @param {Map<string, Drawn>} drawn
 * @param {Location} location
 */
export function questionAt(drawn, location) {
  for (let length = location.length; length > 0; length -= 1) {
    const found = drawn.get(writtenAs(location.slice(0, length)));
    if (found?.element.isConnected) return found;
  }
  return null;
}

/**
 * Say beside each question what is wrong, or deserves a second look.
 * @param {Map<string, Drawn>} drawn
 * @param {Problem[]} problems
 * @param {(location: Location) => boolean} isDone whether somebody is done with a question
 */
export function tell(drawn, problems, isDone) {
  /** @type {Map<Drawn, Problem[]>} */
  const said = new Map();
  for (const problem of problems) {
    const question = questionAt(drawn, problem.location);
    if (question && isDone(problem.location)) {
      said.set(question, [...(said.get(question) ?? []), problem]);
    }
  }
  for (const question of drawn.values()) show(question, said.get(question) ?? []);
}

/**
 * @param {Drawn} question
 * @param {Problem[]} problems
 */
function show({ element, error, controls }, problems) {
  const wrong = problems.some(({ warning }) => !warning);
  const sentences = problems.map(({ message, warning }) =>
    sentence(`${warning ? "Tip: " : ""}${message}`),
  );
  const words = sentences.join(" ");
  if (error.textContent !== words) error.textContent = words;
  error.hidden = words === "";
  error.classList.toggle("ga-ask__tip", !wrong);
  const fold = element.closest("details");
  if (wrong && fold) fold.open = true;
  for (const each of element.tagName === "FIELDSET" ? [] : controls) {
    if (wrong) each.setAttribute("aria-invalid", "true");
    else each.removeAttribute("aria-invalid");
  }
}

/**
 * Give the words for a location: `Groepen 1, Tijd`.
 * @param {Location} location
 * @param {Description} description
 */
export function titleAt(location, { records, file }) {
  /** @type {string[]} */
  const titles = [];
  let record = file;
  for (const step of location) {
    const key = records[record]?.find(({ name }) => name === step);
    if (typeof step === "number") titles.push(`${titles.pop()} ${step + 1}`);
    else titles.push(key?.title ?? step);
    if (key) record = key.parts;
  }
  return titles.join(", ");
}

/**
 * Give what the check says as a sentence of its own.
 * @param {string} message
 */
export function sentence(message) {
  const begun = message.slice(0, 1).toUpperCase() + message.slice(1);
  return /[.?!…]$/.test(begun) ? begun : `${begun}.`;
}
