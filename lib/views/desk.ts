import type { Archive } from '#lib/content/archive.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { Collection } from '#lib/syndication/structured-data/collection.ts';
import type { PageData } from '#lib/syndication/structured-data/graph.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import {
  type ByYear,
  isOwnPeriod,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  periodOf,
  shownIn,
  type YearLink,
} from './period.ts';

/** What was read in the items and is listed on pages by year, or by month where a year is too long. */
export type DeskList<Listed> = {
  name: string;
  /** The description of a page. `when` is the name of its period, such as `2025年`, or empty. */
  describe: (when: string) => string;
  path: (period?: Period) => string;
  years: ByYear<Listed>;
  dayOf: (each: Listed) => IsoDate;
  /** How many are listed on one page: a longer year is split into months. */
  most: number;
  /** What its own page shows before the period. */
  above?: readonly Listed[];
  /** The structured data of a page of the list. */
  dataOf: (page: Collection, listed: readonly Listed[]) => PageData;
};

/** What the pages of laws, cases and the calendar have in common. */
export type DeskProps = PageProps & {
  /** The name of the period shown: `2025年`, `2025年3月`; `undefined` where the list is empty. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
} & Neighbours;

/**
 * The page of a period, and what is listed on it. Without a period it is the list's own page, see `ownPeriod`.
 * @returns `undefined` for a period that has no page
 */
export function deskPage<Listed>(
  archive: Archive,
  list: DeskList<Listed>,
  period: Period | undefined,
): { page: DeskProps; listed: readonly Listed[] } | undefined {
  const { name, describe, path, years, dayOf, most, above = [], dataOf } = list;
  const shown = shownIn(years, period ?? ownPeriod(archive, list), dayOf, most);
  if (shown === undefined) return undefined;
  const when = period === undefined ? '' : periodName(period);
  const description = describe(when);
  const place = {
    name,
    description,
    path: path(period),
    canonical: repeatsOwnPage(archive, list, period) ? path() : undefined,
    parents: period === undefined ? [] : [{ name, path: path() }],
    breadcrumb: period === undefined ? undefined : when,
  };
  const page = {
    ...pageProps(archive, {
      title: `${when}${name}`,
      description,
      path: place.path,
      canonical: place.canonical,
      data: dataOf(place, [...(period === undefined ? above : []), ...shown.listed]),
    }),
    period: shown.period && periodName(shown.period),
    ...periodLinks([...years.keys()], shown, path),
  };
  return { page, listed: shown.listed };
}

/**
 * The period that the list's own page shows: that of the newest issue, since a list may have years to come. Where that
 * has no page, it is the first of the list.
 */
export function ownPeriod<Listed>(
  { issues: [newest] }: Archive,
  { years, dayOf, most }: DeskList<Listed>,
): Period | undefined {
  return newest && periodOf(years, newest.date, dayOf, most);
}

/** Whether the page of a period shows what the list's own page shows. */
export function repeatsOwnPage<Listed>(
  archive: Archive,
  list: DeskList<Listed>,
  period: Period | undefined,
): boolean {
  const { years, dayOf, most, above = [] } = list;
  const own = ownPeriod(archive, list);
  return above.length === 0 && isOwnPeriod(years, period, dayOf, { own, most });
}

/** Whether the last step of an address is a period: `2025` or `2025-03`. */
export function isPeriod(step: string): boolean {
  return /^\d{4}(?:-\d{2})?$/.test(step);
}
