/**
 * How one begins: with a new offer, one that is on the site, a file, or a draft.
 *
 * @import { Beside } from "./beside.js"
 * @import { Data } from "./shape.js"
 */

import { address } from "../search/client.js";
import { make, part } from "../search/view.js";
import { LARGEST, opened } from "./opening.js";

/**
 * @typedef {object} Begun
 * @property {Data} data
 * @property {string} partner
 * @property {string} slug
 */

/**
 * Let somebody choose; `begin` is told what.
 * @param {HTMLElement} root
 * @param {Beside} beside
 * @param {(begun: Begun) => void} begin
 */
export function offerStarts(root, beside, begin) {
  const list = /** @type {HTMLSelectElement} */ (part(root, "offers"));
  list.replaceChildren(make("option", { value: "" }, "Kies een aanbod"), ...groups(beside));
  const trouble = part(root, "open-trouble");
  const say = (/** @type {string} */ words) => {
    trouble.textContent = words;
    trouble.hidden = !words;
  };
  part(root, "new").addEventListener("click", () => begin({ data: {}, partner: "", slug: "" }));
  part(root, "open").addEventListener("click", async () => {
    say("");
    const [partner, slug] = list.value.split("/");
    if (!slug) return say("Kies eerst een aanbod.");
    const data = await fetched(list.value);
    return data ? begin({ data, partner, slug }) : say("Dit bestand kunnen we nu niet openen. Probeer het later.");
  });
  part(root, "file").addEventListener("change", async ({ target }) => {
    say("");
    const input = /** @type {HTMLInputElement} */ (target);
    const file = input.files?.[0];
    if (!file) return;
    const data = file.size <= LARGEST ? opened(await file.text()) : null;
    input.value = "";
    if (data) begin({ data, partner: "", slug: "" });
    else say("Dit bestand begrijpen we niet. Kies een bestand dat eindigt op .yaml.");
  });
}

/** @param {Beside} beside */
function groups({ partners, offers }) {
  return Object.entries(partners)
    .sort(([, one], [, other]) => one.name.localeCompare(other.name, "nl"))
    .map(([slug, { name }]) => {
      const own = offers.filter(({ id }) => id.startsWith(`${slug}/`));
      const options = own.map(({ id, title }) => make("option", { value: id }, title));
      return make("optgroup", { label: name }, ...options);
    })
    .filter((group) => group.childElementCount > 0);
}

/**
 * Fetch the file of an offer, as its partner wrote it.
 * @param {string} identity
 * @returns {Promise<Data | null>}
 */
async function fetched(identity) {
  const [partner, slug] = identity.split("/");
  const folder = address("data/aanbod/");
  try {
    const answer = await fetch(`${folder}${partner}.json`, { cache: "no-cache" });
    const texts = answer.ok ? await answer.json() : {};
    return Object.hasOwn(texts, slug) ? opened(String(texts[slug])) : null;
  } catch {
    return null;
  }
}
