/** How far ahead the next text is looked for first: texts stand in order, most of them side by side. */
const AHEAD = 2_000;

/**
 * The texts that are lost in another one: their letters and digits, all in a row, are not in it. Each is looked for
 * behind the one before it and then everywhere, so that a text that was moved is not taken for lost.
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
