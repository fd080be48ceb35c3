import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { Entry } from '#lib/content/queries.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { paths } from '#lib/site/paths.ts';
import { calendarList } from './calendar.ts';
import { caseList } from './cases.ts';
import { type DeskList, ownPeriod, repeatsOwnPage } from './desk.ts';
import { lawList } from './laws.ts';
import { type Period, periodsOf, shownIn } from './period.ts';

/** The issues that a page shows. */
type Shows = () => Issue[];

/** What the list's own page shows, and the pages below it: those of its periods, and one for each act or case. */
type PagesOfList = {
  own: Shows;
  below: { path: string; params: { id: string }; shows: Shows; repeats?: boolean }[];
};

/** The pages of acts. */
export function lawPages(archive: Archive): PagesOfList {
  const { own, periods } = periodPages(archive, lawList(archive), ({ step }) =>
    step.told.map(({ entry }) => entry),
  );
  return {
    own,
    below: [
      ...periods.map(({ period, ...page }) => ({
        path: paths.laws(period),
        params: { id: period },
        ...page,
      })),
      ...actsOf(archive).all.map(({ id, entries, mentions }) => ({
        path: paths.law(id),
        params: { id },
        shows: () => [...entries, ...mentions].map(({ issue }) => issue),
      })),
    ],
  };
}

/** The pages of cases. */
export function casePages(archive: Archive): PagesOfList {
  const { own, periods } = periodPages(archive, caseList(archive), (listed) => listed.case.entries);
  return {
    own,
    below: [
      ...periods.map(({ period, ...page }) => ({
        path: paths.cases(period),
        params: { id: period },
        ...page,
      })),
      ...casesOf(archive).all.map(({ id, entries }) => ({
        path: paths.case(id),
        params: { id },
        shows: () => entries.map(({ issue }) => issue),
      })),
    ],
  };
}

/** The pages of the calendar. */
export function calendarPages(
  archive: Archive,
): { path: string; params: { year?: Period }; shows: Shows; repeats?: boolean }[] {
  const { own, periods } = periodPages(archive, calendarList(archive), ({ told }) =>
    told.map(({ entry }) => entry),
  );
  return [
    { path: paths.calendar(), params: {}, shows: own },
    ...periods.map(({ period, ...page }) => ({
      path: paths.calendar(period),
      params: { year: period },
      ...page,
    })),
  ];
}

/** The issues that each page of a list shows: its own page, and those of its periods. */
function periodPages<Listed>(
  archive: Archive,
  list: DeskList<Listed>,
  entriesOf: (each: Listed) => readonly Entry[],
): { own: Shows; periods: { period: Period; shows: Shows; repeats: boolean }[] } {
  const { years, dayOf, most } = list;
  const showsOf = (period: Period | undefined) => () =>
    (shownIn(years, period, dayOf, most)?.listed ?? []).flatMap((each) =>
      entriesOf(each).map(({ issue }) => issue),
    );
  return {
    own: showsOf(ownPeriod(archive, list)),
    periods: periodsOf(years, dayOf, most).map((period) => ({
      period,
      shows: showsOf(period),
      repeats: repeatsOwnPage(archive, list, period),
    })),
  };
}
