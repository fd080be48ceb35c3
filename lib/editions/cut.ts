/** Ends a sentence. */
const END = /[。！？!?]$/;
/** A text may be cut at such a mark. */
const MARK = /[。！？!?；;，,、：:\s]$/;

const GRAPHEMES = new Intl.Segmenter('zh');

/**
 * Cuts a text to at most `limit` UTF-16 units. It is cut in its second half, at the last mark there: behind a sentence,
 * or before another mark, with an ellipsis. Without a mark it is cut at the limit, but never inside a grapheme.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // One unit is left for the ellipsis.
  const room = limit - 1;
  let head = '';
  let atMark: string | undefined;
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (head.length + segment.length > room) break;
    if (MARK.test(segment) && head.length >= limit / 2) {
      atMark = END.test(segment) ? head + segment : `${head.trimEnd()}…`;
    }
    head += segment;
  }
  return atMark ?? `${head.trimEnd()}…`;
}
