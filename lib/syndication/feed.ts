import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, entriesIn, indexOf, type Years } from '#lib/content/queries.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { newestFirst } from '#lib/desk/lists/entries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { FeedFormat } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { memoise } from '#lib/system/memo.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import {
  type FeedEntry,
  type FeedItem,
  issueEntry,
  itemEntry,
  type SiteAndTopics,
} from './feed-entry.ts';
import type { FeedRef } from './feeds.ts';
import { publishedOn } from './published-on.ts';
import { tagUri } from './tag-uri.ts';

/** How many of the newest items or issues a feed holds. */
const ITEMS = 100;
/** Few items name an entity, and there are many entities: with a hundred items each, their feeds of 520 issues take 60 MB. */
const ITEMS_OF_ENTITY = 30;
const ISSUES = 20;

/** A feed before it is written in a format. All addresses are absolute. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  /** The page that lists the same. */
  page: string;
  /** The feed's own address in each format. */
  self: Record<FeedFormat, string>;
  updated: Date;
  publisher: { name: string; url: string; language: string; rights: string };
  entries: FeedEntry[];
};

/**
 * The props of a feed, from which it is written: `ref` is the feed; `issues` or `items` are its newest. Paths
 * are not yet absolute.
 */
export type FeedProps = {
  publication: SiteAndTopics;
  ref: Pick<FeedRef, 'kind' | 'id' | 'title' | 'description' | 'page'>;
  self: Record<FeedFormat, string>;
  issues: readonly Issue[];
  items: readonly FeedItem[];
  /** The day of the site's newest issue. */
  newest: IsoDate;
};

/** The props of a feed. @throws Error for a site without an issue: nothing gives its feeds a date */
export function feedProps(archive: Archive, ref: FeedRef): FeedProps {
  const { site, topics } = archive;
  const { kind, id, title, description, page, path } = ref;
  const [newest] = archive.issues;
  if (newest === undefined) throw new Error('a site without an issue has no feeds');
  const isOfIssues = kind === 'issues';
  const most = kind === 'entity' ? ITEMS_OF_ENTITY : ITEMS;
  return {
    publication: { site, topics },
    ref: { kind, id, title, description, page },
    self: { rss: path('rss'), atom: path('atom'), json: path('json') },
    issues: isOfIssues ? archive.issues.slice(0, ISSUES) : [],
    items: isOfIssues ? [] : Array.from(take(most, itemsOf(archive, ref)), feedItem),
    newest: newest.date,
  };
}

function feedItem({ issue, section, item }: Entry): FeedItem {
  return { date: issue.date, editor: issue.editor, section: section.name, item };
}

/**
 * Makes a feed with its entries from its props. Memoised: a thread mostly gets the formats of a feed together, and to make
 * the entries for each takes 0.9 s for 520 issues.
 */
export const feedOf: (props: FeedProps) => Feed = memoise(makeFeed);

function makeFeed({ publication, ref, self, issues, items, newest }: FeedProps): Feed {
  const { site } = publication;
  const { kind, id, title, description, page } = ref;
  const absolute = (address: string) => absoluteUrl(site.origin, address);
  const entries = [
    ...issues.map((issue) => issueEntry(issue, publication)),
    ...items.map((item) => itemEntry(item, publication)),
  ];
  return {
    id: tagUri(site, ...(id === '' ? [kind] : [kind, id])),
    title,
    description,
    page: absolute(page),
    self: { rss: absolute(self.rss), atom: absolute(self.atom), json: absolute(self.json) },
    updated: updatedOf(entries) ?? publishedOn(newest, site),
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
function itemsOf(archive: Archive, { kind, id }: Pick<FeedRef, 'kind' | 'id'>): Iterable<Entry> {
  const { sections, topics, sources, entities } = indexOf(archive);
  switch (kind) {
    case 'items':
    case 'issues':
      return entriesIn(archive);
    case 'section':
      return entriesOfYears(sections.get(id)?.years);
    case 'topic':
      return entriesOfYears(topics.get(id)?.years);
    case 'entity':
      return entriesOfYears(entities.get(id)?.years);
    case 'source':
      return entriesOfYears(sources.get(id)?.years);
    case 'thread':
      return newestFirst(threadsOf(archive).byId.get(id)?.items ?? []);
    case 'act': {
      const act = actsOf(archive).byId.get(id);
      return newestFirst(act === undefined ? [] : [...act.entries, ...act.mentions]);
    }
    case 'case':
      return newestFirst(casesOf(archive).byId.get(id)?.entries ?? []);
  }
}

function* entriesOfYears(years: Years | undefined): Iterable<Entry> {
  for (const entries of years?.values() ?? []) yield* entries;
}

function* take<Value>(count: number, values: Iterable<Value>): Iterable<Value> {
  let taken = 0;
  for (const value of values) {
    if (taken === count) return;
    taken += 1;
    yield value;
  }
}

/** When an entry of a feed last changed; `undefined` where it has no entry. */
function updatedOf(entries: readonly FeedEntry[]): Date | undefined {
  const times = entries.map(({ updated }) => updated.getTime());
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
