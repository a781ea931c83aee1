/** How MiniSearch reads and asks; the same when its index is made and in the browser. */

/**
 * @param {Object<string, number>} boost the fields with their weights
 * @param {(text: string) => string[]} [terms] our own preprocessing, if it is to have it
 */
export function options(boost, terms) {
  const own = terms && { tokenize: terms, processTerm: (term) => term };
  const searchOptions = { boost, prefix: true, fuzzy: 0.2 };
  return { idField: "identity", fields: Object.keys(boost), searchOptions, ...own };
}
