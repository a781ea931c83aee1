/**
 * Whose offer it is: one of the partners, or a new one with a file of its own.
 *
 * @import { Beside } from "./beside.js"
 * @import { Data, Description, Problem } from "./shape.js"
 */

import { make, part } from "../search/view.js";
import { Fields } from "./fields.js";
import { trimmed } from "./places.js";
import { told } from "./remedies.js";
import { shapeProblems } from "./shape.js";
import { tell } from "./telling.js";
import { slugOf } from "./words.js";
import { yamlText } from "./yaml.js";

const NEW = "+";
const ASKED = ["naam", "samenvatting", "telefoon", "email", "website"];

export class Organisation {
  /**
   * @param {HTMLElement} root
   * @param {Beside} beside
   * @param {Description} description
   */
  constructor(root, beside, description) {
    this.root = root;
    this.partners = beside.partners;
    this.description = description;
    /** @type {Data} */
    this.data = {};
    this.list = /** @type {HTMLSelectElement} */ (part(root, "partner"));
    const options = Object.entries(beside.partners)
      .sort(([, one], [, other]) => one.name.localeCompare(other.name, "nl"))
      .map(([slug, { name }]) => make("option", { value: slug }, name));
    this.list.append(
      make("option", { value: "" }, "Kies uw organisatie"),
      ...options,
      make("option", { value: NEW }, "Mijn organisatie staat er niet bij"),
    );
    this.asked = false;
    /** @type {() => void} */
    this.changed = () => {};
    this.fields = new Fields(part(root, "new-organisation"), description, (_, done) => {
      this.asked ||= done;
      this.changed();
      this.tell();
    }, "organisatie");
  }

  /**
   * Tell of each change.
   * @param {() => void} changed
   */
  listen(changed) {
    this.changed = changed;
    this.list.addEventListener("change", () => {
      this.asked = false;
      this.draw();
      this.tell();
      changed();
    });
  }

  /**
   * Take this partner, or a new one of which this is known.
   * @param {string} partner
   * @param {Data} data
   */
  take(partner, data) {
    this.data = data;
    const known = Object.hasOwn(this.partners, partner) ? partner : "";
    this.list.value = Object.keys(data).length ? NEW : known;
    this.draw();
  }

  draw() {
    const section = part(this.root, "new-organisation");
    section.hidden = !this.isNew;
    if (this.isNew) this.fields.draw(this.data, this.description.file, ASKED);
    else section.replaceChildren();
  }

  get isNew() {
    return this.list.value === NEW;
  }

  /** Give the folder of a partner that is known, or nothing. */
  get partner() {
    return this.isNew ? "" : this.list.value;
  }

  /** Give the folder that its files go to. */
  get folder() {
    return this.isNew ? slugOf(this.name) : this.list.value;
  }

  get name() {
    if (this.isNew) return String(this.data.naam ?? "").trim();
    return this.partners[this.list.value]?.name ?? "";
  }

  /** Tell whether people can reach it, whatever an offer says. */
  get reachable() {
    if (!this.isNew) return this.partners[this.list.value]?.reachable ?? true;
    return ["telefoon", "email", "website"].some((way) => this.data[way]);
  }

  /**
   * Give what is wrong with whose it is.
   * @returns {Problem[]}
   */
  problems() {
    if (this.isNew) {
      const found = shapeProblems(trimmed(this.data), this.description);
      return found.map((problem) => told(problem, this.description));
    }
    return this.list.value ? [] : [{ location: [], message: "kies uw organisatie" }];
  }

  get isWrong() {
    return this.problems().length > 0;
  }

  /** Show what is wrong, and go there. */
  ask() {
    this.asked = true;
    this.tell();
    const wrong = this.root.querySelector("[aria-invalid]");
    if (wrong instanceof HTMLElement) wrong.focus();
  }

  tell() {
    const trouble = part(this.root, "partner-trouble");
    const isMissing = this.asked && !this.list.value;
    trouble.hidden = !isMissing;
    trouble.textContent = isMissing ? "Kies uw organisatie." : "";
    if (isMissing) this.list.setAttribute("aria-invalid", "true");
    else this.list.removeAttribute("aria-invalid");
    tell(this.fields.drawn, this.problems(), () => this.asked);
  }

  /** Give its own file, when it is new. */
  files() {
    if (!this.isNew) return [];
    const path = `offers/${this.folder || "uw-organisatie"}/aanbieder.yaml`;
    return [{ path, text: yamlText(this.data, this.description) }];
  }
}
