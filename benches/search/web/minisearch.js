/** MiniSearch as it comes, with prefixes and a fifth of the letters wrong. */

import { options } from "./minisearch-options.js";
import { cards, textOf } from "./peers.js";

/** Start with the index in this folder, and perhaps our own preprocessing. */
export async function startIn(folder, terms) {
  const [{ default: MiniSearch }, index, boost, shown] = await Promise.all([
    import("/peers/minisearch/minisearch.js"),
    textOf(`/peers/${folder}/index.json`),
    textOf("/peers/boosts.json"),
    cards(),
  ]);
  const engine = MiniSearch.loadJSON(index, options(JSON.parse(boost), terms));
  return async ({ text }) => shown(engine.search(text).map((each) => each.id));
}

export const start = () => startIn("minisearch");
