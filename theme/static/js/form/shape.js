/**
 * Whether a file has the right shape: which keys there are, and what each of them holds.
 *
 * A twin of Python's `reading`. The description comes from the one model of the files.
 *
 * @import { Value } from "./values.js"
 */

import { lineOf, listExpected, nearestKey, unknownKey } from "./misplaced.js";
import { ageIn, meaningOf } from "./values.js";
import { Wrong } from "./wrong.js";

/** @typedef {{ [name: string]: Value }} Data */
/** @typedef {(string | number)[]} Location Where in a file: `["groepen", 0, "start"]`. */

/**
 * @typedef {object} Problem
 * @property {Location} location
 * @property {string} message what is wrong; empty when the remedy says it
 * @property {Remedy} [remedy]
 * @property {boolean} [warning] whether it is no mistake, but asks for a second look
 */

/**
 * @typedef {object} Gift A key to give a value to, and which: a twin of Python's.
 * @property {string[]} keys the keys that lead to it, without numbers
 * @property {string} written the value as a file has it, or empty when any will do
 */

/**
 * @typedef {object} Remedy What to give which key; the gifts are alternatives.
 * @property {"missing" | "empty" | "add" | "write" | "confirm"} way
 * @property {Gift[]} gifts
 */

/**
 * @typedef {object} Key One key of a record.
 * @property {string} name
 * @property {string} title
 * @property {string} explanation
 * @property {string} example
 * @property {string} written what one could write in a file, as `training`
 * @property {string} kind
 * @property {boolean} required
 * @property {boolean} many
 * @property {number} least
 * @property {number | null} most
 * @property {string} list
 * @property {string[]} words
 * @property {number} length
 * @property {string} parts the record it holds, or holds a list of
 * @property {boolean} long
 * @property {boolean} number
 */

/**
 * @typedef {object} Word
 * @property {string} word
 * @property {string} name
 * @property {string} explanation
 * @property {string[]} search
 * @property {string[]} former
 */

/** @typedef {{ title: string, words: Word[] }} WordList */

/**
 * @typedef {object} Description
 * @property {string} file the record of a whole file
 * @property {Record<string, Key[]>} records
 * @property {Record<string, WordList>} lists
 * @property {[string, string][]} towns each place with its municipality
 * @property {Record<string, string>} municipalities the names of the municipalities
 * @property {Record<string, string>} areas the municipality of each area
 * @property {[string, string][]} jargon with the plain word
 * @property {Record<string, string[]>} folded keys of a record that few people fill in
 */

/**
 * Leave out keys without a value: a form that was not filled in says nothing.
 * @template {Value} V
 * @param {V} value
 * @returns {V}
 */
export function withoutEmpty(value) {
  if (Array.isArray(value)) return /** @type {V} */ (value.map(withoutEmpty));
  if (typeof value === "string") return value;
  return /** @type {V} */ (
    Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== "")
        .map(([name, inner]) => [name, withoutEmpty(inner)]),
    )
  );
}

/**
 * Give every mistake in the shape of a file.
 * @param {Data} data
 * @param {Description} description
 * @returns {Problem[]}
 */
export function shapeProblems(data, description) {
  return new Shape(data, description).problems();
}

class Shape {
  /**
   * @param {Data} data
   * @param {Description} description
   */
  constructor(data, description) {
    this.data = data;
    this.description = description;
    /** @type {Problem[]} */
    this.found = [];
  }

  problems() {
    this.record(this.description.file, withoutEmpty(this.data), []);
    return this.found;
  }

  /**
   * @param {Location} location
   * @param {string} message
   * @param {Remedy} [remedy]
   */
  say(location, message, remedy) {
    this.found.push(remedy ? { location, message, remedy } : { location, message });
  }

  /**
   * @param {Key} key
   * @param {Location} location
   */
  isMissing(key, location) {
    const keys = namesIn(location);
    const way = this.isThere(location) ? "empty" : "missing";
    this.say(location, "", { way, gifts: [{ keys, written: key.written }] });
  }

  /**
   * @param {string} name
   * @param {Data} data
   * @param {Location} location
   */
  record(name, data, location) {
    const before = this.found.length;
    const keys = this.description.records[name];
    const names = keys.map((key) => key.name);
    const unknown = Object.keys(data).filter((each) => !names.includes(each));
    for (const key of keys) {
      const here = [...location, key.name];
      if (Object.hasOwn(data, key.name)) this.value(key, data[key.name], here);
      else if (key.required && !unknown.some((each) => nearestKey(each, [key.name]))) {
        this.isMissing(key, here);
      }
    }
    for (const each of unknown) this.say([...location, each], unknownKey(each, names));
    if (name === "Ages" && this.found.length === before) this.ages(data, location);
  }

  /**
   * @param {Data} data
   * @param {Location} location
   */
  ages(data, location) {
    const [first, last] = [ageIn(data.van), ageIn(data.tot_en_met)];
    if (first && last && first.first >= last.end) {
      this.say(
        location,
        "de jongste leeftijd is hoger dan de oudste; wissel ze om",
      );
    }
  }

  /**
   * Tell whether a key stands in the file, be it without a value.
   * @param {Location} location
   */
  isThere(location) {
    /** @type {any} */
    let part = this.data;
    for (const step of location) {
      if (typeof part !== "object" || !Object.hasOwn(part, step)) return false;
      part = part[step];
    }
    return true;
  }

  /**
   * @param {Key} key
   * @param {Value} value
   * @param {Location} location
   */
  value(key, value, location) {
    if (!key.many) {
      this.one(key, value, location);
    } else if (!Array.isArray(value)) {
      this.say(location, listExpected(key, value, this.description));
    } else {
      this.list(key, value, location);
    }
  }

  /**
   * @param {Key} key
   * @param {Value[]} values
   * @param {Location} location
   */
  list(key, values, location) {
    const before = this.found.length;
    const meanings = values.map((each, number) => this.one(key, each, [...location, number]));
    if (this.found.length > before) return;
    const twice = meanings.find((each, number) => meanings.indexOf(each) < number);
    if (!key.parts && twice !== undefined) {
      this.say(location, `'${twice}' staat er twee keer; haal er één weg`);
    } else if (values.length < key.least) {
      this.isMissing(key, location);
    } else if (key.most !== null && values.length > key.most) {
      this.say(
        location,
        `kies er hoogstens ${key.most}; er staan er ${values.length}`,
      );
    }
  }

  /**
   * @param {Key} key
   * @param {Value} value
   * @param {Location} location
   * @returns {unknown} what it means
   */
  one(key, value, location) {
    if (key.parts) {
      this.part(key, value, location);
      return value;
    }
    try {
      return meaningOf(value, key, this.description);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      this.say(location, error.message, error.remedy);
      return undefined;
    }
  }

  /**
   * @param {Key} key
   * @param {Value} value
   * @param {Location} location
   */
  part(key, value, location) {
    if (key.parts === "Costs" && value === "gratis") return;
    if (typeof value === "object" && !Array.isArray(value)) {
      this.record(key.parts, value, location);
    } else if (key.parts === "Costs") {
      this.say(
        location,
        "schrijf kosten: gratis, of een bedrag, zoals kosten: {bedrag: 15}",
      );
    } else {
      const inner = this.description.records[key.parts].map(({ name }) => name);
      this.say(location, `hier horen velden, zoals ${lineOf(key)}; kies uit: ${inner.join(", ")}`);
    }
  }
}

/** @param {Location} location */
function namesIn(location) {
  return location.filter((part) => typeof part === "string");
}
