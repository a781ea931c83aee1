/** Stock lunr with the Dutch of lunr-languages: whole words, else beginnings, else typos. */

import { cards, scripts, textOf } from "./peers.js";

export async function start() {
  const fetched = Promise.all([textOf("/peers/lunr/index.json"), cards()]);
  await scripts(
    "/peers/lunr/lunr.min.js",
    "/peers/lunr/lunr.stemmer.support.min.js",
    "/peers/lunr/lunr.nl.min.js",
  );
  const [text, shown] = await fetched;
  const index = lunr.Index.load(JSON.parse(text));
  return async ({ text }) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const suffix of ["", "*", "~1"]) {
      const found = index.search(words.map((word) => word + suffix).join(" "));
      if (found.length) return shown(found.map((each) => each.ref));
    }
    return [];
  };
}
