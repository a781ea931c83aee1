/**
 * What deserves a second look: warnings, never mistakes. A twin of Python's `advice`.
 *
 * @import { Problem } from "./shape.js"
 * @import { Checked } from "./rules.js"
 * @import { Other } from "./beside.js"
 */

import { likeness } from "./alike.js";
import { daysBetween } from "./calendar.js";
import { joining, recordsIn } from "./joining.js";
import { AVERAGE_SENTENCE, averageLength, foundWords, isShouted, tooLong, wordCount } from "./language.js";
import { remedyOf, textsIn } from "./ruling.js";
import { amountIn, dayIn, timesIn } from "./values.js";
import { cut } from "./wrong.js";

const DAYS_A_CHECK_HOLDS = 183;
const ALIKE = 0.9;
const ENDS = 4;

/**
 * Give every warning about an offer.
 * @param {Checked} checked
 * @returns {Problem[]}
 */
export function advice(checked) {
  return ADVICE.flatMap((each) =>
    each(checked).map((problem) => ({ ...problem, warning: true })),
  );
}

/**
 * @param {Checked} checked
 * @param {(text: string) => string[]} say
 */
function eachText({ data }, say) {
  return ["titel", "samenvatting", "beschrijving", "na_aanmelding"].flatMap((key) =>
    say(String(data[key] ?? "").trim()).map((message) => ({ location: [key], message })),
  );
}

/**
 * Round as Python's formatting does: a half goes to the even number.
 * @param {number} number
 */
function rounded(number) {
  const whole = Math.floor(number);
  return number - whole === 0.5 ? whole + (whole % 2) : Math.round(number);
}

/** @param {Checked} checked */
const sentencesAreShort = (checked) =>
  eachText(checked, (text) => {
    const said = tooLong(text).map(
      (each) =>
        `deze zin heeft ${wordCount(each)} woorden; maak er twee van: '${cut(each, 60)}…'`,
    );
    const average = averageLength(text);
    if (average !== null && average > AVERAGE_SENTENCE) {
      said.push(
        `de zinnen zijn lang: gemiddeld ${rounded(average)} woorden;`
          + ` probeer hoogstens ${AVERAGE_SENTENCE}`,
      );
    }
    return said;
  });

/** @param {Checked} checked */
function wordsArePlain(checked) {
  const plain = new Map(checked.description.jargon);
  return eachText(checked, (text) =>
    foundWords(text, [...plain.keys()]).map(
      (each) => `'${each}' is een vakwoord; schrijf liever '${plain.get(each)}'`,
    ),
  );
}

/** @param {Checked} checked */
const nobodyShouts = (checked) =>
  eachText(checked, (text) =>
    isShouted(text) ? ["hier staan veel hoofdletters; gebruik gewone letters"] : [],
  );

/** @param {Checked} checked */
function freeMeansFree(checked) {
  const { kosten } = checked.data;
  const costs = typeof kosten === "object" && !Array.isArray(kosten) ? kosten : {};
  const amount = amountIn(costs.bedrag);
  if (!amount) return [];
  return eachText(checked, (text) =>
    foundWords(text, ["gratis", "kosteloos"]).length
      ? [
          `hier staat dat het gratis is, maar bij 'kosten' staat € ${amount.replace(".", ",")};`
            + " verbeter er één",
        ]
      : [],
  );
}

/** @param {Checked} checked */
const locationsCanBeFound = ({ data }) =>
  recordsIn(data, "locaties").flatMap(({ naam, adres }, number) =>
    adres || !naam
      ? []
      : [
          {
            location: ["locaties", number],
            message: `'${String(naam).trim()}' heeft geen adres`,
            remedy: remedyOf("add", [[["locaties", "adres"], "Dorpsstraat 1"]]),
          },
        ],
  );

/** @param {Checked} checked */
function locationsLieWherePeopleLive({ data, description }) {
  const areas = textsIn(data.gebieden);
  if (areas.includes("regio") || (data.uitvoering ?? "op-locatie") !== "op-locatie") return [];
  const homes = new Set(areas.map((area) => description.areas[area]));
  const towns = new Map(
    description.towns.map(([town, municipality]) => [town.toLowerCase(), municipality]),
  );
  const places = new Set(
    recordsIn(data, "locaties").flatMap(
      ({ plaats }) => towns.get(String(plaats ?? "").trim().toLowerCase()) ?? [],
    ),
  );
  if (!places.size || !areas.length || [...places].some((each) => homes.has(each))) return [];
  const names = [...places].map((each) => description.municipalities[each]).sort().join(", ");
  const message =
    `de plek ligt in ${names}, maar daar is het aanbod niet voor; klopt 'gebieden'?`;
  return [{ location: ["gebieden"], message }];
}

