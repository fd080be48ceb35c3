import { isIsoDate, yearOf } from '#lib/site/dates.ts';
import { type ItemParts, matchesIn, type Term } from './term.ts';

const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;

/** The days that an item names. One without a year is in the year of the issue. */
export function readDays(parts: ItemParts): Term[] {
  return Array.from(
    matchesIn(parts, DAY),
    ({ match: [label, year, month = '', day = ''], place }) => {
      const date = `${year ?? yearOf(parts.date)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return { key: `day ${date}`, kind: 'day' as const, label, place, date };
    },
  )
    .filter(({ date }) => isIsoDate(date))
    .map(({ date: _, ...term }) => term);
}
