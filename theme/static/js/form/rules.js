/**
 * What must hold beyond the shape of one field. A twin of Python's `rules`.
 *
 * @import { Data, Description, Location, Problem } from "./shape.js"
 * @import { Beside } from "./beside.js"
 * @import { Value } from "./values.js"
 */

import { nearest } from "./alike.js";
import { GROUP_RULES } from "./groups.js";
import { recordsIn } from "./joining.js";
import { remedyOf, textsIn, when } from "./ruling.js";
import { dayIn } from "./values.js";

/**
 * @typedef {object} Checked An offer with what it is checked against.
 * @property {Data} data what is right of it
 * @property {Description} description
 * @property {Beside} beside what else is on the site
 * @property {string} partner the name of its folder, or empty
 * @property {string} slug the name of its file, or empty
 * @property {boolean} reachable whether the partner itself can be reached
 * @property {string} today
 */

/**
 * Give every mistake and warning that the rules find.
 * @param {Checked} checked
 * @returns {Problem[]}
 */
export function ruleProblems(checked) {
  return RULES.flatMap((rule) => rule(checked));
}

/** @param {Checked} checked */
function areasStandOnce({ data, description }) {
  const areas = textsIn(data.gebieden);
  const nameOf = (/** @type {string} */ word) =>
    description.lists.gebieden.words.find((each) => each.word === word)?.name ?? word;
  return areas.flatMap((area, number) => {
    const municipality = description.areas[area];
    const around = areas.includes(municipality) ? municipality : null;
    const whole = areas.includes("regio") ? "regio" : around;
    return when(
      whole !== null && area !== whole,
      ["gebieden", number],
      `'${nameOf(area)}' hoort al bij '${nameOf(whole ?? "")}'; haal er één weg`,
    );
  });
}

/** @param {Checked} checked */
function locationsAreKnown({ data }) {
  const known = recordsIn(data, "locaties").map(({ naam }) => String(naam ?? "").trim());
  return ["groepen", "inloop"].flatMap((list) =>
    recordsIn(data, list).flatMap((each, number) => {
      const name = typeof each.locatie === "string" ? each.locatie.trim() : "";
      if (!name || known.includes(name)) return [];
      const folded = new Map(known.map((one) => [one.toLowerCase(), one]));
      const near = folded.get(nearest(name, folded.keys()) ?? "");
      let hint = "zet de plek erbij onder 'locaties'";
      if (near) hint = `bedoelt u '${near}'?`;
      else if (known.length) hint = `kies uit: ${known.join(", ")}`;
      const message = `'${name}' staat niet bij 'locaties'; ${hint}`;
      return [{ location: [list, number, "locatie"], message }];
    }),
  );
}

/**
 * @param {Checked} checked
 * @returns {Problem[]}
 */
function townsAreSpeltRight({ data, description }) {
  const towns = new Map(description.towns.map(([town]) => [town.toLowerCase(), town]));
  return recordsIn(data, "locaties").flatMap(({ plaats }, number) => {
    const town = String(plaats ?? "").trim();
    if (!town || towns.has(town.toLowerCase())) return [];
    const near = towns.get(nearest(town, towns.keys()) ?? "");
    if (!near) return [];
    const message = `'${town}' kennen we niet in de regio; bedoelt u '${near}'?`;
    return [{ location: ["locaties", number, "plaats"], message, warning: true }];
  });
}

const ADDRESS_IN_TEXT =
  /(?<![\p{L}\p{N}_])(?:[1-9][0-9]{3} ?[A-Z]{2}|[A-Z][\p{L}\p{N}_]*(?:straat|weg|laan|plein|kade|gracht|dijk|pad|hof|singel|steeg|plantsoen) [0-9]+[\p{L}\p{N}_]?)(?![\p{L}\p{N}_])/u;

