import type { Entry, Years } from '#lib/content/queries.ts';

/**
 * A year of a list, or a month of a year that is too long for one page: `2025` or `2025-03`. It is the last step
 * of the page's address.
 */
export type Period = string;

/** How many items one page shows: a weekly section's year, with its structured data, takes some 100 KB. */
const MOST_ITEMS = 300;

/** The months of a year's entries, newest first, where the year is too long for one page; none where it is not. */
export function monthsOf(entries: readonly Entry[]): Period[] {
  if (entries.length <= MOST_ITEMS) return [];
  return [...new Set(entries.map(({ issue }) => issue.date.slice(0, 7)))];
}

/** Every period that has a page: each year, and behind a long one its months; newest first. */
export function periodsOf(years: Years): Period[] {
  return [...years].flatMap(([year, entries]) => [year, ...monthsOf(entries)]);
}

/** What the page of a period shows. */
export type Shown = {
  year: string;
  /** Set where the year is too long for one page. */
  month: Period | undefined;
  /** The months of the year, where it is. */
  months: Period[];
  entries: readonly Entry[];
  /** How many entries the whole period has: of a long year, all its months'. */
  count: number;
};

/**
 * What is shown of a period: of a long year its newest month.
 * @returns `undefined` for a period that has no page
 */
export function shownIn(years: Years, period: Period): Shown | undefined {
  const year = period.slice(0, 4);
  const all = years.get(year);
  if (all === undefined) return undefined;
  const months = monthsOf(all);
  if (period !== year && !months.includes(period)) return undefined;
  const month = period === year ? months[0] : period;
  const entries =
    month === undefined ? all : all.filter(({ issue }) => issue.date.startsWith(`${month}-`));
  return { year, month, months, entries, count: period === year ? all.length : entries.length };
}

/** `2025年`, `2025年3月`. */
export function periodName(period: Period): string {
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
