/**
 * The page's side of the search worker: one question out, one answer back.
 *
 * @typedef {object} Item
 * @property {string} id
 * @property {string} path
 * @property {string} title
 * @property {string} summary
 * @property {string} partner
 * @property {string} ages
 * @property {string} place
 * @property {string} when
 * @property {string} costs
 * @property {string} form
 * @property {"ja" | "nee" | "onbekend"} answer
 * @property {string} label
 * @property {string} places
 * @property {[number, number][]} [titleMarks]
 * @property {[number, number][]} [summaryMarks]
 *
 * @typedef {{ filter: string, value: string, words: string }} Understood
 * @typedef {Record<string, string[]>} Chosen each filter with its words
 * @typedef {{ remove?: string[], without?: string[], set?: Chosen, text?: string, filters?: Chosen, path?: string }} Change
 * @typedef {Record<string, Record<string, number>>} Counts
 * @typedef {{ kind: string, label: string, total: number, change: Change }} Nearest
 * @typedef {{ kind: string, title: string, summary: string, path: string }} OtherPage
 * @typedef {{ kind: string, name: string, path: string }} Suggestion
 *
 * @typedef {object} Results
 * @property {number} total
 * @property {Item[]} items
 * @property {OtherPage[]} [pages]
 * @property {Understood[]} [understood]
 * @property {boolean} [relaxed]
 * @property {{ from: string, to: string }[]} [corrected]
 * @property {string[]} [leftOut]
 * @property {Nearest[]} [nearest]
 * @property {Counts} [counts] when they are known at once; else they come later
 *
 * @typedef {"network" | "broken" | "unsupported"} Reason
 * @typedef {{ type: string } & Record<string, unknown>} Question
 */

import { ROOT } from "../kept.js";

const WORKER = new URL("./worker.js", import.meta.url).href;
const POLICY = "groepsaanbod-zoeken";
const PATIENCE = 30_000;
const PATH = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+$/;

/** Why there is no answer. */
export class SearchError extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Give the address of a page of this site, or of the site itself for anything else.
 * @param {string} path as `themas/angst/`
 */
export function address(path) {
  return new URL(PATH.test(path) ? path : "", ROOT).href;
}

/** Give today in the Netherlands, where the offers are, as `2026-11-24`. */
export function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format();
}

/** @type {{ createScriptURL(name: string): unknown } | undefined} */
let policy;

/** Give the worker's address in the way this browser wants it. */
function workerAddress() {
  const { trustedTypes } = /** @type {any} */ (window);
  if (!trustedTypes) return WORKER;
  policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: () => WORKER });
  return /** @type {string} */ (policy?.createScriptURL(""));
}

/** Start the worker; throws a SearchError where modules cannot be workers. */
function startWorker() {
  let asModule = false;
  const options = {
    get type() {
      asModule = true;
      return /** @type {const} */ ("module");
    },
  };
  let worker;
  try {
    worker = new Worker(workerAddress(), options);
  } catch {
    throw new SearchError("unsupported");
  }
  if (asModule) return worker;
  worker.terminate();
  throw new SearchError("unsupported");
}

/** @type {Worker | null} */
let worker = null;
let lastId = 0;
/** @type {Map<number, (answer: any) => void>} */
const waiting = new Map();
/** @type {Map<string, number>} */
const newest = new Map();
/** @type {(counts: Counts) => void} */
let hearCounts = () => {};

/**
 * Hear how many results each choice has, when that comes after the newest results.
 * @param {(counts: Counts) => void} listener
 */
export function onCounts(listener) {
  hearCounts = listener;
}

/**
 * Ask the worker, which starts at the first question.
 * @param {Question} question
 * @returns {Promise<any>} the answer, or null when the same was asked again since
 * @throws {SearchError}
 */
export function ask(question) {
  return new Promise((resolve, reject) => {
    try {
      worker ??= hire();
    } catch (error) {
      reject(error);
      return;
    }
    lastId += 1;
    const id = lastId;
    newest.set(question.type, id);
    const patience = setTimeout(() => dismiss("network"), PATIENCE);
    waiting.set(id, (answer) => {
      clearTimeout(patience);
      waiting.delete(id);
      if (newest.get(question.type) !== id) resolve(null);
      else if (answer.type === "failed") reject(new SearchError(answer.reason));
      else resolve(answer);
    });
    worker.postMessage({ ...question, id });
  });
}

function hire() {
  const hired = startWorker();
  hired.onmessage = ({ data }) => {
    if (data?.type !== "counts") waiting.get(data?.id)?.(data);
    else if (data.id === newest.get("search")) hearCounts(data.counts);
  };
  hired.onmessageerror = () => dismiss("broken");
  // A script that cannot be fetched says nothing; one that breaks says where.
  hired.onerror = (event) => {
    event.preventDefault();
    dismiss(event instanceof ErrorEvent && event.message ? "broken" : "network");
  };
  return hired;
}

/**
 * Let this worker go, so that the next question starts another.
 * @param {Reason} reason
 */
function dismiss(reason) {
  worker?.terminate();
  worker = null;
  for (const answer of [...waiting.values()]) answer({ type: "failed", reason });
}
