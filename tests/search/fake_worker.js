/**
 * Stands in for the search worker: speaks its language about offers of its own.
 *
 * Each answer needs a file of the site, so that a lost network is really lost. A few
 * words do something special: see `special`.
 */

const NEEDED = new URL("../../../robots.txt", self.location);
const ATTACK = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
const THEMES = ["scheiding", "slaap", "angst"];
const PLACES = { waterstad: "Waterstad", dijkdorp: "Dijkdorp", polderland: "Polderland" };
const WORDS = Object.keys(PLACES);

const OFFERS = Array.from({ length: 24 }, (_, index) => {
  const theme = THEMES[index % 3];
  const place = WORDS[index % 4] ?? "waterstad";
  const answer = index < 16 ? "ja" : index < 20 ? "nee" : "onbekend";
  return {
    theme,
    gemeente: place,
    youngest: index % 12,
    oldest: (index % 12) + 4,
    item: {
      id: index === 0 ? "cjg-rivierenland/kies" : `cjg-rivierenland/aanbod-${index}`,
      path: "aanbod/cjg-rivierenland/kies/",
      title: index === 0 ? "KIES in de Molenwijk" : `Samen verder bij ${theme}, groep ${index}`,
      summary: `In acht keer leert uw kind omgaan met ${theme}.`,
      partner: "CJG Rivierenland",
      ages: `Kinderen van ${index % 12} tot en met ${(index % 12) + 4} jaar`,
      place: PLACES[place],
      when: index % 5 ? "Start 12 januari 2027" : "",
      costs: index % 2 ? "Gratis" : "€ 15",
      form: "Training",
      answer,
      label: { ja: "U kunt nog meedoen", nee: "Vol", onbekend: "Vraag het na" }[answer],
      places: index % 3 ? "" : "nog 2 van de 8 vrij",
    },
  };
});

/** @param {string} text @param {string} word */
function marks(text, word) {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? [] : [[at, at + word.length]];
}

/** How the fake understands a question. */
function understand({ text, filters, without }) {
  let rest = text.toLowerCase().trim();
  const understood = [];
  const years = /(\d+) jaar/.exec(rest);
  if (years && !without.includes("leeftijd")) {
    understood.push({ filter: "leeftijd", value: years[1], label: `${years[1]} jaar`, words: years[0] });
    rest = rest.replace(years[0], "").trim();
  }
  const corrected = rest.includes("scheidng") ? [{ from: "scheidng", to: "scheiding" }] : [];
  rest = rest.replace("scheidng", "scheiding");
  const leftOut = rest.includes("xyzzy") ? ["xyzzy"] : [];
  rest = rest.replace("xyzzy", "").trim();
  return { rest, understood, corrected, leftOut };
}

function fits(offer, rest, filters) {
  const { item } = offer;
  const years = (word) => (word === "zwanger" ? -1 : word.endsWith("maanden") ? 0 : Number(word));
  return (
    (!rest || `${item.title} ${item.summary}`.toLowerCase().includes(rest)) &&
    (!filters.thema?.length || filters.thema.includes(offer.theme)) &&
    (!filters.gemeente?.length || filters.gemeente.includes(offer.gemeente)) &&
    (!filters.meedoen?.length || item.answer === "ja") &&
    (!filters.kosten?.length || item.costs === "Gratis") &&
    (filters.leeftijd ?? []).every(
      (word) => offer.youngest <= years(word) && years(word) <= offer.oldest,
    )
  );
}