/** @param {Checked} checked */
function secretAddressesStaySecret({ data }) {
  if (data.adres_geheim !== "ja") return [];
  return [
    ...when(
      recordsIn(data, "locaties").length > 0,
      ["locaties"],
      "het adres is geheim, maar hier staat waar het is; haal 'locaties' weg",
    ),
    ...textsWithin(data, []).flatMap(([location, text]) => {
      const found = ADDRESS_IN_TEXT.exec(text);
      if (!found || location[0] === "locaties") return [];
      const message = `het adres is geheim, maar hier staat '${found[0]}'; haal dat weg`;
      return [{ location, message }];
    }),
  ];
}

/**
 * @param {Value} value
 * @param {Location} location
 * @returns {[Location, string][]}
 */
function textsWithin(value, location) {
  if (typeof value === "string") return [[location, value]];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([name, inner]) => textsWithin(inner, [...location, name]));
}

/** @param {Checked} checked */
function checksLieInThePast({ data, today }) {
  const days = recordsIn(data, "groepen").map((group, number) => ({
    day: dayIn(group.status_op),
    location: /** @type {Location} */ (["groepen", number, "status_op"]),
  }));
  days.push({ day: dayIn(data.gecontroleerd_op), location: ["gecontroleerd_op"] });
  const message = `deze dag moet nog komen; schrijf vandaag of eerder: ${today}`;
  return days.flatMap(({ day, location }) =>
    when(day !== null && day > today, location, message),
  );
}

/** @param {Checked} checked */
function periodsRunForward({ data }) {
  const shown = typeof data.zichtbaar === "object" ? /** @type {Data} */ (data.zichtbaar) : {};
  const periods = recordsIn(data, "inloop").map((each, number) => ({
    each,
    location: /** @type {Location} */ (["inloop", number, "tot"]),
  }));
  periods.push({ each: shown, location: ["zichtbaar", "tot"] });
  return periods.flatMap(({ each, location }) => {
    const [since, until] = [dayIn(each.van), dayIn(each.tot)];
    return when(
      Boolean(since && until && until < since),
      location,
      "de laatste dag ligt voor de eerste; wissel ze om",
    );
  });
}

/** @param {Checked} checked */
const nobodyHelpsThemselves = ({ data, partner }) =>
  when(
    partner !== "" && textsIn(data.samen_met).includes(partner),
    ["samen_met"],
    "dit bent u zelf; noem alleen de andere aanbieders",
  );

/** @param {Checked} checked */
function somebodyCanBeReached({ data, reachable }) {
  const ways = typeof data.aanmelden === "object" ? /** @type {Data} */ (data.aanmelden) : null;
  return when(
    Boolean(ways && !reachable && !ways.telefoon && !ways.email && !ways.website),
    ["aanmelden"],
    "zo kan niemand u bereiken",
    remedyOf("add", [
      [["aanmelden", "telefoon"], ""],
      [["aanmelden", "email"], ""],
      [["aanmelden", "website"], ""],
    ]),
  );
}

const ADDRESS = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @param {Checked} checked */
function formerAddressesAreFree({ data, beside, partner, slug }) {
  const own = `${partner}/${slug}`;
  return textsIn(data.vorige_adressen).flatMap((address, number) => {
    const location = ["vorige_adressen", number];
    if (!ADDRESS.test(address)) {
      return [{ location, message: "schrijf een oud adres als aanbieder/oude-naam" }];
    }
    if (address === own || beside.offers.some(({ id }) => id === address)) {
      const message = `op '${address}' staat nu ander aanbod; haal het oude adres weg`;
      return [{ location, message }];
    }
    const other = beside.offers.findLast(({ id, former }) => id !== own && former.includes(address));
    const message = `'${address}' staat ook bij '${other?.id}'; haal het bij één weg`;
    return when(other !== undefined, location, message);
  });
}

const RULES = [
  ...GROUP_RULES,
  ...[areasStandOnce, locationsAreKnown, townsAreSpeltRight],
  ...[secretAddressesStaySecret, periodsRunForward, nobodyHelpsThemselves],
  ...[somebodyCanBeReached, formerAddressesAreFree, checksLieInThePast],
];
