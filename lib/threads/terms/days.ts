import { isIsoDate, yearOf } from '#lib/site/dates.ts';
import { matchesIn, type Term, type Told } from './term.ts';

const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;

/** The days that an item names; one without a year is of the issue's. */
export function readDays(told: Told): Term[] {
  return Array.from(
    matchesIn(told, DAY),
    ({ match: [label, year, month = '', day = ''], place }) => {
      const date = `${year ?? yearOf(told.date)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return { key: `day ${date}`, kind: 'day' as const, label, place, date };
    },
  )
    .filter(({ date }) => isIsoDate(date))
    .map(({ date: _, ...term }) => term);
}
