import type { Archive } from '#lib/content/archive.ts';
import { countEntries, type Entry, type Years } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { FeedRef } from '#lib/syndication/feeds.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type YearChart, yearChart } from './charts.ts';
import { type IssueRef, issueRef, type Neighbours, type PageProps, pageProps } from './frame.ts';
import {
  dayOfEntry,
  isOwnPeriod,
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

/** The items of a section, a source, a topic or an entity in one year, or a month of a long one, newest first. */
export type TimelineProps = PageProps & {
  name: string;
  description: string;
  /** The publisher's own site. */
  url: string | undefined;
  /** How many of a publisher's reports were asked for, and how many of them still stand. */
  standing?: ReportsStanding;
  /** The page of the desk that a topic follows. */
  desk: { name: string; path: string } | undefined;
  /** The name of the period that the items are from: `2025年`, `2025年3月`; `undefined` where there are none. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
  /** How many items each month of the year has, where there is enough to show. */
  chart: YearChart | undefined;
  groups: IssueGroup[];
} & Neighbours;

/** Of how many cited reports of a publisher the ledger knows something, and how many of them still stand. */
export type ReportsStanding = { known: number; stand: number };

/** A section, a source, a topic or an entity, whose items a page lists. */
export type Subject = {
  kind: 'section' | 'source' | 'topic' | 'entity';
  /** The id of a section, a topic or an entity, the slug of a source. */
  id: string;
  name: string;
  description: string;
  /** The publisher's own site. */
  url?: string | undefined;
  standing?: ReportsStanding | undefined;
  /** The page of the desk that a topic follows. */
  desk?: { name: string; path: string } | undefined;
  years: Years;
  feed: FeedRef;
  /** The page that lists all sources, all topics or all entities. */
  listedOn?: { name: string; path: string };
};

/**
 * The page of a subject: the items of a period, or without one those of the newest year.
 * @returns `undefined` for a period that has no page
 */
export function timelinePage(
  archive: Archive,
  { kind, id, name, description, url, years, feed, listedOn, desk, standing }: Subject,
  period: Period | undefined,
): TimelineProps | undefined {
  const shown = shownIn(years, period, dayOfEntry);
  if (shown === undefined) return undefined;
  const pathIn = (each?: Period) => paths[kind](id, each);
  const path = pathIn(period);
  const canonical = isOwnPeriod(years, period, dayOfEntry) ? pathIn() : undefined;
  // The bars of what this page lists lead to places on it.
  const pathOfBars = (each: Period) => (each === shown.period ? path : pathIn(each));
  const parents = listedOn === undefined ? [] : [listedOn];
  const texts =
    period === undefined
      ? { title: name, count: `共${countEntries(years)}条。`, parents, breadcrumb: name }
      : {
          title: `${name} ${periodName(period)}`,
          count: `${periodName(period)}共${shown.count}条。`,
          parents: [...parents, { name, path: pathIn() }],
          breadcrumb: periodName(period),
        };
  return {
    ...pageProps(archive, {
      title: texts.title,
      description: description + texts.count,
      path,
      canonical,
      feed,
      data: itemsData(
        archive,
        {
          ...{ name, description, path, canonical },
          parents: texts.parents,
          breadcrumb: texts.breadcrumb,
        },
        shown.listed,
        kind === 'source' ? { name, url } : undefined,
      ),
    }),
    name,
    description,
    url,
    ...(standing === undefined ? {} : { standing }),
    desk,
    period: shown.period && periodName(shown.period),
    ...periodLinks([...years.keys()], shown, pathIn),
    chart:
      shown.year === undefined
        ? undefined
        : yearChart(archive, shown.year, { name, years, pathIn: pathOfBars }),
    groups: groupByIssue(shown.listed),
  };
}

/** Groups entries by issue. The entries of one issue must follow one another. */
function groupByIssue(entries: readonly Entry[]): IssueGroup[] {
  const groups: IssueGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const item = itemRef(entry);
    if (last?.issue.date === entry.issue.date) last.items.push(item);
    else groups.push({ issue: issueRef(entry.issue), items: [item] });
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
