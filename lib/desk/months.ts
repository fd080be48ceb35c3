import type { Entry } from '#lib/content/queries.ts';
import { type IsoDate, monthOf, yearOf } from '#lib/site/dates.ts';

/** How many of something each month of a year has, from January on. */
export type Monthly = number[];

/**
 * How many entries each month of a year has: twelve months, or those up to the newest issue's in its own year. A
 * month without any has 0.
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
