/** How many characters before and after a word decide whether it is one. */
const AROUND = 8;

let segmenter: Intl.Segmenter | undefined;

/**
 * Whether a part of a text begins and ends where words do: AI is no word in OpenAI, and 最高法 is none in 美国最高法院. Search
 * asks this of names that the reader did not type: a hit in the middle of another word would look like a mistake.
 */
export function isWholeWord(text: string, start: number, end: number): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, start - AROUND);
  const edges = new Set([0]);
  for (const { segment, index } of segmenter.segment(text.slice(from, end + AROUND)))
    edges.add(index + segment.length);
  return edges.has(start - from) && edges.has(end - from);
}
