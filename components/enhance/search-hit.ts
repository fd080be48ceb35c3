import { type Range, rangesOf, type SearchItem } from '#lib/search/find.ts';
import { paths } from '#lib/site/paths.ts';
import { h } from './define.ts';

/** How much of a text is shown around its first hit, in characters to either side. */
const AROUND = 40;

/** A hit in the list: its title and the text around the first place, the terms marked in both. */
export function showHit(item: SearchItem, terms: readonly string[]): HTMLElement {
  const textRanges = rangesOf(item.text, terms);
  const title = h(
    'a',
    { href: paths.item(item.date, item.id) },
    ...marked(item.title, rangesOf(item.title, terms)),
  );
  const first = textRanges[0] ?? [0, 0];
  const start = Math.max(0, first[0] - AROUND);
  const end = Math.min(item.text.length, first[1] + AROUND);
  const inside = textRanges
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Range => [from - start, to - start]);
  const text = marked(item.text.slice(start, end), inside);
  return h(
    'li',
    {},
    h('h2', {}, title),
    h('p', {}, start > 0 ? '…' : '', ...text, end < item.text.length ? '…' : ''),
    h('p', {}, h('time', { datetime: item.date }, item.date)),
  );
}

/** A text as nodes, its ranges in `<mark>`: text never becomes markup. */
function marked(text: string, ranges: readonly Range[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    nodes.push(
      document.createTextNode(text.slice(at, start)),
      h('mark', {}, text.slice(start, end)),
    );
    at = end;
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}
