import type { Archive } from '#lib/content/archive.ts';
import { type Entry, indexOf, type Years } from '#lib/content/queries.ts';
import type { FeedFormat } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { type FeedEntry, issueEntry, itemEntry, publishedOn } from './feed-entry.ts';
import type { FeedRef } from './feeds.ts';
import { tagUri } from './tag-uri.ts';

/** How much of what is newest a feed holds. */
const ITEMS = 100;
const ISSUES = 20;

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
  if (kind === 'thread') {
    // The newest issue first, and the items of one issue in its order.
    const items = threadsOf(archive).byId.get(id)?.items ?? [];
    yield* items.toSorted((a, b) =>
      a.issue.date < b.issue.date ? 1 : -Number(a.issue !== b.issue),
    );
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

/** When something in a feed changed last; where nothing is in it, when something last might have. */
function updatedOf(entries: readonly FeedEntry[], { issues, site }: Archive): Date {
  const times = entries.map(({ updated }) => updated.getTime());
  if (times.length > 0) return new Date(Math.max(...times));
  const [newest] = issues;
  if (newest === undefined) throw new Error('a site without an issue has no feeds');
  return publishedOn(newest.date, site);
}
