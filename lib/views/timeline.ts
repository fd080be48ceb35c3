import type { Archive } from '#lib/content/archive.ts';
import type { Item } from '#lib/content/issue.ts';
import { countEntries, type Entry, type Years } from '#lib/content/queries.ts';
import type { Monthly } from '#lib/desk/months.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import type { Site } from '#lib/site/site.ts';
import type { FeedRef } from '#lib/syndication/feeds.ts';
import { type Collection, itemsData } from '#lib/syndication/structured-data/collection.ts';
import { monthsChart } from './charts.ts';
import { type IssueRef, type Neighbours, type PageProps, pageOf, refOf } from './frame.ts';
import {
  dayOfIssue,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  shownIn,
  type YearLink,
} from './period.ts';

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

/** What stands beside and above the items of a section, a source or a topic in one year, or a month of a long one. */
type Around = PageProps & {
  name: string;
  description: string;
  /** The publisher's own site. */
  url: string | undefined;
  /** What the items are of: `2025年`, `2025年3月`; `undefined` where there are none. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
  /** How many items each month of the year has, where there is enough to show. */
  chart: { year: string; counts: Monthly } | undefined;
} & Neighbours;

/**
 * What the page is made of. Of each item it tells what `toldOf` does: that of most is what it was before, so that
 * their hashes are sooner known than the page.
 */
export type TimelineBasis = Around & {
  site: Site;
  place: Pick<Collection, 'path' | 'above' | 'step'>;
  isPublisher: boolean;
  entries: readonly Entry[];
};

/** The items, newest first. */
export type TimelinePage = Around & { groups: IssueGroup[] };

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
 * What the page of a section, source or topic is made of: without `period` that of its newest year. `undefined`
 * when there is nothing from then.
 */
export function timelineBasis(
  archive: Archive,
  { name, description, url, years, path, feed, index, isPublisher = false }: Subject,
  period: Period | undefined,
): TimelineBasis | undefined {
  const shown = shownIn(years, period, dayOfIssue);
  if (shown === undefined) return undefined;
  const { year, month, told } = shown;
  const when = period === undefined ? '' : periodName(period);
  const own = { name, path: path() };
  const above = [...(index === undefined ? [] : [index]), ...(period === undefined ? [] : [own])];
  return {
    ...pageOf(archive, {
      title: when === '' ? name : `${name} ${when}`,
      description: `${description}${when}共${when === '' ? countEntries(years) : shown.count}条。`,
      path: path(period),
      feed,
    }),
    site: archive.site,
    place: { path: path(period), above, step: period === undefined ? name : when },
    isPublisher,
    name,
    description,
    url,
    period: year === undefined ? undefined : periodName(month ?? year),
    ...periodLinks([...years.keys()], shown, path),
    chart: chartOf(archive, years, year),
    entries: told,
  };
}

export function timelinePage({
  head,
  site,
  place,
  isPublisher,
  entries,
  ...page
}: TimelineBasis): TimelinePage {
  const { name, description, url } = page;
  const told = entries.map(toldOf);
  const publisher = isPublisher ? { name, url } : undefined;
  const data = itemsData({ site }, { name, description, ...place }, told, publisher);
  return { ...page, head: { ...head, data }, groups: groupByIssue(told) };
}

function chartOf({ issues }: Archive, years: Years, year: string | undefined) {
  if (year === undefined) return undefined;
  const counts = monthsChart(years.get(year) ?? [], year, issues[0]?.date);
  return counts && { year, counts };
}

/** An item as a page of many tells of it. */
type Told = { issue: IssueRef; item: ItemRef };

function toldOf(entry: Entry): Told {
  return { issue: refOf(entry.issue), item: itemRef(entry) };
}

/** A basis with the hashes of what it tells of its items: another basis is another in short too. */
export function inShort({ entries, ...basis }: TimelineBasis) {
  return { ...basis, told: entries.map(hashOfTold) };
}

/** Known by the item, for that stands in one issue and section. */
function hashOfTold(entry: Entry): string {
  const known = hashes.get(entry.item) ?? hashOf(JSON.stringify(toldOf(entry)));
  hashes.set(entry.item, known);
  return known;
}

const hashes = new WeakMap<Item, string>();

/** Items that come issue by issue under their issues. */
function groupByIssue(told: readonly Told[]): IssueGroup[] {
  const groups: IssueGroup[] = [];
  for (const { issue, item } of told) {
    const last = groups.at(-1);
    if (last?.issue.date === issue.date) last.items.push(item);
    else groups.push({ issue, items: [item] });
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
