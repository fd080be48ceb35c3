import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { type Entry, indexOf, type Years } from '#lib/content/queries.ts';
import { type IsoDate, instantOf } from '#lib/site/dates.ts';
import type { FeedFormat } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { issueHeading, type Site } from '#lib/site/site.ts';
import type { FeedRef } from './feeds.ts';
import { issueHtml, itemHtml, withAbsoluteAddresses } from './html.ts';
import { tagUri } from './tag-uri.ts';

/** How much of what is newest a feed holds. */
const ITEMS = 100;
const ISSUES = 20;

/** An item or an issue as every format of a feed tells it. All addresses are absolute. */
export type FeedEntry = {
  /** Names it for ever: a tag URI. */
  id: string;
  url: string;
  title: string;
  summary: string | undefined;
  html: string;
  /** The issue's editor; the authors of the reports it cites are no authors of ours. */
  author: string | undefined;
  published: Date;
  /** When it was last corrected, else when it was published. */
  updated: Date;
  /** The names of its section and topics. */
  categories: string[];
  /** The reports that it rests on, as far as their addresses are known. */
  reports: { source: string; url: string }[];
  /** The one it is credited to first: the report whose address is known, else a publisher's own site. */
  credit: { name: string; url: string } | undefined;
};

/** A feed before it is written in a format. All addresses are absolute. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  /** The page that shows the same. */
  page: string;
  /** Where the feed itself stands in each format. */
  self: Record<FeedFormat, string>;
  updated: Date;
  publisher: { name: string; url: string; language: string; rights: string };
  entries: FeedEntry[];
};

/** A feed with its newest entries. */
export function feedOf(archive: Archive, ref: FeedRef): Feed {
  const { kind, id, title, description, page, path } = ref;
  const { site, issues } = archive;
  const absolute = (address: string) => absoluteUrl(site.origin, address);
  const entries =
    kind === 'issues'
      ? issues.slice(0, ISSUES).map((issue) => issueEntry(issue, archive))
      : Array.from(take(ITEMS, itemsOf(archive, ref)), (entry) => itemEntry(entry, archive));
  return {
    id: tagUri(site, ...(id === '' ? [kind] : [kind, id])),
    title,
    description,
    page: absolute(page),
    self: {
      rss: absolute(path('rss')),
      atom: absolute(path('atom')),
      json: absolute(path('json')),
    },
    updated: updatedOf(entries, archive),
    publisher: {
      name: site.name,
      url: absolute(paths.home()),
      language: site.language,
      rights: site.reprint,
    },
    entries,
  };
}

/** The items of a feed, newest first. */
function* itemsOf(archive: Archive, { kind, id }: Pick<FeedRef, 'kind' | 'id'>): Iterable<Entry> {
  if (kind === 'section' || kind === 'topic' || kind === 'source') {
    const years: Years | undefined = indexOf(archive)[`${kind}s`].get(id)?.years;
    for (const entries of years?.values() ?? []) yield* entries;
    return;
  }
  for (const issue of archive.issues) {
    for (const { section, items } of issue.sections) {
      for (const item of items) yield { issue, section, item };
    }
  }
}

function* take<Value>(count: number, values: Iterable<Value>): Iterable<Value> {
  let taken = 0;
  for (const value of values) {
    if (taken === count) return;
    taken += 1;
    yield value;
  }
}

// An item is in several feeds, each of which is written in every format.
const itemEntries = new WeakMap<Archive, Map<Item, FeedEntry>>();

function itemEntry(entry: Entry, archive: Archive): FeedEntry {
  const known = itemEntries.get(archive) ?? new Map<Item, FeedEntry>();
  itemEntries.set(archive, known);
  const made = known.get(entry.item) ?? makeItemEntry(entry, archive);
  known.set(entry.item, made);
  return made;
}

function makeItemEntry({ issue, section, item }: Entry, archive: Archive): FeedEntry {
  const { site } = archive;
  const url = absoluteUrl(site.origin, paths.item(issue.date, item.id));
  const corrected = item.corrections.flatMap(({ date }) => date ?? []);
  return {
    id: tagUri(site, issue.date, item.id),
    url,
    title: item.title,
    summary: undefined,
    html: withAbsoluteAddresses(itemHtml(item), url),
    author: issue.editor,
    published: publishedOn(issue.date, site),
    updated: publishedOn([issue.date, ...corrected].sort().at(-1) ?? issue.date, site),
    categories: [section.name, ...topicNames(archive, item)],
    reports: reportsOf(item),
    credit: creditOf(item),
  };
}

function issueEntry(issue: Issue, archive: Archive): FeedEntry {
  const { site } = archive;
  const url = absoluteUrl(site.origin, paths.issue(issue.date));
  const items = issue.sections.flatMap((section) => section.items);
  const sections = issue.sections.map(({ section }) => section.name);
  return {
    id: tagUri(site, issue.date),
    url,
    title: issueHeading(issue),
    summary: issue.summary,
    html: withAbsoluteAddresses(issueHtml(issue), url),
    author: issue.editor,
    published: publishedOn(issue.date, site),
    updated: publishedOn(issue.updated, site),
    categories: [...new Set([...sections, ...items.flatMap((item) => topicNames(archive, item))])],
    reports: [],
    credit: undefined,
  };
}

function publishedOn(date: IsoDate, { publishTime, timeZone }: Site): Date {
  return instantOf(date, publishTime, timeZone);
}

function topicNames({ topics }: Archive, item: Item): string[] {
  return topics.filter(({ id }) => item.topics.includes(id)).map(({ name }) => name);
}

function reportsOf({ attributions }: Item): FeedEntry['reports'] {
  return attributions.flatMap(({ source, url }) =>
    url === undefined ? [] : [{ source: source.name, url }],
  );
}

function creditOf({ attributions }: Item): FeedEntry['credit'] {
  const cited =
    attributions.find(({ url }) => url !== undefined) ??
    attributions.find(({ source }) => source.url !== undefined);
  const url = cited?.url ?? cited?.source.url;
  return cited === undefined || url === undefined ? undefined : { name: cited.source.name, url };
}

/** When something in a feed changed last; where nothing is in it, when something last might have. */
function updatedOf(entries: readonly FeedEntry[], { issues, site }: Archive): Date {
  const times = entries.map(({ updated }) => updated.getTime());
  if (times.length > 0) return new Date(Math.max(...times));
  const [newest] = issues;
  if (newest === undefined) throw new Error('a site without an issue has no feeds');
  return publishedOn(newest.date, site);
}
