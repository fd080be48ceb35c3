import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type Neighbours, type PageProps, pageOf } from './frame.ts';
import {
  type ByYear,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  shownIn,
  type YearLink,
} from './period.ts';

/** A list of what the items tell, by year, or by month where a year is too long. */
type DeskList<Told> = {
  name: string;
  /** What it says of itself, of the whole or of a period: `2025年`. */
  describe: (when: string) => string;
  path: (period?: Period) => string;
  years: ByYear<Told>;
  dayOf: (told: Told) => IsoDate;
};

/** What the pages of such lists have in common. */
export type DeskProps = PageProps & {
  /** What it shows: `2025年`, `2025年3月`; `undefined` where nothing is told yet. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
} & Neighbours;

/** What a list's own page shows, where that is not the newest period, and what it tells before all else. */
type Besides<Told> = { current?: Period | undefined; above?: readonly Told[] };

/**
 * The page of a period, and what is told in it; without a period the list's own page, which shows `current`, else
 * the newest. `undefined` for a period that has no page.
 */
export function deskPage<Told extends { entry: Entry }>(
  archive: Archive,
  { name, describe, path, years, dayOf }: DeskList<Told>,
  period: Period | undefined,
  { current, above = [] }: Besides<Told> = {},
): { page: DeskProps; told: readonly Told[] } | undefined {
  const shown = shownIn(years, period ?? current, dayOf);
  if (shown === undefined) return undefined;
  const { year, month = year, told } = shown;
  const when = period === undefined ? '' : periodName(period);
  const description = describe(when);
  const place = {
    name,
    description,
    path: path(period),
    above: period === undefined ? [] : [{ name, path: path() }],
    step: period === undefined ? undefined : when,
  };
  const entries = [...above, ...told].map(({ entry }) => entry);
  const page = {
    ...pageOf(archive, {
      title: `${when}${name}`,
      description,
      path: place.path,
      data: itemsData(archive, place, entries),
    }),
    period: month && periodName(month),
    ...periodLinks([...years.keys()], shown, path),
  };
  return { page, told };
}
