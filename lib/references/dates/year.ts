import { daysBetween, type IsoDate, isIsoDate, yearOf } from '#lib/site/dates.ts';
import type { DateRole, YearBasis } from '../reference.ts';

/** Words before or after a day, in its clause, for what will happen and for what has happened. */
const COMING_BEFORE = /(?:将|拟|即将|定于|预计|计划|有望|届时)[^，。；：]{0,8}$/u;
const COMING_AFTER = /^[^，。；：\d]{0,8}?(?:将|拟)/u;
const PAST_BEFORE = /(?:已|曾|业已|早在)[^，。；：]{0,8}$/u;
const PAST_AFTER = /^[^，。；：\d]{0,16}?(?:已|曾|了(?!解))/u;

/**
 * How many days before its issue a day without a year may lie. The year is the first in which the day does not lie
 * further back. A coming event may be a month past when a digest reports it, a deadline or a hearing a quarter. What
 * has happened does not lie after the issue. What is only reported may be announced a month ahead.
 */
const DAYS_BEFORE = {
  coming: 31,
  due: 92,
  happened: 364,
  reported: 334,
  nearest: 182,
} as const;

const DUE: readonly DateRole[] = [
  'consultation ends',
  'registration ends',
  'applies from',
  'in force',
  'hearing',
];
const REPORTED: readonly DateRole[] = ['published', 'judgment'];

/** How many days before its issue a day without a year may lie, and whether the words around it look ahead or back. */
export function yearWindow(
  { before, after }: { before: string; after: string },
  role: DateRole,
): { basis: YearBasis; daysBefore: number } {
  if (PAST_BEFORE.test(before) || PAST_AFTER.test(after))
    return { basis: 'past', daysBefore: DAYS_BEFORE.happened };
  if (COMING_BEFORE.test(before) || COMING_AFTER.test(after))
    return { basis: 'ahead', daysBefore: DAYS_BEFORE.coming };
  if (DUE.includes(role)) return { basis: 'ahead', daysBefore: DAYS_BEFORE.due };
  if (REPORTED.includes(role)) return { basis: 'past', daysBefore: DAYS_BEFORE.reported };
  return { basis: 'nearest', daysBefore: DAYS_BEFORE.nearest };
}

/**
 * The first day with this month and day that lies at most `daysBefore` days before an issue. For 29 February, which
 * most years do not have, an earlier one if need be. `undefined` if none of the three years around the issue has the
 * day.
 */
export function firstFrom(
  month: string,
  day: string,
  issue: IsoDate,
  daysBefore: number,
): IsoDate | undefined {
  const own = Number(yearOf(issue));
  const days = [own - 1, own, own + 1]
    .map(
      (year) =>
        `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
    .filter(isIsoDate);
  return days.find((each) => daysBetween(issue, each) >= -daysBefore) ?? days.at(-1);
}
