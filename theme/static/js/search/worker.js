/**
 * The search, beside the page: takes questions as messages and answers each once.
 *
 * Questions: `search`, `suggest`, `saved` and `load`. Whatever is in a question comes
 * from an address or a form; it is only ever compared, never put into a page from here.
 */

import { results } from "./answering.js";
import * as data from "./data.js";

const LONGEST_TEXT = 100;
const MOST_RESULTS = 1000;
const MOST_WORDS = 50;
/** @typedef {{id: number, type: string} & Record<string, unknown>} Question */

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function words(value) {
  return Array.isArray(value) ? value.slice(0, MOST_WORDS).map((each) => String(each).slice(0, LONGEST_TEXT)) : [];
}

/** @param {unknown} value */
function text(value) {
  return String(value ?? "").slice(0, LONGEST_TEXT);
}

/** @param {unknown} value */
function filters(value) {
  const entries = Object.entries(/** @type {object} */ (value ?? {})).slice(0, MOST_WORDS);
  return Object.fromEntries(entries.map(([filter, chosen]) => [filter, words(chosen)]));
}

/**
 * @param {unknown} value
 * @returns {"fit" | "start" | "age"}
 */
function sort(value) {
  return value === "start" || value === "age" ? value : "fit";
}

/** Fetch what a search needs first; and, of a small region, all its terms. */
async function load() {
  const { groups } = await data.index();
  await data.choices();
  if (groups.length > 1) return;
  const wanted = [];
  for (let place = 0; await data.startOf(place); place++) wanted.push(data.shard(place));
  await Promise.all(wanted);
}

/**
 * Give the answers to a question, one after the other.
 * @param {Question} question
 * @returns {AsyncGenerator<Record<string, unknown>>}
 */
async function* answers(question) {
  const day = text(question.day);
  switch (question.type) {
    case "search": {
      const first = Math.min(MOST_RESULTS, Math.max(1, Number(question.first) || 10));
      const asked = {
        ...{ text: text(question.text), filters: filters(question.filters), day, first },
        ...{ without: words(question.without), sort: sort(question.sort) },
      };
      const { answer: found, count } = await results(asked);
      yield { type: "results", ...found };
      if (question.id === newest) yield { type: "counts", counts: await count() };
      break;
    }
    case "suggest": {
      const { suggestions } = await import("./extras.js");
      yield { type: "suggestions", items: await suggestions(text(question.text)) };
      break;
    }
    case "saved": {
      const { saved } = await import("./extras.js");
      yield { type: "saved", ...(await saved(words(question.paths), day)) };
      break;
    }
    default:
      await load();
      yield { type: "loaded" };
  }
}

/**
 * Answer; when parts are not there because the site was published anew, once again.
 * @param {Question} question
 */
async function answer(question) {
  let isAgain = false;
  for (;;) {
    try {
      for await (const said of answers(question)) self.postMessage({ ...said, id: question.id });
      return;
    } catch (error) {
      const isNetwork = error instanceof data.NetworkError;
      if (!isNetwork || isAgain || !(await data.isRenewed())) {
        self.postMessage({ type: "failed", reason: isNetwork ? "network" : "broken", id: question.id });
        return;
      }
      isAgain = true;
    }
  }
}

/** The newest search: what an older one would still count, nobody waits for. */
let newest = 0;

self.addEventListener("message", (event) => {
  /** @type {Question} */
  const question = event.data;
  if (question.type === "search") newest = question.id;
  answer(question);
});
