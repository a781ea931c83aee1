/**
 * Beside the questions: the card as parents will see it, what looks like it, and which gap
 * it fills.
 *
 * @import { Beside, Gap } from "./beside.js"
 * @import { Data, Description } from "./shape.js"
 */

import { address, today } from "../search/client.js";
import { make, part } from "../search/view.js";
import { alikeOffers, filledGaps } from "./beside.js";
import { drawnCard } from "./card.js";

const MOST_GAPS = 4;

export class Aside {
  /**
   * @param {HTMLElement} root
   * @param {Description} description
   * @param {Beside} beside
   * @param {Gap[]} gaps
   */
  constructor(root, description, beside, gaps) {
    this.root = root;
    this.description = description;
    this.beside = beside;
    this.gaps = gaps;
  }

  /**
   * @param {Data} data
   * @param {string} partner
   * @param {string} own
   */
  show(data, partner, own) {
    part(this.root, "card").replaceChildren(drawnCard(data, this.description, partner, today()));
    const alike = alikeOffers(data, this.beside, own).map(({ id, title }) => {
      const giver = this.beside.partners[id.split("/")[0]].name;
      const link = make("a", { href: address(`aanbod/${id}/`), target: "_blank" }, title);
      return make("li", {}, link, ` van ${giver}`);
    });
    this.list("alike", alike);
    const filled = filledGaps(data, this.gaps);
    const rest = filled.length - MOST_GAPS;
    const words = filled.slice(0, MOST_GAPS).map(({ words: said, kind }) => make("li", {}, `${said} (${kind})`));
    if (rest > 0) words.push(make("li", {}, `en nog ${rest}`));
    this.list("gaps", words);
  }

  /**
   * @param {string} name
   * @param {HTMLElement[]} entries
   */
  list(name, entries) {
    part(this.root, name).hidden = !entries.length;
    part(this.root, `${name}-list`).replaceChildren(...entries);
  }
}
