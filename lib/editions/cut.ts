/** After which a text may end, and at which it may be cut. */
const END = /[。！？!?]$/;
const MARK = /[。！？!?；;，,、：:\s]$/;

const SIGNS = new Intl.Segmenter('zh');

/**
 * A text of at most `limit` UTF-16 units. A longer one ends behind a sentence, or before another mark with
 * an ellipsis, where there is one in its second half; it never ends within what a reader sees as one sign.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // One unit is the ellipsis's.
  const room = limit - 1;
  let head = '';
  let atMark: string | undefined;
  for (const { segment } of SIGNS.segment(text)) {
    if (head.length + segment.length > room) break;
    if (MARK.test(segment) && head.length >= limit / 2) {
      atMark = END.test(segment) ? head + segment : `${head.trimEnd()}…`;
    }
    head += segment;
  }
  return atMark ?? `${head.trimEnd()}…`;
}
