import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';

/**
 * An item as search knows it, or an issue by its title, its summary and its lead. An issue has no id, section, topics
 * or sources, so that a filter by them finds items alone.
 */
export type SearchItem = {
  /** The day of its issue. */
  date: IsoDate;
  /** Empty where it is the issue itself. */
  id: string;
  title: string;
  text: string;
  /** The number of its issue. */
  number?: number | undefined;
  /** Ids of its section and its topics. */
  section: string;
  topics: string[];
  sources: SearchSource[];
};

/** A publisher by name; the address of its report and the day of that, where known. */
export type SearchSource = { name: string; url?: string | undefined; date?: IsoDate | undefined };

/** What a reader asks for: every term must occur, no excluded one may. All of them are folded. */
export type Query = { terms: string[]; excluded: string[] };

/** What narrows a search; a field that is left out narrows nothing. Years are inclusive. */
export type Filter = {
  section?: string;
  source?: string;
  topic?: string;
  from?: string;
  to?: string;
};

/** From and to where, in UTF-16 units of the original text. */
export type Range = [start: number, end: number];

/** An item that is found; `rangesOf` tells where the terms stand in its title and text. */
export type Hit = { item: SearchItem; inTitle: boolean };

/** An item made ready for many queries. */
export type Prepared = { item: SearchItem; title: string; text: string };

/**
 * Reads a query, whose terms are parted by white space. `-词` (or `－词`, as an IME types it) excludes, and `"…"` (or
 * “…”) is taken as it stands. A lone hyphen or quotation mark says nothing.
 */
export function readQuery(typed: string): Query {
  const query: Query = { terms: [], excluded: [] };
  for (const [, minus = '', quoted, bare] of typed.matchAll(
    /([-－−])?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu,
  )) {
    const term = fold(quoted ?? bare ?? '');
    if (term.trim() === '' || term === '-') continue;
    (minus === '' ? query.terms : query.excluded).push(term);
  }
  return query;
}

export function prepare(item: SearchItem): Prepared {
  return { item, title: fold(item.title), text: fold(item.text) };
}

/**
 * The items that hold every term, in their title or their text, and none that is excluded: exactly the
 * substrings, no more and no less. Hits in titles of items come first, then the newer before the older: the titles of
 * issues are much alike. A query without terms finds nothing.
 */
export function find(items: readonly Prepared[], query: Query, filter: Filter = {}): Hit[] {
  if (query.terms.length === 0) return [];
  const found = items.filter(
    ({ item, title, text }) =>
      query.terms.every((term) => title.includes(term) || text.includes(term)) &&
      !query.excluded.some((term) => title.includes(term) || text.includes(term)) &&
      passes(item, filter),
  );
  const inTitle = ({ item, title }: Prepared) =>
    item.id !== '' && query.terms.every((term) => title.includes(term));
  const hits = found.map((prepared) => ({ item: prepared.item, inTitle: inTitle(prepared) }));
  return hits.sort(compareHits);
}

/** The order of hits: those in titles first, then the newer before the older. */
export function compareHits(a: Hit, b: Hit): number {
  if (a.inTitle !== b.inTitle) return a.inTitle ? -1 : 1;
  return a.item.date < b.item.date ? 1 : a.item.date > b.item.date ? -1 : 0;
}

function passes({ section, sources, topics, date }: SearchItem, filter: Filter): boolean {
  if (filter.section !== undefined && section !== filter.section) return false;
  if (filter.source !== undefined && !sources.some(({ name }) => name === filter.source))
    return false;
  if (filter.topic !== undefined && !topics.includes(filter.topic)) return false;
  const year = date.slice(0, 4);
  return (
    (filter.from === undefined || year >= filter.from) &&
    (filter.to === undefined || year <= filter.to)
  );
}

/**
 * Where the terms stand in a text, in order and not overlapping. Folding can change a text's length:
 * the places are those of the original.
 */
export function rangesOf(text: string, terms: readonly string[]): Range[] {
  const { folded, starts } = foldWithPlaces(text);
  const ranges: Range[] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
      ranges.push([starts[at] ?? 0, starts[at + term.length] ?? text.length]);
    }
  }
  ranges.sort(([a], [b]) => a - b);
  const merged: Range[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A folded text and, for each place in it, where that is in the original. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  // Characters compose within a grapheme, never across two.
  for (const { segment, index } of segmenter.segment(text)) {
    const part = fold(segment);
    for (let unit = 0; unit < part.length; unit += 1) starts.push(index);
    folded += part;
  }
  starts.push(text.length);
  return { folded, starts };
}
