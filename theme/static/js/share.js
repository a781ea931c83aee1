/**
 * Sends a page on: with what the device has for that, or by copying its address.
 *
 * The links to WhatsApp and mail are in the page and work without this.
 */

/** @param {HTMLElement} root */
export function start(root) {
  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  const part = (name) => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (found instanceof HTMLElement) return found;
    throw new Error(name);
  };
  const said = part("said");
  const title = root.dataset.title ?? document.title;
  // Without what somebody typed or where they came from.
  const url = `${location.origin}${location.pathname}`;

  const device = part("device");
  device.hidden = !navigator.canShare?.({ title, url });
  device.addEventListener("click", async () => {
    try {
      await navigator.share({ title, url });
    } catch {
      // Who closes the device's own window has changed their mind.
    }
  });

  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(url);
      said.textContent = "De link is gekopieerd. U kunt hem nu ergens plakken.";
    } catch {
      said.textContent = `Kopiëren lukt niet. Dit is de link: ${url}`;
    }
  });
  root.dataset.ready = "";
}
