/**
 * Ways to reach somebody: phone numbers, e-mail, web addresses and postcodes.
 *
 * @import { Value } from "./values.js"
 */

import { cut, Wrong } from "./wrong.js";

const DIGITS = /^(?:0[1-9][0-9]{8}|0(?:800|900|88)[0-9]{4,7}|14[0-9]{2,4}|11[236])$/;

/** @param {Value} value */
export function phone(value) {
  if (typeof value !== "string") {
    throw new Wrong('schrijf één telefoonnummer, zoals 023 000 00 00');
  }
  const national = value.trim().replace(/^(?:\+31|0031)(?: ?\(0\))?/, "0");
  if (!/^\+?[0-9 ()-]{3,25}$/.test(value) || !DIGITS.test(national.replace(/[^0-9]/g, ""))) {
    throw new Wrong(
      `'${cut(value, 40)}' is geen Nederlands telefoonnummer;`
        + ' schrijf alleen het nummer, met netnummer, zoals 023 000 00 00',
    );
  }
  return value;
}

const EMAIL =
  /^[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;

/** @param {Value} value */
export function email(value) {
  if (typeof value !== "string" || !EMAIL.test(value)) {
    throw new Wrong(
      "dit is geen e-mailadres; schrijf alleen het adres, zoals info@voorbeeld.nl",
    );
  }
  return value;
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/;
const WEB_CHARACTERS = /^[A-Za-z0-9._~:/?#@!$&'*+,;=%()-]{1,500}$/;

/** @param {Value} value */
export function web(value) {
  if (typeof value !== "string") {
    throw new Wrong("schrijf één webadres, zoals https://www.voorbeeld.nl");
  }
  if (/^http:\/\//.test(value)) {
    throw new Wrong(`schrijf het adres met https: https://${cut(value, 80).slice(7)}`);
  }
  if (HOST.test(value.split("/")[0].toLowerCase())) {
    throw new Wrong(`zet https:// voor het adres: https://${cut(value, 80)}`);
  }
  if (!/^https:\/\//.test(value)) {
    throw new Wrong("schrijf een webadres dat begint met https://");
  }
  if (!WEB_CHARACTERS.test(value)) {
    throw new Wrong(
      "hier staat een spatie of een teken dat niet kan in een webadres;"
        + " kopieer het uit de adresbalk van uw browser",
    );
  }
  if (!HOST.test(value.slice(8).split(/[/?#]/)[0].toLowerCase())) {
    throw new Wrong(
      "schrijf een gewoon webadres, zoals https://www.voorbeeld.nl/cursus,"
        + " zonder gebruikersnaam, poort of cijferadres",
    );
  }
  return value;
}

/** @param {Value} value */
export function postcode(value) {
  const match = typeof value === "string" ? /^([1-9][0-9]{3}) ?([A-Z]{2})$/.exec(value) : null;
  if (!match) {
    throw new Wrong("schrijf de postcode als vier cijfers en twee hoofdletters: 2011 AB");
  }
  return `${match[1]} ${match[2]}`;
}
