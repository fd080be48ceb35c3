/** How many letters ahead a text is searched first: the texts stand in order, most of them side by side. */
const AHEAD = 2_000;

/**
 * The texts that are missing in `whole`: it does not hold their letters and digits in a row. Each is searched after
 * the text before it first and then everywhere, so that a text that was moved does not count as missing.
 */
export function findLost(texts: readonly string[], whole: string): string[] {
  const letters = lettersOf(whole);
  let at = 0;
  return texts.filter((text) => {
    const own = lettersOf(text);
    if (own === '') return false;
    const ahead = letters.slice(at, at + AHEAD + own.length).indexOf(own);
    if (ahead !== -1) {
      at += ahead + own.length;
      return false;
    }
    return !letters.includes(own);
  });
}

/** The letters and digits of a text, all in a row. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