function search(question) {
  if (question.text === "kwaad") return { type: "results", total: 1, items: [hostile()], nearest: [] };
  const { rest, understood, corrected, leftOut } = understand(question);
  const chosen = question.filters;
  let used = { ...chosen };
  for (const { filter, value } of understood) used[filter] ??= [value];
  let found = OFFERS.filter((offer) => fits(offer, rest, used));
  let relaxed = false;
  if (!found.length && understood.length) {
    used = chosen;
    found = OFFERS.filter((offer) => fits(offer, rest, used));
    relaxed = found.length > 0;
  }
  if (question.sort === "age") found.sort((one, other) => one.youngest - other.youngest);
  const count = (name, words) =>
    Object.fromEntries(
      words.map((word) => [
        word,
        OFFERS.filter((offer) => fits(offer, rest, { ...used, [name]: [word] })).length,
      ]),
    );
  const items = found.slice(0, question.first).map(({ item }) => ({
    ...item,
    titleMarks: rest ? marks(item.title, rest) : [],
    summaryMarks: rest ? marks(item.summary, rest) : [],
  }));
  const nearest = [];
  if (!found.length) {
    for (const filter of Object.keys(used)) {
      const { [filter]: _, ...less } = used;
      const total = OFFERS.filter((offer) => fits(offer, rest, less)).length;
      const change = chosen[filter] ? { remove: [filter] } : { without: [filter] };
      if (total) nearest.push({ kind: "without", label: `Zonder ‘${used[filter]}’`, total, change });
    }
    nearest.push({ kind: "theme", label: "Scheiding", total: 0, change: { path: "themas/scheiding/" } });
    nearest.push({ kind: "age", label: "Bij 5 jaar", total: 8, change: { set: { leeftijd: ["5"] } } });
    nearest.push({ kind: "all", label: "Al het aanbod", total: 24, change: { text: "", filters: {} } });
  }
  return {
    type: "results",
    total: found.length,
    items,
    pages: THEMES.includes(rest)
      ? [
          { kind: "thema", title: "Scheiding", summary: "Als ouders uit elkaar gaan.", path: "themas/scheiding/" },
          { kind: "aanbieder", title: "CJG Rivierenland", summary: "", path: "aanbieders/cjg-rivierenland/" },
        ]
      : [],
    understood,
    relaxed,
    corrected,
    leftOut,
    nearest,
    later: {
      thema: count("thema", [...THEMES, "ontmoeten", "somberheid"]),
      gemeente: count("gemeente", WORDS),
      meedoen: count("meedoen", ["ja"]),
      kosten: count("kosten", ["ja"]),
    },
  };
}

/** An offer from somebody who means harm. */
function hostile() {
  return {
    id: `${ATTACK}/x`,
    path: "javascript:alert(1)//",
    title: ATTACK,
    summary: ATTACK,
    partner: ATTACK,
    ages: "{partner} {constructor}",
    place: ATTACK,
    label: ATTACK,
    answer: ATTACK,
    titleMarks: [[20, 9], [-5, 1e9]],
  };
}

function suggest({ text }) {
  const all = [
    { kind: "thema", name: "Scheiding", path: "themas/scheiding/" },
    { kind: "programma", name: "Stevig staan bij scheiding", path: "programmas/stevig/" },
    { kind: "aanbieder", name: "CJG Rivierenland", path: "aanbieders/cjg-rivierenland/" },
    { kind: "aanbod", name: "KIES: kinderen in een scheiding", path: "aanbod/cjg-rivierenland/kies/" },
    { kind: "thema", name: `${ATTACK} onerror`, path: "//evil.example/" },
  ];
  const wanted = text.toLowerCase();
  return { type: "suggestions", items: all.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

function saved({ paths }) {
  const items = paths.flatMap((path) => OFFERS.find(({ item }) => item.id === path)?.item ?? []);
  const missing = paths.filter((path) => !OFFERS.some(({ item }) => item.id === path));
  return { type: "saved", items, missing };
}

const ANSWERS = { search, suggest, saved, load: () => ({ type: "loaded" }) };

self.onmessage = async ({ data }) => {
  try {
    await fetch(NEEDED, { cache: "no-store" });
  } catch {
    self.postMessage({ id: data.id, type: "failed", reason: "network" });
    return;
  }
  if (data.text?.includes("langzaam")) await new Promise((done) => setTimeout(done, 1500));
  if (data.text?.includes("stuk")) {
    setTimeout(() => {
      throw new Error("stuk");
    });
    return;
  }
  const { later, ...answer } = ANSWERS[data.type](data);
  self.postMessage({ id: data.id, ...answer });
  if (later) self.postMessage({ id: data.id, type: "counts", counts: later });
};
