import type { Archive } from '#lib/content/archive.ts';
import { countEntries, type Entry, type Years } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { FeedRef } from '#lib/syndication/feeds.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type IssueRef, type Neighbours, type PageProps, pageOf, refOf } from './frame.ts';

/** An item in a list: what it is called and where it stands. */
export type ItemRef = {
  date: IsoDate;
  id: string;
  title: string;
  section: { id: string; name: string };
  sources: { name: string; slug: string }[];
};

/** Items under the issues they appeared in. */
export type IssueGroup = { issue: IssueRef; items: ItemRef[] };

/** A year that a list is split into, with its page. */
export type YearLink = { year: string; path: string; current: boolean };

/**
 * The years of a list, and the pages of those beside the one shown. Nothing in them changes when an
 * issue is added to another year: old pages stay as they are.
 */
export function yearLinks(
  all: readonly string[],
  shown: string | undefined,
  path: (year: string) => string,
): { years: YearLink[] } & Neighbours {
  const position = shown === undefined ? -1 : all.indexOf(shown);
  const link = (year: string | undefined) =>
    year === undefined ? undefined : { path: path(year), label: `${year}年` };
  return {
    years: all.map((year) => ({ year, path: path(year), current: year === shown })),
    previous: link(all[position + 1]),
    next: position > 0 ? link(all[position - 1]) : undefined,
  };
}

/** The items of a section, a source or a topic in one year, newest first, and its other years. */
export type TimelinePage = PageProps & {
  name: string;
  description: string;
  /** The publisher's own site. */
  url: string | undefined;
  year: string | undefined;
  years: YearLink[];
  groups: IssueGroup[];
} & Neighbours;

type Subject = {
  name: string;
  description: string;
  url?: string | undefined;
  years: Years;
  path: (year?: string) => string;
  feed: FeedRef;
  /** The page that lists it among its kind. */
  index?: { name: string; path: string };
  /** Whether it is one whom items cite. */
  isPublisher?: boolean;
};

/**
 * The page of a section, source or topic: without `year` that of its newest year. `undefined` when
 * there is nothing from that year.
 */
export function timelinePage(
  archive: Archive,
  { name, description, url, years, path, feed, index, isPublisher = false }: Subject,
  year: string | undefined,
): TimelinePage | undefined {
  const all = [...years.keys()];
  const shown = year ?? all[0];
  const entries = shown === undefined ? [] : years.get(shown);
  if (entries === undefined) return undefined;
  const count = countEntries(years);
  const period = year === undefined ? '' : `${year}年`;
  const own = { name, path: path() };
  const above = [...(index === undefined ? [] : [index]), ...(year === undefined ? [] : [own])];
  const step = year === undefined ? name : period;
  return {
    ...pageOf(archive, {
      title: period === '' ? name : `${name} ${period}`,
      description: `${description}${period}共${period === '' ? count : entries.length}条。`,
      path: path(year),
      feed,
      data: itemsData(
        archive,
        { name, description, path: path(year), above, step },
        entries,
        isPublisher ? { name, url } : undefined,
      ),
    }),
    name,
    description,
    url,
    year: shown,
    ...yearLinks(all, shown, path),
    groups: groupByIssue(entries),
  };
}

/** Entries of one order under their issues. */
export function groupByIssue(entries: readonly Entry[]): IssueGroup[] {
  const groups: IssueGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.issue.date === entry.issue.date) last.items.push(itemRef(entry));
    else groups.push({ issue: refOf(entry.issue), items: [itemRef(entry)] });
  }
  return groups;
}

export function itemRef({ issue, section, item }: Entry): ItemRef {
  return {
    date: issue.date,
    id: item.id,
    title: item.title,
    section: { id: section.id, name: section.name },
    sources: item.attributions.map(({ source }) => ({ name: source.name, slug: source.slug })),
  };
}
