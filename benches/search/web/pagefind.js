/** Pagefind on pages of the offers, the fragments of ten results fetched. */

const IDENTITY = /aanbod\/([^/]+\/[^/]+)\//;

/** @param {import("./engine.js").Setting} setting */
export async function start({ onPage }) {
  const pagefind = await import("/peers/pagefind/pagefind/pagefind.js");
  await pagefind.options({ noWorker: onPage });
  await pagefind.init();
  return async ({ text }) => {
    const { results } = await pagefind.search(text);
    const shown = await Promise.all(results.slice(0, 10).map((each) => each.data()));
    return shown.map((each) => IDENTITY.exec(each.url)[1]);
  };
}
