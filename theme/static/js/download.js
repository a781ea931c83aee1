/**
 * Lets the browser save a text as a file.
 */

const LONG_ENOUGH = 1000; // milliseconds until the browser has it

/**
 * @param {string} name of the file
 * @param {string} text
 * @param {string} type as `text/calendar`
 */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), LONG_ENOUGH);
}
