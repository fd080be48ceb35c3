/** A sentence of a Chinese text, with the closing marks behind its end. */
const SENTENCE = /[^。！？]*[。！？][”’」』）)》]*/y;

/**
 * The first sentences of a text that are at most `most` characters together, at least one. A first sentence that is
 * longer is cut, and ends with an ellipsis.
 */
export function firstSentences(text: string, most: number): string {
  const line = onOneLine(text);
  if (line.length <= most) return line;
  let end = 0;
  for (let next = endOfSentence(line, 0); next <= most; next = endOfSentence(line, end)) end = next;
  return end > 0 ? line.slice(0, end) : cut(line, most);
}

/** The first sentence of a text. One that is longer than `most` characters is cut, and ends with an ellipsis. */
export function firstSentence(text: string, most: number): string {
  const line = onOneLine(text);
  const end = endOfSentence(line, 0);
  return end <= most ? line.slice(0, end) : cut(line, most);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where the sentence ends that begins at `start`: the end of the text, where the sentence has no end of its own. */
function endOfSentence(line: string, start: number): number {
  SENTENCE.lastIndex = start;
  return SENTENCE.test(line) ? SENTENCE.lastIndex : line.length;
}

/** The beginning of a text with an ellipsis, without half a character and without a mark right before the ellipsis. */
function cut(line: string, most: number): string {
  const beginning = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${beginning.replace(/[，、；：\s]$/, '')}…`;
}
