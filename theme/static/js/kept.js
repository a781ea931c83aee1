/**
 * What the site keeps in this browser: each key there is, and how all of it goes.
 *
 * Who keeps something new, names it here; then leaving in a hurry wipes it too.
 */

/** The root of the site, wherever it is hosted. */
export const ROOT = new URL("../../", import.meta.url);

/** Several sites may share a host, so each key names the path of its own. */
export const KEYS = Object.freeze({
  saved: `groepsaanbod-bewaard:${ROOT.pathname}`,
  draft: `groepsaanbod-concept:${ROOT.pathname}`,
});

/** Leave nothing behind of what anybody kept here. */
export function wipeAll() {
  try {
    for (const key of Object.values(KEYS)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to wipe.
  }
}
