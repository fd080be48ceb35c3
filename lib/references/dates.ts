import { daysBetween, type IsoDate, isIsoDate, yearOf } from '#lib/site/dates.ts';
import { dateRole } from './date-role.ts';
import type { ReferenceContext, ReferenceMatch } from './finder.ts';
import type { DateRole, YearRule } from './reference.ts';
import { directionOf, firstFrom } from './year.ts';

const DAY = '(?:(20\\d{2}|19\\d{2})年)?(\\d{1,2})月(\\d{1,2})日';
const TO = '(?:（[^（）]{1,4}）)?(?:至|到|—|－|–|-|~|～)';

/** 2025年7月1日, 7月1日, 2025-07-01; 4月20日至26日, 4月20日至5月4日, 2025年12月30日至2026年1月3日. */
const DATE = new RegExp(
  `(?<![\\d.-])(?:${DAY}(?:${TO}(?:(20\\d{2})年)?(?:(\\d{1,2})月)?(\\d{1,2})日)?|((?:19|20)\\d{2}-\\d{2}-\\d{2})(?![\\d-]))`,
  'gu',
);

/** How much of a clause is looked at before and behind a day, in UTF-16 units. */
const CLAUSE = 40;

/**
 * The days of a text on which something happens that its sentence names; others, such as that of the report
 * itself, are no references. A day without a year gets one by the way its clause looks (`year.ts`).
 */
export function findDates(text: string, { date: issue }: ReferenceContext): ReferenceMatch[] {
  return Array.from(text.matchAll(DATE)).flatMap((match) => {
    const [whole, , month = '', , yearTo, monthTo, dayTo] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const role = dateRole(text, { start, end, isSpan: dayTo !== undefined });
    if (role === undefined) return [];
    const { day: from, rule } = readDay(match, role, issue);
    if (from === undefined) return [];
    const to =
      dayTo === undefined
        ? from
        : dayOf(yearTo ?? yearAfter(from, month, monthTo), monthTo ?? month, dayTo);
    // A span that ends before it begins is none, nor is one of years.
    if (to === undefined || daysBetween(from, to) < 0 || daysBetween(from, to) > 400) return [];
    return [{ start, end, referent: { kind: 'date', role, from, to, year: rule } }];
  });
}

/** The first day of a match, and what made its year; no day where the calendar has none. */
function readDay(
  { 0: whole, 1: written, 2: month = '', 3: day = '', 7: iso, index, input }: RegExpExecArray,
  role: DateRole,
  issue: IsoDate,
): { day: IsoDate | undefined; rule: YearRule } {
  if (iso !== undefined) return { day: isIsoDate(iso) ? iso : undefined, rule: 'written' };
  if (written !== undefined) return { day: dayOf(written, month, day), rule: 'written' };
  const named = yearNamed(input.slice(Math.max(0, index - 2), index), issue);
  if (named !== undefined) return { day: dayOf(named, month, day), rule: 'word' };
  const end = index + whole.length;
  const before = input
    .slice(Math.max(0, index - CLAUSE), index)
    .replace(/^.*[，。；：！？\n]/su, '');
  const behind = input.slice(end, end + CLAUSE);
  const { rule, daysBefore } = directionOf({ before, behind }, role);
  return { day: firstFrom(month, day, issue, daysBefore), rule };
}

/** The year that a word right before a day names, seen from the year of the issue. */
function yearNamed(before: string, issue: IsoDate): string | undefined {
  const shift = YEARS.get(before);
  return shift === undefined ? undefined : String(Number(yearOf(issue)) + shift);
}

const YEARS = new Map([
  ['去年', -1],
  ['上年', -1],
  ['今年', 0],
  ['本年', 0],
  ['明年', 1],
  ['次年', 1],
]);

/** A day of a year; `undefined` where the calendar has none. */
function dayOf(year: string, month: string, day: string): IsoDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

/** The year of a span's last day, where none is said: the first's, or the next where its month is an earlier one. */
function yearAfter(from: IsoDate, month: string, monthTo: string | undefined): string {
  const wraps = monthTo !== undefined && Number(monthTo) < Number(month);
  return String(Number(yearOf(from)) + (wraps ? 1 : 0));
}
