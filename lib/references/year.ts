import { daysBetween, type IsoDate, isIsoDate, yearOf } from '#lib/site/dates.ts';
import type { DateRole, YearRule } from './reference.ts';

/** Words right before or behind a day, in its clause, for what is to come, and for what has happened. */
const COMING_BEFORE = /(?:将|拟|即将|定于|预计|计划|有望|届时)[^，。；：]{0,8}$/u;
const COMING_BEHIND = /^[^，。；：\d]{0,8}?(?:将|拟)/u;
const PAST_BEFORE = /(?:已|曾|业已|早在)[^，。；：]{0,8}$/u;
const PAST_BEHIND = /^[^，。；：\d]{0,16}?(?:已|曾|了(?!解))/u;

/**
 * How many days before its issue a day without a year may lie; the year is that in which the day falls from then on.
 * What is said to come may be a month past when a digest reports it; a term or a hearing a quarter; what is said to
 * have happened is not after the issue, and what is only reported may be announced a month ahead.
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

/** Which way the words around a day look, and how many days before its issue the day may lie. */
export function directionOf(
  { before, behind }: { before: string; behind: string },
  role: DateRole,
): { rule: YearRule; daysBefore: number } {
  if (PAST_BEFORE.test(before) || PAST_BEHIND.test(behind))
    return { rule: 'past', daysBefore: DAYS_BEFORE.happened };
  if (COMING_BEFORE.test(before) || COMING_BEHIND.test(behind))
    return { rule: 'ahead', daysBefore: DAYS_BEFORE.coming };
  if (DUE.includes(role)) return { rule: 'ahead', daysBefore: DAYS_BEFORE.due };
  if (REPORTED.includes(role)) return { rule: 'past', daysBefore: DAYS_BEFORE.reported };
  return { rule: 'nearest', daysBefore: DAYS_BEFORE.nearest };
}

/**
 * The first such day of a year that begins `daysBefore` days before an issue; one that not every year has, the
 * nearest. `undefined` where the calendar has none around the issue.
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
