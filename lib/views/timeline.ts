import type { Archive } from '#lib/content/archive.ts';
import { countEntries, type Entry, type Years } from '#lib/content/queries.ts';
import type { Monthly } from '#lib/desk/months.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
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

/** The items of a section, a source or a topic in one year, or a month of a long one, newest first. */
export type TimelineProps = PageProps & {
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
  groups: IssueGroup[];
} & Neighbours;

/** What the items are of. */
export type Subject = {
  kind: 'section' | 'source' | 'topic';
  /** The step of its address: a publisher's slug. */
  id: string;
  name: string;
  description: string;
  url?: string | undefined;
  /** What its feed is called among other sites'. */
  feed: string;
  /** The page that lists it among its kind. */
  index?: { name: string; path: string };
};

/** The page of a subject in a period, else in the newest year; `undefined` when there is nothing from then. */
export function timelinePage(
  archive: Archive,
  subject: Subject,
  years: Years,
  period: Period | undefined,
): TimelineProps | undefined {
  const shown = shownIn(years, period, dayOfIssue);
  if (shown === undefined) return undefined;
  const { kind, id, name, description, url, index } = subject;
  const { year, month = year, told: entries } = shown;
  const path = (at?: Period) => paths[kind](id, at);
  const when = period === undefined ? '' : periodName(period);
  const own = { name, path: path() };
  const place = {
    name,
    description,
    path: path(period),
    above: [...(index === undefined ? [] : [index]), ...(period === undefined ? [] : [own])],
    step: period === undefined ? name : when,
  };
  return {
    ...pageOf(archive, {
      title: when === '' ? name : `${name} ${when}`,
      description: `${description}${when}共${when === '' ? countEntries(years) : shown.count}条。`,
      path: path(period),
      feed: { title: subject.feed, path: (format) => paths[`${kind}Feed`](id, format) },
      data: itemsData(archive, place, entries, kind === 'source' ? { name, url } : undefined),
    }),
    name,
    description,
    url,
    period: month === undefined ? undefined : periodName(month),
    ...periodLinks([...years.keys()], shown, path),
    chart: chartOf(archive, years, year),
    groups: groupByIssue(entries),
  };
}

function chartOf({ issues }: Archive, years: Years, year: string | undefined) {
  if (year === undefined) return undefined;
  const counts = monthsChart(years.get(year) ?? [], year, issues[0]?.date);
  return counts && { year, counts };
}

/** Items that come issue by issue under their issues. */
function groupByIssue(entries: readonly Entry[]): IssueGroup[] {
  const groups: IssueGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const item = itemRef(entry);
    if (last?.issue.date === entry.issue.date) last.items.push(item);
    else groups.push({ issue: refOf(entry.issue), items: [item] });
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
