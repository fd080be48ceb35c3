import { type Range, rangesOf, type SearchItem } from '#lib/search/find.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { formatDay } from './day.ts';
import { h } from './define.ts';
import { holdsAny, watchedMark } from './watch-words.ts';

/** How much text is shown before and after the first match, in characters. */
const AROUND = 40;

/**
 * A hit in the list: its title, and the text around the first match, with the terms marked in both. The item gets a
 * mark if it contains one of the watched words.
 */
export function showHit(
  item: SearchItem,
  terms: readonly string[],
  watched: readonly string[],
): HTMLElement {
  const textRanges = rangesOf(item.text, terms);
  const title = h(
    'a',
    { href: item.id === '' ? paths.issue(item.date) : paths.item(item.date, item.id) },
    ...marked(item.title, rangesOf(item.title, terms)),
  );
  const [first, last] = textRanges[0] ?? [0, 0];
  const start = toEdge(item.text, Math.max(0, first - AROUND), -1);
  const end = toEdge(item.text, Math.min(item.text.length, last + AROUND), 1);
  const inside = textRanges
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Range => [from - start, to - start]);
  const text = marked(item.text.slice(start, end), inside);
  const sources = item.sources.map(({ name }) => name).join('、');
  const marks = holdsAny(watched, `${item.title}\n${item.text}`) ? [watchedMark()] : [];
  return h(
    'li',
    {},
    h('h2', {}, title, ...marks),
    h('p', {}, start > 0 ? '…' : '', ...text, end < item.text.length ? '…' : ''),
    h(
      'p',
      { class: 'source' },
      h('time', { datetime: item.date }, formatDay(item.date)),
      ` ${sources}`,
    ),
  );
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

/** A text as nodes, with its ranges in `<mark>`. No part of the text is parsed as HTML. */
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
