/**
 * What must hold beyond the shape of one field. A twin of Python's `rules`.
 *
 * @import { Data, Description, Location, Problem } from "./shape.js"
 * @import { Beside } from "./beside.js"
 * @import { Value } from "./values.js"
 */

import { nearest } from "./alike.js";
import { weekdayOf } from "./calendar.js";
import { datesOf, recordsIn } from "./joining.js";
import { dayIn, numberIn } from "./values.js";

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

/**
 * @param {Value | undefined} value
 * @returns {string[]}
 */
export function textsIn(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/**
 * @param {Checked} checked
 * @param {(group: Data, here: Location) => Problem[]} rule
 */
function eachGroup({ data }, rule) {
  return recordsIn(data, "groepen").flatMap((group, number) => rule(group, ["groepen", number]));
}

/**
 * @param {boolean} wrong
 * @param {Location} location
 * @param {string} message
 * @returns {Problem[]}
 */
function when(wrong, location, message) {
  return wrong ? [{ location, message }] : [];
}

const NEEDS_A_START = ["", "open", "bijna-vol", "loopt"];

/** @param {Checked} checked */
const groupsHaveAStart = (checked) =>
  eachGroup(checked, (group, here) =>
    when(
      !group.start && !datesOf(group).length && NEEDS_A_START.includes(String(group.status ?? "")),
      here,
      "deze groep heeft geen eerste dag; zet erbij: start: 2027-01-12 (of: status: op-aanvraag)",
    ),
  );

/** @param {Checked} checked */
const startIsTheFirstDate = (checked) =>
  eachGroup(checked, (group, here) => {
    const [start, first] = [dayIn(group.start), datesOf(group)[0]];
    return when(
      Boolean(start && first && start !== first),
      [...here, "start"],
      "de start is niet de eerste dag van 'data'; haal 'start' weg"
        + ` of schrijf start: ${first}`,
    );
  });

/** @param {Checked} checked */
const daysFitTheWeekday = (checked) =>
  eachGroup(checked, (group, here) => {
    const dates = Array.isArray(group.data) ? group.data : [];
    const days = dates.map((each, place) => ({ each, location: [...here, "data", place] }));
    if (group.start) days.push({ each: group.start, location: [...here, "start"] });
    return days.flatMap(({ each, location }) => {
      const day = dayIn(each);
      if (!day || !group.dag || weekdayOf(day) === group.dag) return [];
      const message =
        `${day} is een ${weekdayOf(day)}, maar bij 'dag' staat ${group.dag};`
        + " verbeter de dag of de datum";
      return [{ location, message }];
    });
  });

/** @param {Checked} checked */
const daysFitTheMeetings = (checked) =>
  eachGroup(checked, (group, here) => {
    const [days, meetings] = [datesOf(group).length, numberIn(group.bijeenkomsten)];
    return when(
      days > 0 && meetings !== null && meetings !== days,
      [...here, "bijeenkomsten"],
      `er staan ${days} dagen bij 'data', en hier ${meetings}; verbeter er één`,
    );
  });

/** @param {Checked} checked */
const placesLeftFit = (checked) =>
  eachGroup(checked, (group, here) => {
    const [places, left] = [numberIn(group.plekken), numberIn(group.plekken_vrij)];
    return when(
      places !== null && left !== null && left > places,
      [...here, "plekken_vrij"],
      `er zijn meer plekken vrij dan er plekken zijn; schrijf hoogstens ${places}`,
    );
  });

const STILL_TO_JOIN = ["", "open", "bijna-vol", "gepland"];

/** @param {Checked} checked */
const fullIsCalledFull = (checked) =>
  eachGroup(checked, (group, here) =>
    when(
      numberIn(group.plekken_vrij) === 0 && STILL_TO_JOIN.includes(String(group.status ?? "")),
      [...here, "plekken_vrij"],
      "er is geen plek vrij; schrijf status: vol (of: wachtlijst)",
    ),
  );

/** @param {Checked} checked */
function areasStandOnce({ data, description }) {
  const areas = textsIn(data.gebieden);
  return areas.flatMap((area, number) => {
    const municipality = description.areas[area];
    const around = areas.includes(municipality) ? municipality : null;
    const whole = areas.includes("regio") ? "regio" : around;
    return when(
      whole !== null && area !== whole,
      ["gebieden", number],
      `'${area}' hoort al bij '${whole}'; haal er één weg`,
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
      "de laatste dag ('tot') ligt voor de eerste ('van'); wissel ze om",
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
    "zo kan niemand u bereiken; zet erbij: telefoon, email of website",
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
  ...[groupsHaveAStart, startIsTheFirstDate, daysFitTheWeekday, daysFitTheMeetings],
  ...[placesLeftFit, fullIsCalledFull, areasStandOnce, locationsAreKnown, townsAreSpeltRight],
  ...[secretAddressesStaySecret, periodsRunForward, nobodyHelpsThemselves],
  ...[somebodyCanBeReached, formerAddressesAreFree, checksLieInThePast],
];
