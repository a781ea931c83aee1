/**
 * What a visitor saves: a list of offers in this browser alone, and the buttons for it.
 *
 * Nothing is written before somebody presses a button. What stands in the browser's
 * storage may come from anybody, so each name is checked before it is used.
 */

import { KEYS } from "./kept.js";

const IDENTITY = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 100;
const LONGEST = 160;
const REFUSED = "Bewaren lukt niet: uw browser staat het niet toe, of is vol.";

/**
 * Keep only what names an offer, each once: `aanbieder/slug`.
 * @param {unknown} names
 * @returns {string[]}
 */
export function identities(names) {
  if (!Array.isArray(names)) return [];
  const right = names.filter(
    (name) => typeof name === "string" && name.length <= LONGEST && IDENTITY.test(name),
  );
  return [...new Set(right)].slice(0, MOST);
}

/**
 * Give what was saved, the first first; nothing when storage is closed.
 * @returns {string[]}
 */
export function saved() {
  try {
    return identities(JSON.parse(localStorage.getItem(KEYS.saved) ?? "[]"));
  } catch {
    return [];
  }
}

/**
 * Save this list instead, and show it everywhere; an empty list leaves nothing behind.
 * @param {string[]} names
 * @returns {boolean} whether the browser allowed it
 */
export function save(names) {
  const right = identities(names);
  try {
    if (right.length) localStorage.setItem(KEYS.saved, JSON.stringify(right));
    else localStorage.removeItem(KEYS.saved);
  } catch {
    say(REFUSED, true);
    return false;
  }
  show();
  return true;
}

/** Show in each button and in the header what is saved. */
export function show() {
  const names = saved();
  for (const button of document.querySelectorAll("[data-save]")) {
    const pressed = names.includes(button.getAttribute("data-save") ?? "");
    button.setAttribute("aria-pressed", String(pressed));
  }
  for (const count of document.querySelectorAll("[data-saved-count]")) {
    count.textContent = names.length ? ` (${names.length})` : "";
  }
}

const voice = document.createElement("p");
voice.className = "ga-hidden";
voice.setAttribute("role", "status");

/**
 * Tell something small: aloud, and on the screen when it went wrong.
 * @param {string} words
 * @param {boolean} [wrong]
 */
export function say(words, wrong = false) {
  voice.className = wrong ? "ga-toast" : "ga-hidden";
  voice.textContent = "";
  // A screen reader hears a change only after it has seen the empty region.
  setTimeout(() => {
    voice.textContent = words;
  }, 50);
}

/** Let the buttons work, also those that come later, and follow other tabs. */
export function listen() {
  show();
  document.body.append(voice);
  document.documentElement.dataset.ready = "";
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-save]") : null;
    const name = button?.getAttribute("data-save");
    if (name) toggle(name);
  });
  addEventListener("storage", show);
  addEventListener("pageshow", show);
}

/** @param {string} name */
function toggle(name) {
  const names = saved();
  const had = names.includes(name);
  if (!had && names.length >= MOST) {
    say(`Er passen ${MOST} keer aanbod op uw lijst. Haal er eerst iets af.`, true);
  } else if (save(had ? names.filter((each) => each !== name) : [...names, name])) {
    say(had ? "Van uw lijst gehaald." : "Bewaard op uw lijst.");
  }
}
