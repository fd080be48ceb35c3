import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import type { PartialDate } from '#lib/site/partial-dates.ts';
import type { Parts, Tense, TimeWords } from './time-parts.ts';

/** How many days before its issue a day without a year may lie, if it is to come or may be either. */
const DAYS_BEFORE = { planned: 45, coming: 120, either: 240 };

/**
 * The first and the last day of a time. For a single day both are equal. `undefined` for a time that does not exist,
 * 2月30日, or cannot be placed.
 */
export function resolve(
  { first, last, after }: TimeWords,
  issue: IsoDate,
  tense: Tense,
): { from: PartialDate; to: PartialDate } | undefined {
  const from = dateOf({ ...first, year: first.year ?? yearFor(first, issue, tense, after) });
  if (from === undefined) return undefined;
  if (last === undefined) return { from, to: from };
  const [fromYear, fromMonth] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const month = last.month ?? (last.day === undefined ? undefined : fromMonth);
  const isNextYear =
    last.isNextYear === true ||
    (last.year === undefined && month !== undefined && month < fromMonth);
  const to = dateOf({ ...last, month, year: last.year ?? fromYear + (isNextYear ? 1 : 0) });
  return to === undefined || to < from ? undefined : { from, to };
}

function yearFor(
  { month, day }: Parts,
  issue: IsoDate,
  tense: Tense,
  after: Parts | undefined,
): number | undefined {
  if (month === undefined) return undefined;
  const own = Number(issue.slice(0, 4));
  const key = month * 100 + (day ?? 1);
  if (after?.year !== undefined && after.year < own && tense === 'past') {
    const afterKey = (after.month ?? 1) * 100 + (after.day ?? 1);
    return key >= afterKey ? after.year : after.year + 1;
  }
  const issueKey = Number(issue.slice(5, 7)) * 100 + Number(issue.slice(8));
  if (tense === 'past')
    return key <= issueKey || (day === undefined && month * 100 <= issueKey) ? own : own - 1;
  const earliest = addDaysKey(issue, -DAYS_BEFORE[tense]);
  const years = [own - 1, own, own + 1];
  return years.find((year) => year * 10_000 + key >= earliest) ?? own;
}

/** A day as one number, YYYYMMDD, some days before or after another. */
function addDaysKey(date: IsoDate, days: number): number {
  const time = new Date(Date.parse(date) + days * 24 * 60 * 60 * 1000);
  return Number(time.toISOString().slice(0, 10).replaceAll('-', ''));
}

function dateOf({ year, month, day }: Parts): PartialDate | undefined {
  if (year === undefined) return undefined;
  const text = String(year).padStart(4, '0');
  if (month === undefined) return text;
  const monthText = `${text}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return monthText;
  const full = `${monthText}-${String(day).padStart(2, '0')}`;
  return isIsoDate(full) ? full : undefined;
}
