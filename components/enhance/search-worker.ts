import { type Filter, find, type Hit, type PreparedItem, prepare } from '#lib/search/find.ts';
import { findPages, type NamedPage } from '#lib/search/find-pages.ts';
import { asksForIssue, findIssuePages } from '#lib/search/issue-pages.ts';
import { type Query, readQuery } from '#lib/search/query.ts';
import {
  type CharacterTable,
  mayBeTraditional,
  type Simplify,
  simplifier,
} from '#lib/search/traditional.ts';
import { type NameIndex, nameIndex, type Part, widen } from '#lib/search/widen.ts';
import * as paths from '#lib/site/browser-paths.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { hasKept } from './find/kept.ts';
import { fetchCharacters, fetchIssues, fetchPages, loadShard } from './find/shard.ts';

/** A request of the page: the years are searched in this order until there are enough hits. */
export type SearchRequest = {
  id: number;
  query: string;
  filter: Filter;
  years: string[];
  /** The number of hits at which it stops, at the end of a year. */
  enough: number;
};

/**
 * An answer of the worker. The first is `pages`: what the query names; without it they could not be fetched. Then comes
 * one for each year: `parts` and `table` say what was looked for; `keptUntil` is the newest issue of a year that this
 * device keeps, where there is no network. At the end `rest` are the years that were not searched, and `missing` those
 * that are not kept.
 */
export type SearchAnswer =
  | { id: number; type: 'pages'; pages: NamedPage[] | undefined }
  | {
      id: number;
      type: 'year';
      year: string;
      hits: Hit[];
      took: number;
      parts: Part[];
      table: CharacterTable | undefined;
      keptUntil: IsoDate | undefined;
    }
  | { id: number; type: 'done'; rest: string[]; missing: string[] }
  | { id: number; type: 'failed'; year: string };

type Shard = { items: PreparedItem[]; keptUntil: IsoDate | undefined };

const shards = new Map<string, Shard>();
let table: CharacterTable | undefined;
/** Simplifies by the table. Without one there are no traditional characters: texts stay as they are. */
let simplify: Simplify = (text) => text;
let pages: NamedPage[] | undefined;
/** The names of `pages`, for all queries. It is made anew when the table has come. */
let names: NameIndex | undefined;
let current = 0;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  current = data.id;
  void search(data);
});

async function search({ id, query, filter, years, enough }: SearchRequest): Promise<void> {
  const read = readQuery(query);
  const missing: string[] = [];
  let count = 0;
  // The first year is fetched while the pages are.
  let next = years[0] === undefined ? undefined : readShard(years[0]);
  if (mayBeTraditional(query)) await loadTable();
  const named = await pagesFor(read);
  if (id !== current) return;
  postMessage({ id, type: 'pages', pages: named } satisfies SearchAnswer);
  for (const [index, year] of years.entries()) {
    const shard = await (next ?? readShard(year));
    next = undefined;
    // A newer request came while the shard was being fetched.
    if (id !== current) return;
    const later = years.slice(index + 1);
    if (shard === undefined && (await areSomeKept(later))) {
      missing.push(year);
      continue;
    }
    if (shard === undefined) {
      postMessage({ id, type: 'failed', year } satisfies SearchAnswer);
      return;
    }
    const start = performance.now();
    const parts = partsOf(read);
    const hits = find(shard.items, read, filter, parts);
    const took = performance.now() - start;
    const { keptUntil } = shard;
    const answer = { id, type: 'year', year, hits, took, parts, table, keptUntil } as const;
    postMessage(answer satisfies SearchAnswer);
    count += hits.length;
    if (count >= enough) {
      postMessage({ id, type: 'done', rest: later, missing } satisfies SearchAnswer);
      return;
    }
  }
  postMessage({ id, type: 'done', rest: [], missing } satisfies SearchAnswer);
}

/** The items of a year, ready to be searched; `undefined` when they cannot be fetched. */
async function readShard(year: string): Promise<Shard | undefined> {
  const known = shards.get(year);
  if (known !== undefined) return known;
  const loaded = await loadShard(year);
  if (loaded === undefined) return undefined;
  const { items, kept } = loaded;
  if (items.some(({ title, text }) => mayBeTraditional(title) || mayBeTraditional(text)))
    await loadTable();
  const shard = {
    items: prepare(items, simplify),
    keptUntil: kept ? items[0]?.date : undefined,
  };
  shards.set(year, shard);
  return shard;
}

async function pagesFor(read: Query): Promise<NamedPage[] | undefined> {
  if (read.terms.length === 0) return [];
  const [list, issues] = await Promise.all([
    pages ?? fetchPages(),
    asksForIssue(read.terms) ? fetchIssues() : [],
  ]);
  pages = list;
  if (list === undefined || issues === undefined) return undefined;
  return [...findIssuePages(issues, read.terms), ...findPages(list, read, simplify)];
}

async function loadTable(): Promise<void> {
  if (table !== undefined) return;
  table = await fetchCharacters();
  if (table === undefined) return;
  simplify = simplifier(table);
  names = undefined;
}

function partsOf(read: Query): Part[] {
  // Without pages there are no names yet: the next query asks for them again.
  if (pages === undefined) return widen(read, new Map(), simplify);
  names ??= nameIndex(pages, simplify);
  return widen(read, names, simplify);
}

async function areSomeKept(years: readonly string[]): Promise<boolean> {
  const kept = await Promise.all(years.map((year) => hasKept(paths.searchShard(year))));
  return kept.includes(true);
}
