/** Our own engine: the worker of the built site, spoken to as its search page does. */

const ADDRESS = new URL("/site/theme/js/search/worker.js", location.origin);
const FIRST = 10;

let counted = Promise.resolve();

/** Wait until the filters have their counts too, which come after the results. */
export const rest = () => counted;

/** @param {import("./engine.js").Setting} setting */
export async function start({ day, onPage }) {
  const port = onPage ? await onThisThread() : new Worker(ADDRESS, { type: "module" });
  const waiting = new Map();
  let allCounted;
  let id = 0;
  port.addEventListener("message", ({ data }) => {
    const asked = waiting.get(data.id);
    if (data.type === "results") asked?.resolve(data);
    if (data.type === "counts" && data.id === id) allCounted();
    if (data.type === "failed") asked?.reject(new Error(data.reason));
  });
  port.addEventListener("error", (event) => {
    for (const asked of waiting.values()) asked.reject(new Error(event.message));
  });
  const send = (message) =>
    new Promise((resolve, reject) => {
      id += 1;
      counted = new Promise((done) => { allCounted = done; });
      waiting.set(id, { resolve, reject });
      port.postMessage({ id, ...message });
    }).finally(() => waiting.delete(id));
  return async ({ text, filters = {} }) => {
    const answer = await send({
      type: "search", text, filters, without: [], sort: "fit", first: FIRST, day,
    });
    return answer.items.map((item) => item.id);
  };
}

/**
 * Load the worker's own code on this thread, the only one that Chromium can slow down.
 *
 * The address of the page becomes the worker's, from which it finds its data.
 */
async function onThisThread() {
  history.replaceState(null, "", ADDRESS);
  const port = new EventTarget();
  const said = (data) => new MessageEvent("message", { data: structuredClone(data) });
  self.postMessage = (data) => port.dispatchEvent(said(data));
  await import(ADDRESS);
  port.postMessage = (data) => self.dispatchEvent(said(data));
  return port;
}
