import type { Archive } from '#lib/content/archive.ts';
import { countEntries, type Entry, type Years } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { FeedRef } from '#lib/syndication/feeds.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type IssueRef, type Neighbours, type PageProps, pageOf, refOf } from './frame.ts';
import { type Period, periodName, shownIn } from './period.ts';

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

/** A month of a year that is too long for one page, with its page. */
export type MonthLink = { month: Period; path: string; current: boolean };

/** The items of a section, a source or a topic in one year, or a month of a long one, newest first. */
export type TimelinePage = PageProps & {
  name: string;
  description: string;
  /** The publisher's own site. */
  url: string | undefined;
  /** What the items are of: `2025年`, `2025年3月`; `undefined` where there are none. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
  groups: IssueGroup[];
} & Neighbours;

type Subject = {
  name: string;
  description: string;
  url?: string | undefined;
  years: Years;
  path: (period?: Period) => string;
  feed: FeedRef;
  /** The page that lists it among its kind. */
  index?: { name: string; path: string };
  /** Whether it is one whom items cite. */
  isPublisher?: boolean;
};

/**
 * The page of a section, source or topic: without `period` that of its newest year. `undefined` when
 * there is nothing from then.
 */
export function timelinePage(
  archive: Archive,
  { name, description, url, years, path, feed, index, isPublisher = false }: Subject,
  period: Period | undefined,
): TimelinePage | undefined {
  const all = [...years.keys()];
  const wanted = period ?? all[0];
  const shown = wanted === undefined ? NOTHING : shownIn(years, wanted);
  if (shown === undefined) return undefined;
  const { year, month, months, entries } = shown;
  const when = period === undefined ? '' : periodName(period);
  const own = { name, path: path() };
  const above = [...(index === undefined ? [] : [index]), ...(period === undefined ? [] : [own])];
  const step = period === undefined ? name : when;
  const { years: links, ...neighbours } = yearLinks(all, year, path);
  return {
    ...pageOf(archive, {
      title: when === '' ? name : `${name} ${when}`,
      description: `${description}${when}共${when === '' ? countEntries(years) : shown.count}条。`,
      path: path(period),
      feed,
      data: itemsData(
        archive,
        { name, description, path: path(period), above, step },
        entries,
        isPublisher ? { name, url } : undefined,
      ),
    }),
    name,
    description,
    url,
    period: year === undefined ? undefined : periodName(month ?? year),
    years: links,
    months: months.map((each) => ({ month: each, path: path(each), current: each === month })),
    ...(month === undefined ? neighbours : monthsBeside(months, month, path)),
    groups: groupByIssue(entries),
  };
}

const NOTHING = { year: undefined, month: undefined, months: [], entries: [], count: 0 };

/** The pages of the months before and after one, in its year. */
function monthsBeside(
  months: readonly Period[],
  month: Period,
  path: (period: Period) => string,
): Neighbours {
  const at = months.indexOf(month);
  const link = (beside: Period | undefined) =>
    beside === undefined ? undefined : { path: path(beside), label: periodName(beside) };
  return { previous: link(months[at + 1]), next: link(months[at - 1]) };
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
