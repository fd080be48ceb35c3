import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';

/**
 * What search finds: an item, or an issue with its title, its summary and its lead. For an issue the id, the section,
 * the topics and the sources are empty, so that a filter by them finds items alone.
 */
export type SearchItem = {
  /** The day of its issue. */
  date: IsoDate;
  /** Empty for an issue. */
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

/** The name of a publisher, and the address and the day of its report where they are known. */
export type SearchSource = { name: string; url?: string | undefined; date?: IsoDate | undefined };

/** A reader's query: every term must occur, and no excluded one may. All are folded, see `fold`. */
export type Query = { terms: string[]; excluded: string[] };

/** Limits a search: ids of a section and a topic, the name of a source, the first and the last year. */
export type Filter = {
  section?: string;
  source?: string;
  topic?: string;
  from?: string;
  to?: string;
};

/** A range in the original text, in UTF-16 units; `end` is behind the last. */
export type Range = [start: number, end: number];

/** An item that matches. `inTitle` is whether every term is in its title; `rangesOf` finds where. */
export type Hit = { item: SearchItem; inTitle: boolean };

/** An item with its title and its text folded, ready for many queries. */
export type PreparedItem = { item: SearchItem; title: string; text: string };

/**
 * Reads a query. White space separates its terms. `-词` (or `－词`, as an IME types it) excludes a term, and `"…"` (or
 * “…”) is one term with its blanks. A lone hyphen or quotation mark is ignored.
 */
export function readQuery(text: string): Query {
  const query: Query = { terms: [], excluded: [] };
  for (const [, minus = '', quoted, bare] of text.matchAll(
    /([-－−])?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu,
  )) {
    const term = fold(quoted ?? bare ?? '');
    if (term.trim() === '' || term === '-') continue;
    (minus === '' ? query.terms : query.excluded).push(term);
  }
  return query;
}

/** Folds an item's title and text, once for all queries. */
export function prepare(item: SearchItem): PreparedItem {
  return { item, title: fold(item.title), text: fold(item.text) };
}

/**
 * Finds the items that contain every term, in the title or the text, and no excluded one. A term matches as a
 * substring. Hits in titles of items come first, and newer items before older ones. A hit in the title of an issue does
 * not come first, because titles of issues are much alike. A query without terms finds nothing.
 */
export function find(items: readonly PreparedItem[], query: Query, filter: Filter = {}): Hit[] {
  if (query.terms.length === 0) return [];
  const matches = items.filter(
    ({ item, title, text }) =>
      query.terms.every((term) => title.includes(term) || text.includes(term)) &&
      !query.excluded.some((term) => title.includes(term) || text.includes(term)) &&
      passes(item, filter),
  );
  const inTitle = ({ item, title }: PreparedItem) =>
    item.id !== '' && query.terms.every((term) => title.includes(term));
  const hits = matches.map((prepared) => ({ item: prepared.item, inTitle: inTitle(prepared) }));
  return hits.sort(compareHits);
}

/** Orders hits: those in titles first, then newer before older. */
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
 * The ranges of the terms in a text, in order; overlapping ones are merged. Folding can change the length of a text, so
 * the ranges are converted to those of the original.
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

/** A folded text and, for each index in it, the index in the original where that grapheme starts. */
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