/**
 * Tell whether two titles are nearly one.
 * @param {string} title
 * @param {string} other
 */
function isAlike(title, other) {
  if (title.slice(0, ENDS) !== other.slice(0, ENDS) && title.slice(-ENDS) !== other.slice(-ENDS)) {
    return false;
  }
  const [words, others] = [new Set(title.split(/\s+/)), new Set(other.split(/\s+/))];
  const fewest = Math.min(words.size, others.size);
  const shared = [...words].filter((each) => others.has(each)).length;
  if (fewest > 1 && 2 * shared < fewest) return false;
  return likeness(title, other) >= ALIKE;
}

/** @param {Checked} checked */
function titlesDiffer(checked) {
  const { data, beside, partner, slug } = checked;
  const title = String(data.titel ?? "").trim().toLowerCase();
  if (!title) return [];
  const moments = momentsOf(checked);
  return beside.offers.flatMap((other) => {
    if (other.id === `${partner}/${slug}` || !isAlike(title, other.title.toLowerCase())) return [];
    const [theirs, theirSlug] = other.id.split("/");
    if (theirs === partner) {
      const message =
        `dit lijkt erg op '${other.title}' (${theirSlug}.yaml); is het hetzelfde aanbod?`;
      return theirSlug < slug || !slug ? [{ location: ["titel"], message }] : [];
    }
    if (!isElsewhereToo(other, moments, checked)) return [];
    const message =
      `${beside.partners[theirs].name} heeft op hetzelfde moment '${other.title}'; geeft u dit`
      + " samen? Zet het er dan één keer op, en noem de ander bij 'samen met'";
    return [{ location: ["titel"], message }];
  });
}

/**
 * @param {Other} other
 * @param {string[]} moments
 * @param {Checked} checked
 */
function isElsewhereToo(other, moments, { data, partner }) {
  return (
    other.moments.some((each) => moments.includes(each))
    && !textsIn(data.samen_met).includes(other.id.split("/")[0])
    && !other.with.includes(partner)
  );
}

/**
 * Give when and where people first come together, as `waterstad 2027-01-12`.
 * @param {Checked} checked
 */
function momentsOf({ data }) {
  const online = data.uitvoering === "online";
  const places = recordsIn(data, "locaties").map(({ plaats }) => String(plaats ?? "").trim());
  const towns = online ? [""] : places.map((each) => each.toLowerCase());
  const groups = recordsIn(data, "groepen").flatMap((group) => {
    const days = [group.start, ...textsIn(group.data)].map(dayIn).filter(Boolean).sort();
    return days.length ? [`${days[0]} ${timesIn(group.tijd) ?? ""}`] : [];
  });
  const dropIns = recordsIn(data, "inloop").map(({ dag, tijd }) => `${dag} ${timesIn(tijd) ?? ""}`);
  return towns.flatMap((town) => [...groups, ...dropIns].map((moment) => `${town} ${moment}`));
}

/** @param {Checked} checked */
function theCheckIsRecent({ data, today }) {
  const day = dayIn(data.gecontroleerd_op);
  const days = day ? daysBetween(day, today) : 0;
  if (days <= DAYS_A_CHECK_HOLDS) return [];
  const message = `dit is ${Math.floor(days / 30)} maanden geleden nagekeken`;
  const remedy = remedyOf("confirm", [[["gecontroleerd_op"], today]]);
  return [{ location: ["gecontroleerd_op"], message, remedy }];
}

/** @param {Checked} checked */
function somethingIsStillToCome({ data, today }) {
  const shown = data.zichtbaar;
  const leaves = typeof shown === "object" && !Array.isArray(shown) && Boolean(shown.tot);
  const over = ["finished", "cancelled"].includes(joining(data, today).reason);
  const message =
    "alles is voorbij of gaat niet door; zet er een nieuwe groep bij,"
    + " of een laatste dag bij 'zichtbaar'";
  const key = recordsIn(data, "groepen").length ? "groepen" : "inloop";
  return over && !leaves ? [{ location: [key], message }] : [];
}

const ADVICE = [
  ...[sentencesAreShort, wordsArePlain, nobodyShouts, freeMeansFree, locationsCanBeFound],
  ...[locationsLieWherePeopleLive, titlesDiffer, theCheckIsRecent, somethingIsStillToCome],
];
