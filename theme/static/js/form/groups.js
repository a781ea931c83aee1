/**
 * What must hold of each group that starts: its days, meetings and places.
 *
 * @import { Data, Location, Problem } from "./shape.js"
 * @import { Checked } from "./rules.js"
 */

import { weekdayOf } from "./calendar.js";
import { datesOf, recordsIn } from "./joining.js";
import { remedyOf, when } from "./ruling.js";
import { dayIn, numberIn } from "./values.js";

/**
 * @param {Checked} checked
 * @param {(group: Data, here: Location) => Problem[]} rule
 */
function eachGroup({ data }, rule) {
  return recordsIn(data, "groepen").flatMap((group, number) => rule(group, ["groepen", number]));
}

const NEEDS_A_START = ["", "open", "bijna-vol", "loopt"];

/** @param {Checked} checked */
const groupsHaveAStart = (checked) =>
  eachGroup(checked, (group, here) =>
    when(
      !group.start && !datesOf(group).length && NEEDS_A_START.includes(String(group.status ?? "")),
      here,
      "deze groep heeft geen eerste dag",
      remedyOf("add", [
        [["groepen", "start"], "2027-01-12"],
        [["groepen", "status"], "op-aanvraag"],
      ]),
    ),
  );

/** @param {Checked} checked */
const startIsTheFirstDate = (checked) =>
  eachGroup(checked, (group, here) => {
    const [start, first] = [dayIn(group.start), datesOf(group)[0]];
    return when(
      Boolean(start && first && start !== first),
      [...here, "start"],
      "de start is niet de eerste dag van 'data'",
      remedyOf("write", [[["groepen", "start"], String(first)]]),
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
      "er is geen plek vrij",
      remedyOf("write", [
        [["groepen", "status"], "vol"],
        [["groepen", "status"], "wachtlijst"],
      ]),
    ),
  );

export const GROUP_RULES = [
  ...[groupsHaveAStart, startIsTheFirstDate, daysFitTheWeekday],
  ...[daysFitTheMeetings, placesLeftFit, fullIsCalledFull],
];
