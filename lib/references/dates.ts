import { daysBetween, type IsoDate, isIsoDate, yearOf } from '#lib/site/dates.ts';
import { dateRole } from './date-role.ts';
import type { Found, ReferenceContext } from './read-references.ts';

const DAY = '(?:(20\\d{2}|19\\d{2})年)?(\\d{1,2})月(\\d{1,2})日';
const TO = '(?:（[^（）]{1,4}）)?(?:至|到|—|－|–|-|~|～)';

/** 2025年7月1日, 7月1日, 2025-07-01; 4月20日至26日, 4月20日至5月4日, 2025年12月30日至2026年1月3日. */
const DATE = new RegExp(
  `(?<![\\d.-])(?:${DAY}(?:${TO}(?:(20\\d{2})年)?(?:(\\d{1,2})月)?(\\d{1,2})日)?|((?:19|20)\\d{2}-\\d{2}-\\d{2})(?![\\d-]))`,
  'gu',
);

/**
 * The days of a text on which something happens that its sentence names; others, such as that of the report
 * itself, are no references. A day without a year is the nearest to that of the issue.
 */
export function findDates(text: string, { date }: ReferenceContext): Found[] {
  return Array.from(text.matchAll(DATE)).flatMap((match) => {
    const [whole, year, month = '', day = '', yearTo, monthTo, dayTo, iso] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const from = iso ?? dayOf(yearSaid(text, start, date, year), month, day, date);
    if (from === undefined || !isIsoDate(from)) return [];
    const to =
      dayTo === undefined
        ? from
        : dayOf(yearTo ?? yearAfter(from, month, monthTo), monthTo ?? month, dayTo, date);
    // A span that ends before it begins is none, nor is one of years.
    if (to === undefined || daysBetween(from, to) < 0 || daysBetween(from, to) > 400) return [];
    const role = dateRole(text, { start, end, isSpan: from !== to });
    return role === undefined ? [] : [{ start, end, referent: { kind: 'date', role, from, to } }];
  });
}

/** The year that stands before a day, or that a word before it names. */
function yearSaid(
  text: string,
  start: number,
  issue: IsoDate,
  year: string | undefined,
): string | undefined {
  if (year !== undefined) return year;
  const word = /(去年|上年|今年|本年|明年|次年)$/u.exec(
    text.slice(Math.max(0, start - 2), start),
  )?.[1];
  if (word === undefined) return undefined;
  const shift =
    word === '去年' || word === '上年' ? -1 : word === '今年' || word === '本年' ? 0 : 1;
  return String(Number(yearOf(issue)) + shift);
}

/** A day; without a year, that of the years around the issue's that is nearest to it. `undefined` where the calendar has none. */
function dayOf(
  year: string | undefined,
  month: string,
  day: string,
  issue: IsoDate,
): IsoDate | undefined {
  const of = (each: number | string) => `${each}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) {
    const said = of(year);
    return isIsoDate(said) ? said : undefined;
  }
  const own = Number(yearOf(issue));
  const distance = (each: IsoDate) => Math.abs(daysBetween(issue, each));
  return [own, own - 1, own + 1]
    .map(of)
    .filter(isIsoDate)
    .reduce<IsoDate | undefined>(
      (nearest, each) =>
        nearest === undefined || distance(each) < distance(nearest) ? each : nearest,
      undefined,
    );
}

/** The year of a span's last day, where none is said: the first's, or the next where its month is an earlier one. */
function yearAfter(from: IsoDate, month: string, monthTo: string | undefined): string {
  const wraps = monthTo !== undefined && Number(monthTo) < Number(month);
  return String(Number(yearOf(from)) + (wraps ? 1 : 0));
}
