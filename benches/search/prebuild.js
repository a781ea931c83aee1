/**
 * Makes the indexes of lunr or MiniSearch, with Node.
 *
 * node prebuild.js <engine> <modules> <documents.json> <boosts.json> <index.json> [words.js]
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { options } from "./web/minisearch-options.js";

const [engine, modules, documentsFile, boostsFile, target, words] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const documents = JSON.parse(readFileSync(documentsFile, "utf8"));
const boosts = JSON.parse(readFileSync(boostsFile, "utf8"));

function withLunr() {
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.nl")(lunr);
  return lunr(function () {
    this.use(lunr.nl);
    this.ref("identity");
    for (const [field, boost] of Object.entries(boosts)) this.field(field, { boost });
    for (const document of documents) this.add(document);
  });
}

async function withMiniSearch() {
  const MiniSearch = require("minisearch");
  const terms = words && (await import(pathToFileURL(words))).terms;
  const index = new MiniSearch(options(boosts, terms));
  index.addAll(documents);
  return index;
}

const index = engine === "lunr" ? withLunr() : await withMiniSearch();
writeFileSync(target, JSON.stringify(index));
