/**
 * The last step: what is still wrong, the file, and how it gets to the coordinator.
 *
 * @import { Problem } from "./shape.js"
 */

import { download } from "../download.js";
import { make, part } from "../search/view.js";
import { letter, proposal } from "./sending.js";
import { sentence } from "./telling.js";

/**
 * @typedef {object} File A file to hand over.
 * @property {string} path
 * @property {string} text
 */

/**
 * @typedef {object} Reviewed
 * @property {Problem[]} problems
 * @property {(problem: Problem) => string} nameOf where a problem is, in words
 * @property {(problem: Problem) => void} goTo
 * @property {(problem: Problem) => void} drop take away a key that no file has
 * @property {(problem: Problem) => boolean} isUnknown
 * @property {File[]} files the offer's first
 * @property {string} title
 * @property {boolean} isNew
 */

export class Review {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Reviewed | null} */
    this.now = null;
    part(root, "copy").addEventListener("click", () => this.copy());
    part(root, "download").addEventListener("click", () => {
      for (const { path, text } of this.now?.files ?? []) download(nameIn(path), text, "application/yaml");
      this.say("Het bestand staat bij uw downloads.");
    });
  }

  /** @param {Reviewed} now */
  show(now) {
    this.now = now;
    const wrong = now.problems.filter(({ warning }) => !warning);
    const tips = now.problems.filter(({ warning }) => warning);
    this.list("mistakes", wrong);
    this.list("tips", tips);
    part(this.root, "verdict").textContent = verdict(wrong.length);
    part(this.root, "send").hidden = wrong.length > 0;
    const [offer, ...others] = now.files;
    part(this.root, "text").textContent = offer.text;
    part(this.root, "path").textContent = offer.path;
    part(this.root, "second").hidden = !others.length;
    part(this.root, "second-path").textContent = others[0]?.path ?? "";
    part(this.root, "second-text").textContent = others[0]?.text ?? "";
    part(this.root, "changed-note").hidden = now.isNew;
    const mail = part(this.root, "mail");
    mail.setAttribute("href", letter(mail.dataset.to ?? "", now.title, now.files.map(({ path }) => path)));
    part(this.root, "download").textContent =
      others.length ? "Download de 2 bestanden" : "Download het bestand";
    part(this.root, "one-file").hidden = others.length > 0;
    part(this.root, "two-files").hidden = !others.length;
    this.showProposals(offer, now.isNew, others);
  }

  /**
   * Link to a proposal on GitHub, where files stand there. An address can fill in one file
   * only, so a new organisation makes two: first itself, then its offer.
   * @param {File} offer
   * @param {boolean} isNew
   * @param {File[]} others
   */
  showProposals(offer, isNew, others) {
    const link = this.root.querySelector('[data-part="github"]');
    if (!(link instanceof HTMLElement)) return;
    const repository = link.dataset.repository ?? "";
    part(this.root, "one-proposal").hidden = others.length > 0;
    part(this.root, "two-proposals").hidden = !others.length;
    this.propose("github", repository, offer, isNew);
    this.propose("github-offer", repository, offer, true);
    for (const own of others) this.propose("github-organisation", repository, own, true);
  }

  /**
   * @param {string} name the part that is the link
   * @param {string} repository
   * @param {File} file
   * @param {boolean} isNew
   */
  propose(name, repository, { path, text }, isNew) {
    const found = proposal(repository, path, text, isNew);
    part(this.root, name).setAttribute("href", found.address);
    part(this.root, `${name}-hint`).textContent = found.isFilled
      ? "De tekst staat er dan al in. Kies daar “Propose changes” en dan “Create pull request”."
      : "Kopieer eerst de tekst. Plak die daar. Kies “Propose changes” en dan “Create pull request”.";
  }

  /**
   * @param {string} name
   * @param {Problem[]} problems
   */
  list(name, problems) {
    part(this.root, name).hidden = !problems.length;
    const { now } = this;
    const entries = problems.map((problem) => {
      const go = make("button", { class: "ga-link-button", type: "button" });
      const isUnknown = now?.isUnknown(problem);
      go.append(isUnknown ? "Haal dit veld weg" : `Ga naar: ${now?.nameOf(problem)}`);
      go.addEventListener("click", () => (isUnknown ? now?.drop(problem) : now?.goTo(problem)));
      const where = make("strong", {}, `${now?.nameOf(problem)}: `);
      return make("li", {}, make("p", {}, where, sentence(problem.message)), go);
    });
    part(this.root, `${name}-list`).replaceChildren(...entries);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.now?.files[0].text ?? "");
      this.say("De tekst is gekopieerd.");
    } catch {
      this.say("Kopiëren lukt niet. Selecteer de tekst hieronder en kopieer die zelf.");
    }
  }

  /** @param {string} words */
  say(words) {
    part(this.root, "told").textContent = words;
  }
}

/** @param {number} wrong */
function verdict(wrong) {
  if (!wrong) return "Alles is goed ingevuld.";
  return wrong === 1 ? "Er is nog 1 ding niet goed." : `Er zijn nog ${wrong} dingen niet goed.`;
}

/** @param {string} path */
function nameIn(path) {
  return path.split("/").pop() ?? "";
}
