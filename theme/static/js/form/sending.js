/**
 * Hands a file over: by mail, or as a proposal on GitHub.
 */

const LONGEST_ADDRESS = 7000;

/**
 * Give the address that opens a letter to the coordinator.
 * @param {string} to
 * @param {string} title
 * @param {string[]} paths where its files belong, the offer's first
 */
export function letter(to, title, paths) {
  const [offer, own] = paths;
  const more = own ? `\nWij zijn nieuw. Dit bestand zit er ook bij: ${own}` : "";
  const subject = encodeURIComponent(`Aanbod voor de site: ${title}`);
  const body = encodeURIComponent(
    `Dag,\n\nIn de bijlage zit ons aanbod "${title}".\nHet hoort op deze plek: ${offer}${more}\n\nGroet,\n`,
  );
  return `mailto:${to}?subject=${subject}&body=${body}`;
}

/**
 * Give the address on GitHub that proposes a new file, or lets one change what is there;
 * a text that is too long for an address, one pastes.
 * @param {string} repository
 * @param {string} path
 * @param {string} text
 * @param {boolean} isNew
 */
export function proposal(repository, path, text, isNew) {
  const base = repository.replace(/\/$/, "");
  if (!isNew) return { address: `${base}/edit/main/${path}`, isFilled: false };
  const name = `${base}/new/main?filename=${encodeURIComponent(path)}`;
  const address = `${name}&value=${encodeURIComponent(text)}`;
  return address.length > LONGEST_ADDRESS
    ? { address: name, isFilled: false }
    : { address, isFilled: true };
}
