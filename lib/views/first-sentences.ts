/** A sentence of a Chinese text, with the closing marks behind its end. */
const SENTENCE = /[^。！？]*[。！？][”’」』）)》]*/y;

/**
 * The first sentences of a text that are at most `most` characters together, at least one. A first sentence that is
 * longer is cut, and ends with an ellipsis.
 */
export function firstSentences(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  SENTENCE.lastIndex = 0;
  let end = 0;
  while (SENTENCE.test(line) && SENTENCE.lastIndex <= most) end = SENTENCE.lastIndex;
  return end > 0 ? line.slice(0, end) : `${cut(line, most)}…`;
}

/** The first sentence of a text, cut where it is longer than `most` characters. */
export function firstSentence(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  SENTENCE.lastIndex = 0;
  const end = SENTENCE.test(line) ? SENTENCE.lastIndex : line.length;
  return end <= most ? line.slice(0, end) : `${cut(line, most)}…`;
}

/** The beginning of a text, without half a character and without a mark that an ellipsis would follow. */
function cut(line: string, most: number): string {
  return line
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[，、；：\s]$/, '');
}
