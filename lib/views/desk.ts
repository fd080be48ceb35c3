import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type Neighbours, type PageProps, pageProps } from './frame.ts';
import {
  type ByYear,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  shownIn,
  type YearLink,
} from './period.ts';

/** What was read in the items and is listed on pages by year, or by month where a year is too long. */
type DeskList<Listed> = {
  name: string;
  /** The description of a page. `when` is the name of its period, such as `2025年`, or empty. */
  describe: (when: string) => string;
  path: (period?: Period) => string;
  years: ByYear<Listed>;
  dayOf: (each: Listed) => IsoDate;
};

/** What the pages of laws, cases and the calendar have in common. */
export type DeskProps = PageProps & {
  /** The name of the period shown: `2025年`, `2025年3月`; `undefined` where the list is empty. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
} & Neighbours;

/** `current` is the period that the list's own page shows, `above` what it shows before that period. */
type OwnPage<Listed> = { current?: Period | undefined; above?: readonly Listed[] };

/**
 * The page of a period, and what is listed on it. Without a period it is the list's own page, which shows `current`,
 * or else the first period of the list.
 * @returns `undefined` for a period that has no page
 */
export function deskPage<Listed extends { entry: Entry }>(
  archive: Archive,
  { name, describe, path, years, dayOf }: DeskList<Listed>,
  period: Period | undefined,
  { current, above = [] }: OwnPage<Listed> = {},
): { page: DeskProps; listed: readonly Listed[] } | undefined {
  const shown = shownIn(years, period ?? current, dayOf);
  if (shown === undefined) return undefined;
  const when = period === undefined ? '' : periodName(period);
  const description = describe(when);
  const place = {
    name,
    description,
    path: path(period),
    parents: period === undefined ? [] : [{ name, path: path() }],
    breadcrumb: period === undefined ? undefined : when,
  };
  const entries = [...above, ...shown.listed].map(({ entry }) => entry);
  const page = {
    ...pageProps(archive, {
      title: `${when}${name}`,
      description,
      path: place.path,
      data: itemsData(archive, place, entries),
    }),
    period: shown.period && periodName(shown.period),
    ...periodLinks([...years.keys()], shown, path),
  };
  return { page, listed: shown.listed };
}
