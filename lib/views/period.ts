import type { Entry } from '#lib/content/queries.ts';
import { type IsoDate, yearOf } from '#lib/site/dates.ts';
import type { Neighbours } from './frame.ts';

/**
 * A year of a list, or a month of a year that is too long for one page: `2025` or `2025-03`. It is the last step
 * of the page's address.
 */
export type Period = string;

/** What a list shows, by year. The years are in the order of the list, and so is what is in each of them. */
export type ByYear<Listed> = ReadonlyMap<string, readonly Listed[]>;

/** A year that a list is split into, with its page. */
export type YearLink = { year: string; path: string; current: boolean };
/** A month of a year that is too long for one page, with its page. */
export type MonthLink = { month: Period; path: string; current: boolean };

/** How many items one page shows: a weekly section's year, with its structured data, takes some 100 KB. */
const MOST_ITEMS = 300;

/** The day of an entry: that of its issue. Lists of items are split into years by it. */
export function dayOfEntry({ issue }: Pick<Entry, 'issue'>): IsoDate {
  return issue.date;
}

/** The day of something that was read in an item: that of the item's issue. */
export function dayOfItsEntry({ entry }: { entry: Entry }): IsoDate {
  return dayOfEntry(entry);
}

/** Groups a list by year. Years, and what is in them, keep the order of the list. */
export function byYear<Listed>(
  list: Iterable<Listed>,
  dayOf: (each: Listed) => IsoDate,
): Map<string, Listed[]> {
  return groupBy(list, (each) => yearOf(dayOf(each)));
}

/** The months of a year that is too long for one page, in the order of its list; none for any other year. */
function monthsOf<Listed>(
  ofYear: readonly Listed[],
  dayOf: (each: Listed) => IsoDate,
  most: number,
): Map<Period, Listed[]> {
  if (ofYear.length <= most) return new Map();
  return groupBy(ofYear, (each) => periodOfMonth(dayOf(each)));
}

function periodOfMonth(day: IsoDate): Period {
  return day.slice(0, 7);
}

function groupBy<Listed>(
  list: Iterable<Listed>,
  keyOf: (each: Listed) => string,
): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

/**
 * Every period that has a page: each year, and behind a long one its months.
 * @param most how many are listed on one page
 */
export function periodsOf<Listed>(
  years: ByYear<Listed>,
  dayOf: (each: Listed) => IsoDate,
  most = MOST_ITEMS,
): Period[] {
  return [...years].flatMap(([year, ofYear]) => [year, ...monthsOf(ofYear, dayOf, most).keys()]);
}

/** The period whose page shows what is listed on a day; `undefined` where no page does. */
export function periodOf<Listed>(
  years: ByYear<Listed>,
  day: IsoDate,
  dayOf: (each: Listed) => IsoDate,
  most = MOST_ITEMS,
): Period | undefined {
  const year = yearOf(day);
  const ofYear = years.get(year);
  if (ofYear === undefined) return undefined;
  const month = periodOfMonth(day);
  const isSplit = ofYear.length > most;
  return isSplit && ofYear.some((each) => periodOfMonth(dayOf(each)) === month) ? month : year;
}

/** What the page of a period shows. */
export type Shown<Listed> = {
  /** `undefined` where the list is empty. */
  year: string | undefined;
  /** What `listed` is of: the year, or one month of a year that is too long for one page. */
  period: Period | undefined;
  /** The months of such a year, in the order of the list; empty for any other year. */
  months: Period[];
  listed: readonly Listed[];
  /** How much the period that was asked for has. For a long year that is more than `listed`, which is one month. */
  count: number;
};

/**
 * What the page of a period shows. Without a period it shows the first year of the list. Of a year that is too long
 * for one page it shows the first month of the list.
 * @returns `undefined` for a period that has no page
 */
export function shownIn<Listed>(
  years: ByYear<Listed>,
  period: Period | undefined,
  dayOf: (each: Listed) => IsoDate,
  most = MOST_ITEMS,
): Shown<Listed> | undefined {
  const [asked = period] = period === undefined ? years.keys() : [period];
  if (asked === undefined)
    return { year: undefined, period: undefined, months: [], listed: [], count: 0 };
  const year = asked.slice(0, 4);
  const ofYear = years.get(year);
  if (ofYear === undefined) return undefined;
  const byMonth = monthsOf(ofYear, dayOf, most);
  const months = [...byMonth.keys()];
  if (asked !== year) {
    const listed = byMonth.get(asked);
    return listed && { year, period: asked, months, listed, count: listed.length };
  }
  const [firstMonth] = byMonth;
  const [shown, listed] = firstMonth ?? [year, ofYear];
  return { year, period: shown, months, listed, count: ofYear.length };
}

/**
 * Whether the page of a period shows what the list's own page shows. Search engines are told that it is the same page,
 * until a newer period takes its place there.
 * @param own the period that the list's own page shows; the first of the list unless it is given
 */
export function isOwnPeriod<Listed>(
  years: ByYear<Listed>,
  period: Period | undefined,
  dayOf: (each: Listed) => IsoDate,
  { own, most = MOST_ITEMS }: { own?: Period | undefined; most?: number } = {},
): boolean {
  if (period === undefined) return false;
  const shown = shownIn(years, period, dayOf, most)?.period;
  return shown !== undefined && shown === shownIn(years, own, dayOf, most)?.period;
}

/**
 * The years of a list, the months of the one that is shown, and the pages beside it. Nothing in them changes
 * when an issue is added to another year: old pages stay as they are.
 */
export function periodLinks(
  years: readonly string[],
  { year, period, months }: Pick<Shown<unknown>, 'year' | 'period' | 'months'>,
  path: (period: Period) => string,
): { years: YearLink[]; months: MonthLink[] } & Neighbours {
  const newestFirst = months.length > 0 ? months.toSorted().reverse() : years;
  return {
    years: years.map((each) => ({ year: each, path: path(each), current: each === year })),
    months: months.map((each) => ({ month: each, path: path(each), current: each === period })),
    ...neighboursOf(newestFirst, period, path),
  };
}

/** The same for a list that is split into years alone. */
export function yearLinks(
  years: readonly string[],
  year: string | undefined,
  path: (year: string) => string,
): { years: YearLink[] } & Neighbours {
  const { months: _, ...links } = periodLinks(years, { year, period: year, months: [] }, path);
  return links;
}

/** The pages before and after a period. */
function neighboursOf(
  newestFirst: readonly Period[],
  shown: Period | undefined,
  path: (period: Period) => string,
): Neighbours {
  const at = shown === undefined ? -1 : newestFirst.indexOf(shown);
  const link = (period: Period | undefined) =>
    period === undefined ? undefined : { path: path(period), label: periodName(period) };
  return {
    previous: link(newestFirst[at + 1]),
    next: at > 0 ? link(newestFirst[at - 1]) : undefined,
  };
}

/** `2025年`, `2025年3月`. */
export function periodName(period: Period): string {
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
