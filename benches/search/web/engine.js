/**
 * One engine on an empty page, and a clock.
 *
 * An engine's module exports `start(setting)`, which gives `ask(query)`, which gives
 * the identities of the first ten results, when all there is to show of them is there.
 * It may export `rest()` too: wait until it has done what it does after an answer.
 *
 * @typedef {{text: string, filters?: Object<string, string[]>}} Query
 * @typedef {{day: string, onPage: boolean}} Setting
 *   `onPage`: run what is meant for a worker on the page's own thread.
 */

const wanted = new URLSearchParams(location.search);
const engine = await import(`/bench/${wanted.get("engine")}.js`);
const setting = { day: wanted.get("day"), onPage: wanted.has("on-page") };
let ask;

/** Start the engine and ask it one thing: the identities, and the milliseconds. */
async function cold(query) {
  const begun = performance.now();
  ask = await engine.start(setting);
  const found = await ask(query);
  return { found, milliseconds: performance.now() - begun };
}

/** Ask many things, one after the other; `cold` comes first. */
async function warm(queries) {
  const answers = [];
  for (const query of queries) {
    const begun = performance.now();
    const found = await ask(query);
    answers.push({ found, milliseconds: performance.now() - begun });
    await engine.rest?.();
  }
  return answers;
}

/** Give the bytes that this page and its workers hold. */
async function memory() {
  return (await performance.measureUserAgentSpecificMemory()).bytes;
}

window.bench = { cold, warm, memory };
