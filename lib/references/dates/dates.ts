import { daysBetween, type IsoDate, isIsoDate, yearOf } from '#lib/site/dates.ts';
import type { ReferenceContext, ReferenceMatch } from '../finder.ts';
import type { DateRole, YearBasis } from '../reference.ts';
import { dateRole } from './date-role.ts';
import { firstFrom, yearWindow } from './year.ts';

const DAY = '(?:(20\\d{2}|19\\d{2})年)?(\\d{1,2})月(\\d{1,2})日';
const TO = '(?:（[^（）]{1,4}）)?(?:至|到|—|－|–|-|~|～)';

/** 2025年7月1日, 7月1日, 2025-07-01; 4月20日至26日, 4月20日至5月4日, 2025年12月30日至2026年1月3日. */
const DATE = new RegExp(
  `(?<![\\d.-])(?:${DAY}(?:${TO}(?:(20\\d{2})年)?(?:(\\d{1,2})月)?(\\d{1,2})日)?|((?:19|20)\\d{2}-\\d{2}-\\d{2})(?![\\d-]))`,
  'gu',
);

/** How much of a clause is read before and after a day, in UTF-16 units. */
const CLAUSE = 40;

/**
 * Finds the days in a text on which something happens, as the sentence says. Other days, such as that of the report,
 * are left out. A day without a year gets one from the words around it (`year.ts`).
 */
export function findDates(text: string, { date: issue }: ReferenceContext): ReferenceMatch[] {
  return Array.from(text.matchAll(DATE)).flatMap((match) => {
    const [whole, , month = '', , yearTo, monthTo, dayTo] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const role = dateRole(text, { start, end, isSpan: dayTo !== undefined });
    if (role === undefined) return [];
    const { day: from, basis } = readDay(match, role, issue);
    if (from === undefined) return [];
    const to =
      dayTo === undefined
        ? from
        : dayOf(yearTo ?? yearAfter(from, month, monthTo), monthTo ?? month, dayTo);
    // A span that ends before it begins, or after more than a year, was misread.
    if (to === undefined || daysBetween(from, to) < 0 || daysBetween(from, to) > 400) return [];
    return [{ start, end, referent: { kind: 'date', role, from, to, year: basis } }];
  });
}

/** The first day of a match, and where its year comes from. `day` is `undefined` for a day such as 2月30日. */
function readDay(
  { 0: whole, 1: written, 2: month = '', 3: day = '', 7: iso, index, input }: RegExpExecArray,
  role: DateRole,
  issue: IsoDate,
): { day: IsoDate | undefined; basis: YearBasis } {
  if (iso !== undefined) return { day: isIsoDate(iso) ? iso : undefined, basis: 'written' };
  if (written !== undefined) return { day: dayOf(written, month, day), basis: 'written' };
  const named = yearNamed(input.slice(Math.max(0, index - 2), index), issue);
  if (named !== undefined) return { day: dayOf(named, month, day), basis: 'word' };
  const end = index + whole.length;
  const before = input
    .slice(Math.max(0, index - CLAUSE), index)
    .replace(/^.*[，。；：！？\n]/su, '');
  const after = input.slice(end, end + CLAUSE);
  const { basis, daysBefore } = yearWindow({ before, after }, role);
  return { day: firstFrom(month, day, issue, daysBefore), basis };
}

/** The year that a word right before a day means: 明年 is the year after that of the issue. */
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

/** The day as `YYYY-MM-DD`; `undefined` for a day such as 2月30日. */
function dayOf(year: string, month: string, day: string): IsoDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

/**
 * The year of the last day of a span, if it is not written: that of the first day, or the next if its month is
 * earlier.
 */
function yearAfter(from: IsoDate, month: string, monthTo: string | undefined): string {
  const wraps = monthTo !== undefined && Number(monthTo) < Number(month);
  return String(Number(yearOf(from)) + (wraps ? 1 : 0));
}
