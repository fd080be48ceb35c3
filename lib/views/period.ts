import type { Entry } from '#lib/content/queries.ts';
import { type IsoDate, yearOf } from '#lib/site/dates.ts';
import type { Neighbours } from './frame.ts';

/**
 * A year of a list, or a month of a year that is too long for one page: `2025` or `2025-03`. It is the last step
 * of the page's address.
 */
export type Period = string;

/** What a list tells, by year; the years, and what is in them, in order of time, so that a month is in one piece. */
export type ByYear<Told> = ReadonlyMap<string, readonly Told[]>;

/** A year that a list is split into, with its page. */
export type YearLink = { year: string; path: string; current: boolean };
/** A month of a year that is too long for one page, with its page. */
export type MonthLink = { month: Period; path: string; current: boolean };

/** How many items one page shows: a weekly section's year, with its structured data, takes some 100 KB. */
const MOST_ITEMS = 300;

/** The day by which an item, or what it tells of, is put in a list: that of its issue. */
export function dayOfIssue({ issue }: Pick<Entry, 'issue'>): IsoDate {
  return issue.date;
}

/** That of what an item tells. */
export function dayOfTold({ entry }: { entry: Entry }): IsoDate {
  return dayOfIssue(entry);
}

/** What is told in each year; both come as they are given. */
export function byYear<Told>(
  all: Iterable<Told>,
  dayOf: (told: Told) => IsoDate,
): Map<string, Told[]> {
  const years = new Map<string, Told[]>();
  for (const told of all) {
    const year = yearOf(dayOf(told));
    const known = years.get(year);
    if (known === undefined) years.set(year, [told]);
    else known.push(told);
  }
  return years;
}

/** Where in a list what is told in a month begins and ends. */
type Run = { from: number; to: number };

/** The months of what is told in a year, as they come, where it is too long for one page; none where it is not. */
function monthsOf<Told>(
  all: readonly Told[],
  dayOf: (told: Told) => IsoDate,
): ReadonlyMap<Period, Run> {
  if (all.length <= MOST_ITEMS) return NO_MONTHS;
  const months = new Map<Period, Run>();
  for (const [at, told] of all.entries()) {
    const month = dayOf(told).slice(0, 7);
    months.set(month, { from: months.get(month)?.from ?? at, to: at + 1 });
  }
  return months;
}

const NO_MONTHS: ReadonlyMap<Period, Run> = new Map();
/** Every period that has a page: each year, and behind a long one its months. */
export function periodsOf<Told>(years: ByYear<Told>, dayOf: (told: Told) => IsoDate): Period[] {
  return [...years].flatMap(([year, all]) => [year, ...monthsOf(all, dayOf).keys()]);
}

/** The period whose page holds what is told on a day; `undefined` where no page does. */
export function periodOf<Told>(
  years: ByYear<Told>,
  day: IsoDate,
  dayOf: (told: Told) => IsoDate,
): Period | undefined {
  const year = yearOf(day);
  const all = years.get(year);
  if (all === undefined) return undefined;
  const month = day.slice(0, 7);
  return monthsOf(all, dayOf).has(month) ? month : year;
}

/** What the page of a period shows. */
export type Shown<Told> = {
  /** `undefined` where nothing has been told yet. */
  year: string | undefined;
  /** Set where the year is too long for one page. */
  month: Period | undefined;
  /** The months of the year, where it is. */
  months: Period[];
  told: readonly Told[];
  /** How much the whole period has: of a long year, all its months'. */
  count: number;
};

/**
 * What is shown of a period, of the newest year where none is named; of a long year its first month as it comes.
 * @returns `undefined` for a period that has no page
 */
export function shownIn<Told>(
  years: ByYear<Told>,
  period: Period | undefined,
  dayOf: (told: Told) => IsoDate,
): Shown<Told> | undefined {
  const [wanted = period] = period === undefined ? years.keys() : [period];
  if (wanted === undefined)
    return { year: undefined, month: undefined, months: [], told: [], count: 0 };
  const year = wanted.slice(0, 4);
  const all = years.get(year);
  if (all === undefined) return undefined;
  const runs = monthsOf(all, dayOf);
  if (wanted !== year && !runs.has(wanted)) return undefined;
  const months = [...runs.keys()];
  const month = wanted === year ? months[0] : wanted;
  const run = month === undefined ? undefined : runs.get(month);
  const told = run === undefined ? all : all.slice(run.from, run.to);
  return { year, month, months, told, count: wanted === year ? all.length : told.length };
}

/**
 * The years of a list, the months of the one that is shown, and the pages beside it. Nothing in them changes
 * when an issue is added to another year: old pages stay as they are.
 */
export function periodLinks(
  all: readonly string[],
  { year, month, months }: Pick<Shown<unknown>, 'year' | 'month' | 'months'>,
  path: (period: Period) => string,
): { years: YearLink[]; months: MonthLink[] } & Neighbours {
  const years = all.map((each) => ({ year: each, path: path(each), current: each === year }));
  if (month !== undefined) {
    const links = months.map((each) => ({
      month: each,
      path: path(each),
      current: each === month,
    }));
    return { years, months: links, ...beside([...months].sort().reverse(), month, path) };
  }
  return { years, months: [], ...beside(all, year, path) };
}

/** The years of a list, where none is too long, and the pages of those beside the one shown. */
export function yearLinks(
  all: readonly string[],
  year: string | undefined,
  path: (year: string) => string,
): { years: YearLink[] } & Neighbours {
  const { months: _, ...links } = periodLinks(all, { year, month: undefined, months: [] }, path);
  return links;
}

/** The pages before and after one of a list's periods, which come newest first. */
function beside(
  periods: readonly Period[],
  shown: Period | undefined,
  path: (period: Period) => string,
): Neighbours {
  const at = shown === undefined ? -1 : periods.indexOf(shown);
  const link = (period: Period | undefined) =>
    period === undefined ? undefined : { path: path(period), label: periodName(period) };
  return { previous: link(periods[at + 1]), next: at > 0 ? link(periods[at - 1]) : undefined };
}

/** `2025年`, `2025年3月`. */
export function periodName(period: Period): string {
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
