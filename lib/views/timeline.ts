import type { Archive } from '#lib/content/archive.ts';
import { countEntries, type Entry, type Years } from '#lib/content/queries.ts';
import type { Monthly } from '#lib/desk/months.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { onceEach } from '#lib/site/once.ts';
import { paths } from '#lib/site/paths.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { monthsChart } from './charts.ts';
import {
  type IssueRef,
  type Neighbours,
  type PageProps,
  pageIn,
  refOf,
  type Setting,
  settingOf,
} from './frame.ts';
import {
  dayOfIssue,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  type Shown,
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
export type TimelinePage = PageProps & {
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

/**
 * What the page is made of, and nothing else. Of each item it tells what `toldOf` does: that of most is what it was
 * before, so that their hashes are sooner known than the page.
 */
export type TimelineBasis = {
  setting: Setting;
  subject: Subject;
  /** `undefined` for its own page, which shows the newest year. */
  period: Period | undefined;
  years: readonly string[];
  /** How many items there are in all years. */
  total: number;
  shown: Omit<Shown<Entry>, 'told'>;
  chart: TimelinePage['chart'];
  entries: readonly Entry[];
};

/** What the page of a section, source or topic is made of; `undefined` when there is nothing from then. */
export function timelineBasis(
  archive: Archive,
  subject: Subject,
  years: Years,
  period: Period | undefined,
): TimelineBasis | undefined {
  const found = shownIn(years, period, dayOfIssue);
  if (found === undefined) return undefined;
  const { told, ...shown } = found;
  return {
    setting: settingOf(archive),
    subject,
    period,
    years: [...years.keys()],
    total: countEntries(years),
    shown,
    chart: chartOf(archive, years, shown.year),
    entries: told,
  };
}

/** A basis with the hash of what it tells of its items: another basis is another in short too. */
export function inShort({ entries, ...basis }: TimelineBasis) {
  return { ...basis, told: hashOfAll(entries) };
}

export function timelinePage({
  setting,
  subject,
  period,
  years,
  total,
  shown,
  chart,
  entries,
}: TimelineBasis): TimelinePage {
  const { kind, id, name, description, url, index } = subject;
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
  const told = entries.map(toldOf);
  const { year, month = year } = shown;
  return {
    ...pageIn(setting, {
      title: when === '' ? name : `${name} ${when}`,
      description: `${description}${when}共${when === '' ? total : shown.count}条。`,
      path: path(period),
      feed: { title: subject.feed, path: (format) => paths[`${kind}Feed`](id, format) },
      card: paths.card(),
      data: itemsData(setting, place, told, kind === 'source' ? { name, url } : undefined),
    }),
    name,
    description,
    url,
    period: month === undefined ? undefined : periodName(month),
    ...periodLinks(years, shown, path),
    chart,
    groups: groupByIssue(told),
  };
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

const hashOfAll = onceEach((entries: readonly Entry[]) => hashOf(entries.map(hashOfTold).join()));

/** The hash of what is told of an item. */
export const hashOfTold = onceEach((entry: Entry) => hashOf(JSON.stringify(toldOf(entry))));

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
