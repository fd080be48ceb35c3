/** A part of a text that is spoken at once, from `start` up to `end`. */
export type Sentence = { start: number; end: number };

/**
 * Chromium's voices from the network stop after some 15 seconds without a word (https://crbug.com/40747712). Chinese is
 * read at some five characters a second, and three quarters of that at the slowest speed: this is 11 seconds then.
 */
const LONGEST = 40;
/** Where a long sentence may be cut, the best first. */
const BREAKS = [/[；;]/, /[，,：:]/, /[、\s]/];

/**
 * Cuts a text into sentences, with their closing quotes and brackets, and long sentences into parts.
 */
export function cutSentences(text: string): Sentence[] {
  const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });
  return Array.from(sentences.segment(text), ({ segment, index }) =>
    cutLong(segment).map(({ start, end }) => ({ start: start + index, end: end + index })),
  )
    .flat()
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** Cuts a sentence into parts of at most `LONGEST` characters, behind marks where there are any. */
function cutLong(sentence: string): Sentence[] {
  const parts: Sentence[] = [];
  let start = 0;
  while (sentence.length - start > LONGEST) {
    const end = start + breakOf(sentence.slice(start, start + LONGEST));
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: sentence.length }];
}

/** How many characters of a piece come before the last and best break in its second half; all, where there is none. */
function breakOf(piece: string): number {
  const characters = [...piece];
  for (const mark of BREAKS) {
    const last = characters.findLastIndex((character) => mark.test(character));
    if (last >= characters.length / 2) return characters.slice(0, last + 1).join('').length;
  }
  // Half a surrogate pair is left for the next part.
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length;
}
