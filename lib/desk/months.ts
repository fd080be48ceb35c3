import { type IsoDate, monthOf, yearOf } from '#lib/site/dates.ts';

/** A value for each month, from January on. */
export type Monthly<Value> = Value[];

/**
 * Splits what is listed of a year by month. Each month keeps the order of the list. The year of the newest issue ends
 * with the month of that issue, every other year with December.
 * @param listed what is listed of this year
 * @param newest the day of the newest issue
 */
export function byMonth<Listed>(
  listed: readonly Listed[],
  dayOf: (each: Listed) => IsoDate,
  year: string,
  newest: IsoDate | undefined,
): Monthly<Listed[]> {
  const last = newest !== undefined && yearOf(newest) === year ? monthOf(newest) : 12;
  const months = Array.from({ length: last }, (): Listed[] => []);
  for (const each of listed) months[monthOf(dayOf(each)) - 1]?.push(each);
  return months;
}
