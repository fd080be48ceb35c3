import type { Entry } from '#lib/content/queries.ts';
import { type IsoDate, monthOf, yearOf } from '#lib/site/dates.ts';

/** Counts by month, from January on. */
export type Monthly = number[];

/**
 * Counts the entries in each month of a year. The year of the newest issue ends with the month of that issue.
 * @param entries entries of this year
 * @param newest the day of the newest issue
 */
export function countMonths(
  entries: readonly Entry[],
  year: string,
  newest: IsoDate | undefined,
): Monthly {
  const last = newest !== undefined && yearOf(newest) === year ? monthOf(newest) : 12;
  const counts = new Array<number>(12).fill(0);
  for (const { issue } of entries) {
    const month = monthOf(issue.date) - 1;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  return counts.slice(0, last);
}
