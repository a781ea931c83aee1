/** What the pages of the peers share: fetching, and what is shown of a result. */

/** Fetch text. */
export async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/** Run classic scripts, one after the other. */
export async function scripts(...addresses) {
  for (const src of addresses) {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src });
      script.onload = resolve;
      script.onerror = () => reject(new Error(src));
      document.head.append(script);
    });
  }
}

/** Fetch the cards; give a function from identities to those with a card, at most ten. */
export async function cards() {
  const all = JSON.parse(await textOf("/peers/cards.json"));
  return (found) => found.slice(0, 10).filter((identity) => all[identity]);
}
