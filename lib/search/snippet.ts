import type { Range } from './ranges.ts';

/** How long the shown part of a text is, in characters: some four lines of a phone. */
const LENGTH = 120;

/** The part of a text that is shown with a hit, with dots where text is left out, and the ranges of the words in it. */
export type Snippet = { before: '' | '…'; text: string; after: '' | '…'; ranges: Range[] };

/**
 * The part of a text with the most different words in it, which stand in its middle; the beginning of the text where
 * there are none. It does not cut Latin words and numbers.
 */
export function snippetOf(text: string, ranges: readonly Range[]): Snippet {
  const [first, last] = densest(text, ranges);
  const middle = (first + last) / 2;
  const latest = Math.max(0, text.length - LENGTH);
  const from = Math.min(Math.max(0, Math.floor(middle - LENGTH / 2)), latest);
  let start = Math.min(toEdge(text, from, -1), first);
  let end = Math.max(toEdge(text, Math.min(text.length, from + LENGTH), 1), last);
  // The text may have marks of its own at the cut: two ellipses would stand beside each other.
  while (start > 0 && start < first && MARK.test(text.charAt(start))) start += 1;
  while (end < text.length && end > last && MARK.test(text.charAt(end - 1))) end -= 1;
  return {
    before: start > 0 ? '…' : '',
    text: text.slice(start, end),
    after: end < text.length ? '…' : '',
    ranges: ranges
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Range => [from - start, to - start]),
  };
}

const MARK = /[…，、；：。\s]/;

/** Where the ranges begin and end that stand together in one part of a text and hold the most different words. */
function densest(text: string, ranges: readonly Range[]): Range {
  let best: Range = ranges[0] ?? [0, 0];
  let most = 0;
  for (const [index, [start, end]] of ranges.entries()) {
    const words = new Set<string>();
    let last = end;
    for (const [from, to] of ranges.slice(index)) {
      if (to - start > LENGTH) break;
      words.add(text.slice(from, to));
      last = to;
    }
    if (words.size > most) [best, most] = [[start, last], words.size];
  }
  return best;
}

/** The nearest offset from `at`, in one direction, that cuts no Latin word, no number and no surrogate pair. */
function toEdge(text: string, at: number, step: 1 | -1): number {
  let edge = at;
  while (
    /[\w\ud800-\udbff]/.test(text[edge - 1] ?? '') &&
    /[\w\udc00-\udfff]/.test(text[edge] ?? '')
  )
    edge += step;
  return edge;
}
