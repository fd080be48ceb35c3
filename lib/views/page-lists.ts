import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { indexOf, type Years } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { type ByYear, dayOfEntry, isOwnPeriod, type Period, periodsOf, shownIn } from './period.ts';

/** The pages of every section, source, topic or entity: its own, then one for each period. */
export function subjectPages(
  subjects: ReadonlyMap<string, { years: Years }>,
  path: (id: string, period?: Period) => string,
) {
  return Array.from(subjects, ([id, { years }]) =>
    periodPages(years, dayOfEntry).map(({ params, listed, repeats }) => ({
      path: path(id, params.year),
      params: { id, ...params },
      shows: () => listed().map(({ issue }) => issue),
      repeats,
    })),
  ).flat();
}

/** The parameters of a list's own page and of those of its periods, with what each page lists. */
function periodPages<Listed>(
  years: ByYear<Listed>,
  dayOf: (each: Listed) => IsoDate,
): { params: { year?: Period }; listed: () => readonly Listed[]; repeats: boolean }[] {
  return [undefined, ...periodsOf(years, dayOf)].map((period) => ({
    params: period === undefined ? {} : { year: period },
    listed: () => shownIn(years, period, dayOf)?.listed ?? [],
    repeats: isOwnPeriod(years, period, dayOf),
  }));
}

/** A page for each year that has issues, newest first. */
export function yearPages(archive: Archive, path: (year: string) => string) {
  return Array.from(indexOf(archive).issuesByYear, ([year, issues]) => ({
    path: path(year),
    params: { year },
    shows: () => issues,
  }));
}

/** The issues of the newest year that has some. */
export function issuesOfNewestYear(archive: Archive): readonly Issue[] {
  const [issues = []] = indexOf(archive).issuesByYear.values();
  return issues;
}

/** The issues of the items of some threads; an issue may come twice. */
export function* issuesOfThreads(threads: readonly Thread[]): Iterable<Issue> {
  for (const { items } of threads) for (const { issue } of items) yield issue;
}
