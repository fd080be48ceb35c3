import type { Entry } from '#lib/content/queries.ts';
import { yearOf } from '#lib/site/dates.ts';

/** Things that items tell of by the year of the issue, both as they come: newest first. */
export function byYear<Told extends { entry: Entry }>(all: Iterable<Told>): Map<string, Told[]> {
  const years = new Map<string, Told[]>();
  for (const told of all) {
    const year = yearOf(told.entry.issue.date);
    const known = years.get(year);
    if (known === undefined) years.set(year, [told]);
    else known.push(told);
  }
  return years;
}

/**
 * The years of a list, and what is in the one that is asked for, the newest where none is.
 * @returns `undefined` for a year that is not among them
 */
export function inYear<Told>(
  years: ReadonlyMap<string, Told[]>,
  year: string | undefined,
): { shown: string | undefined; told: readonly Told[] } | undefined {
  const shown = year ?? [...years.keys()][0];
  if (shown === undefined) return { shown, told: [] };
  const told = years.get(shown);
  return told === undefined ? undefined : { shown, told };
}
