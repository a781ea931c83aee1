/** MiniSearch with our own preprocessing of words on both sides. */

import { startIn } from "./minisearch.js";

export async function start() {
  const { terms } = await import("/site/theme/js/search/words.js");
  return startIn("minisearch-words", terms);
}
