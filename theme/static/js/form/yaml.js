/**
 * The one text for what a file says, the same to the letter as Python's `writing` gives.
 *
 * @import { Data, Description, Key } from "./shape.js"
 * @import { Value } from "./values.js"
 */

const WIDTH = 100;
const FEW = 2;
const INDENT = "  ";

/**
 * Give what counts of a file: without what is empty, or the space around a text.
 * @param {Value} value
 * @returns {Value}
 */
export function meaning(value) {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== "object") return String(value).trim();
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => /** @type {[string, Value]} */ ([name, meaning(inner)]))
      .filter(([, inner]) => !isEmpty(inner)),
  );
}

/** @param {Value} value */
function isEmpty(value) {
  return typeof value === "string" ? value === "" : Object.keys(value).length === 0;
}

/**
 * Give the text of a file.
 * @param {Data} data
 * @param {Description} description
 */
export function yamlText(data, description) {
  const writer = new Writer(description);
  const lines = writer.mapping(/** @type {Data} */ (meaning(data)), description.file, 0);
  return lines.map((line) => `${line}\n`).join("");
}

class Writer {
  /** @param {Description} description */
  constructor({ records }) {
    this.records = records;
  }

  /**
   * @param {Data} data
   * @param {string} record
   * @param {number} depth
   * @returns {string[]}
   */
  mapping(data, record, depth) {
    return this.inOrder(data, record).flatMap(([name, value, key]) =>
      this.entry(name, value, key, depth),
    );
  }

  /**
   * Give the values in the order of the model; what that does not know comes last.
   * @param {Data} data
   * @param {string} record
   * @returns {[string, Value, Key | null][]}
   */
  inOrder(data, record) {
    const keys = this.records[record] ?? [];
    const names = keys.map(({ name }) => name);
    const known = keys.filter(({ name }) => Object.hasOwn(data, name));
    const unknown = Object.keys(data).filter((name) => !names.includes(name));
    return [
      ...known.map((key) => /** @type {[string, Value, Key]} */ ([key.name, data[key.name], key])),
      ...unknown.map((name) => /** @type {[string, Value, null]} */ ([name, data[name], null])),
    ];
  }

  /**
   * @param {string} name
   * @param {Value} value
   * @param {Key | null} key
   * @param {number} depth
   * @returns {string[]}
   */
  entry(name, value, key, depth) {
    const margin = INDENT.repeat(depth);
    const start = `${margin}${scalar(name, null, false)}:`;
    if (key?.long && typeof value === "string" && fitsBelowABar(value)) {
      const lines = value.split("\n").map((line) => (line ? `${margin}${INDENT}${line}` : ""));
      return [`${start} |`, ...lines];
    }
    const line = `${start} ${this.onOneLine(value, key, false)}`;
    const isSmall = this.isSmall(value, key) && [...line].length <= WIDTH;
    if (typeof value === "string" || isSmall) return [line];
    if (Array.isArray(value)) {
      return [start, ...value.flatMap((item) => this.item(item, key, depth + 1))];
    }
    return [start, ...this.mapping(value, key?.parts ?? "", depth + 1)];
  }

  /**
   * @param {Value} item
   * @param {Key | null} key
   * @param {number} depth
   * @returns {string[]}
   */
  item(item, key, depth) {
    const margin = INDENT.repeat(depth);
    if (typeof item === "object" && !Array.isArray(item) && Object.keys(item).length) {
      const [first, ...lines] = this.mapping(item, key?.parts ?? "", depth + 1);
      return [`${margin}- ${first.replace(/^ +/, "")}`, ...lines];
    }
    return [`${margin}- ${this.onOneLine(item, key, false)}`];
  }

  /**
   * @param {Value} value
   * @param {Key | null} key
   */
  isSmall(value, key) {
    if (Array.isArray(value)) return value.every((each) => typeof each === "string");
    if (typeof value !== "object") return false;
    const isFew = Boolean(key?.parts) && this.records[key?.parts ?? ""].length <= FEW;
    return isFew && Object.values(value).every((each) => typeof each === "string");
  }

  /**
   * @param {Value} value
   * @param {Key | null} key
   * @param {boolean} inFlow
   * @returns {string}
   */
  onOneLine(value, key, inFlow) {
    if (Array.isArray(value)) {
      return `[${value.map((each) => this.onOneLine(each, key, true)).join(", ")}]`;
    }
    if (typeof value === "object") {
      const inner = this.inOrder(value, key?.parts ?? "").map(([name, part, of]) => {
        const written = this.onOneLine(part, of, true);
        return `${scalar(name, null, true)}: ${written}`;
      });
      return `{${inner.join(", ")}}`;
    }
    return scalar(value, key, inFlow);
  }
}

/** @param {string} text */
function fitsBelowABar(text) {
  return !text.includes("\r") && !/^ *\t/m.test(text);
}

const NEEDS_QUOTES = /:(?= |$)| #|[\t\n\r]/;
const NEEDS_QUOTES_IN_FLOW = /[\][{},:?#]/;
const LIKE_A_TIME = /^[0-9]{1,2}[:.][0-9]{2}/;
const AMBIGUOUS =
  /^(?:y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9][0-9_,.]*|0x[0-9a-f]+|0o[0-7]+|[-+]?[0-9]+(?::[0-9]{2})+(?:\.[0-9]*)?|[-+]?\.(?:inf|nan)|[-+]?[0-9.]+e[-+]?[0-9]+)$/i;

/**
 * @param {string} text
 * @param {Key | null} key
 * @param {boolean} inFlow
 */
function scalar(text, key, inFlow) {
  const isSafe =
    /^[\p{L}\p{N}]/u.test(text)
    && !NEEDS_QUOTES.test(text)
    && !(inFlow && NEEDS_QUOTES_IN_FLOW.test(text));
  return isSafe && (key?.number || !isAmbiguous(text)) ? text : quoted(text);
}

/**
 * Tell whether some reader, or a person, may take a text for something else.
 * @param {string} text
 */
function isAmbiguous(text) {
  return AMBIGUOUS.test(text) || !/\p{L}/u.test(text) || LIKE_A_TIME.test(text);
}

/** @type {Record<string, string>} */
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** @param {string} text */
function quoted(text) {
  const hasControl = /[\t\n\r]/.test(text);
  if (!hasControl && /["\\]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\\t\n\r]/g, (each) => ESCAPES[each])}"`;
}
