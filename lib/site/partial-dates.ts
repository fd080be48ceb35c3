import { addDays, formatDate, formatMonthDay, type IsoDate, isIsoDate } from './dates.ts';

/** A day, a month or a year, as exactly as a text gives it: `2025-06-27`, `2025-06`, `2025`. */
export type PartialDate = string;

/** Whether a text is an existing day, a month or a year, such as 2025-06-27, 2025-06 or 2025. */
export function isPartialDate(text: string): text is PartialDate {
  return [text, `${text}-01`, `${text}-01-01`].some(isIsoDate);
}

/** The first day of a day, a month or a year. @throws RangeError for what is none of these */
export function firstDayOf(date: PartialDate): IsoDate {
  const day = [date, `${date}-01`, `${date}-01-01`].find(isIsoDate);
  if (day === undefined) throw new RangeError(`${date} is not a day, a month or a year`);
  return day;
}

/** The last day of a day, a month or a year. @throws RangeError for what is none of these */
export function lastDayOf(date: PartialDate): IsoDate {
  const first = firstDayOf(date);
  if (date === first) return first;
  const [year = '', month] = date.split('-');
  if (month === undefined || month === '12') return firstDayOf(`${year}-12-31`);
  return addDays(firstDayOf(`${year}-${String(Number(month) + 1).padStart(2, '0')}`), -1);
}

/** `2025年6月27日`, `2025年6月`, `2025年`. With `after`, a year that is also that of `after` is left out. */
export function formatPartial(date: PartialDate, after?: PartialDate): string {
  const [year, month, day] = date.split('-');
  const isSameYear = month !== undefined && after?.startsWith(`${year}`) === true;
  if (day !== undefined)
    return isSameYear ? formatMonthDay(firstDayOf(date)) : formatDate(firstDayOf(date));
  const months = month === undefined ? '' : `${Number(month)}月`;
  return isSameYear ? months : `${year}年${months}`;
}
