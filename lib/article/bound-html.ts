/** Pages of publishers have some 2,000 tags, 40 deep. What is past these limits takes minutes to read. */
const MOST_TAGS = 60_000;
const DEEPEST = 300;
/** Elements that have no end, or whose end is often left out: they do not nest. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|html|head|body)$/;

/** HTML up to the place where it is nested too deep or has too many tags. */
export function boundHtml(html: string): string {
  let depth = 0;
  let count = 0;
  for (const { 0: tag, 1: name = '', index } of html.matchAll(/<\/?([a-z][a-z0-9-]{0,30})/gi)) {
    count += 1;
    if (count > MOST_TAGS) return html.slice(0, index);
    if (FLAT.test(name.toLowerCase())) continue;
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return html.slice(0, index);
  }
  return html;
}
