import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';
import type { Query } from './query.ts';
import type { Simplify } from './traditional.ts';
import { type Folded, indexOfWay, type Way } from './way.ts';
import type { Part } from './widen.ts';

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

/**
 * What a search is limited to. `section` and `topic` are ids, `source` is the name of a publisher, `month` has the form
 * `2025-03`. `from` and `to` are the first and the last year, or month, that is searched.
 */
export type Filter = {
  section?: string;
  source?: string;
  topic?: string;
  month?: string;
  from?: string;
  to?: string;
};

/**
 * An item that matches. `inTitle` is whether all that was looked for is in its title. `exact` is whether it has every
 * term as the reader wrote it; `ways` are the other ways to write them by which it was found, for readers.
 */
export type Hit = { item: SearchItem; inTitle: boolean; exact: boolean; ways: string[] };

/** An item with its title and its text folded, ready for many queries. */
export type PreparedItem = { item: SearchItem; title: Folded; text: Folded };

const unchanged: Simplify = (text) => text;

/** Folds the titles and the texts of items, once for all queries. */
export function prepare(
  items: readonly SearchItem[],
  simplify: Simplify = unchanged,
): PreparedItem[] {
  const toFolded = (text: string): Folded => {
    const folded = fold(text);
    return { folded, simplified: simplify(folded) };
  };
  return items.map((item) => ({ item, title: toFolded(item.title), text: toFolded(item.text) }));
}

/**
 * Finds the items that contain every term, in the title or the text, and no excluded one. A term matches as a
 * substring. Below them come those that contain all parts in some way to write them. In both groups hits in titles of
 * items come first, and newer items before older ones. A hit in the title of an issue does not come first, because
 * titles of issues are much alike. A query without terms finds the items that pass the filter; without a filter too, it
 * finds nothing.
 * @param parts the terms with other ways to write them, see `widen`
 */
export function find(
  items: readonly PreparedItem[],
  query: Query,
  filter: Filter = {},
  parts: readonly Part[] = [],
): Hit[] {
  if (query.terms.length === 0 && !isFiltered(filter)) return [];
  const hits = items.flatMap((prepared) => {
    const isAsked = passes(prepared.item, filter) && !isExcluded(prepared, query.excluded);
    const hit = isAsked
      ? (exactHit(prepared, query) ?? wideHit(prepared, query, parts))
      : undefined;
    return hit === undefined ? [] : [hit];
  });
  return hits.sort(compareHits);
}

/** Whether a filter limits anything. */
export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** Orders hits: exact ones first, of them those in titles, then newer before older. */
export function compareHits(a: Hit, b: Hit): number {
  if (a.exact !== b.exact) return a.exact ? -1 : 1;
  if (a.inTitle !== b.inTitle) return a.inTitle ? -1 : 1;
  return a.item.date < b.item.date ? 1 : a.item.date > b.item.date ? -1 : 0;
}

function isExcluded({ title, text }: PreparedItem, excluded: readonly string[]): boolean {
  return excluded.some((term) => title.folded.includes(term) || text.folded.includes(term));
}

function exactHit({ item, title, text }: PreparedItem, { terms }: Query): Hit | undefined {
  // Without words, the items are listed: an issue is none.
  if (terms.length === 0)
    return item.id === '' ? undefined : { item, inTitle: false, exact: true, ways: [] };
  const all = terms.every((term) => title.folded.includes(term) || text.folded.includes(term));
  if (!all) return undefined;
  const inTitle = item.id !== '' && terms.every((term) => title.folded.includes(term));
  return { item, inTitle, exact: true, ways: [] };
}

function wideHit(
  { item, title, text }: PreparedItem,
  { terms }: Query,
  parts: readonly Part[],
): Hit | undefined {
  if (parts.length === 0) return undefined;
  const typed = terms.join(' ');
  const isIn = (folded: Folded) => (way: Way) => indexOfWay(way, folded) !== -1;
  const ways: string[] = [];
  for (const part of parts) {
    const found = part.find((way) => isIn(title)(way) || isIn(text)(way));
    if (found === undefined) return undefined;
    if (!typed.includes(found.text)) ways.push(found.shown);
  }
  const inTitle = item.id !== '' && parts.every((part) => part.some(isIn(title)));
  return { item, inTitle, exact: false, ways };
}

function passes({ section, sources, topics, date }: SearchItem, filter: Filter): boolean {
  const { from = '', to = '', month = '' } = filter;
  if (filter.section !== undefined && section !== filter.section) return false;
  if (filter.source !== undefined && !sources.some(({ name }) => name === filter.source))
    return false;
  if (filter.topic !== undefined && !topics.includes(filter.topic)) return false;
  if (!date.startsWith(month)) return false;
  // A year or a month includes its first and its last day.
  return date.slice(0, from.length) >= from && (to === '' || date.slice(0, to.length) <= to);
}
