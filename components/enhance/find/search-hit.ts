import type { SearchItem } from '#lib/search/find.ts';
import { type Range, rangesOf } from '#lib/search/ranges.ts';
import { snippetOf } from '#lib/search/snippet.ts';
import type { Simplify } from '#lib/search/traditional.ts';
import type { Way } from '#lib/search/way.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { formatDay } from '../page/day.ts';
import { h } from '../page/define.ts';
import { holdsAny, watchedMark } from '../reader/watch-words.ts';

/** What is marked in the hits, and the words that the reader watches for. */
export type Marks = { ways: readonly Way[]; simplify: Simplify; watched: readonly string[] };

/**
 * A hit in the list: its title, and the part of its text with the words, which are marked in both. The item gets a mark
 * if it contains one of the watched words.
 */
export function showHit(item: SearchItem, { ways, simplify, watched }: Marks): HTMLElement {
  const title = h(
    'a',
    { href: item.id === '' ? paths.issue(item.date) : paths.item(item.date, item.id) },
    ...marked(item.title, rangesOf(item.title, ways, simplify)),
  );
  const { before, text, after, ranges } = snippetOf(item.text, rangesOf(item.text, ways, simplify));
  const sources = item.sources.map(({ name }) => name).join('、');
  const marks = holdsAny(watched, `${item.title}\n${item.text}`) ? [watchedMark()] : [];
  return h(
    'li',
    {},
    h('h2', {}, title, ...marks),
    h('p', {}, before, ...marked(text, ranges), after),
    h(
      'p',
      { class: 'source' },
      h('time', { datetime: item.date }, formatDay(item.date)),
      ` ${sources}`,
    ),
  );
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
