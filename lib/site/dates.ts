import { TZDate, tz } from '@date-fns/tz';
// Each function is imported from its own file: the package's main file loads 250 others, which takes half a second.
import { format } from 'date-fns/format';
import { zhCN } from 'date-fns/locale/zh-CN';
import { parseISO } from 'date-fns/parseISO';

/**
 * A calendar day, `YYYY-MM-DD` (ISO 8601). It has no time zone. For calculations it stands for midnight in UTC
 * (ECMA-262, 21.4.1.32).
 */
export type IsoDate = `${number}-${number}-${number}`;

/** Whether `text` is an existing day in the form `YYYY-MM-DD`. There is no year 0. */
export function isIsoDate(text: string): text is IsoDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return (
    Number(year) >= 1 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  );
}

/** How many days a month has; 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (LENGTHS[month - 1] ?? 0);
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY = 24 * 60 * 60 * 1000;

/** Reads a day in a form that editors use (`2025-03-26`, `2025年3月26日`); `undefined` if there is no such day. */
export function readDate(text: string): IsoDate | undefined {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  const iso = chinese
    ? `${chinese[1]}-${chinese[2]?.padStart(2, '0')}-${chinese[3]?.padStart(2, '0')}`
    : text;
  return isIsoDate(iso) ? iso : undefined;
}

/** The four digits of the year. */
export function yearOf(date: IsoDate): string {
  return date.slice(0, 4);
}

/** The month as a number, 1 to 12. */
export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}

/** The number of days from `earlier` to `later`; negative when `later` comes first. */
export function daysBetween(earlier: IsoDate, later: IsoDate): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY;
}

/** The first and the last day that can be written with four digits for the year. */
const FIRST: IsoDate = '0001-01-01';
const LAST: IsoDate = '9999-12-31';

/** The day that is `days` after `date`, but never before the year 1 or after the year 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const time = Date.parse(date) + days * DAY;
  const nearest = Math.min(Math.max(time, Date.parse(FIRST)), Date.parse(LAST));
  return assertIsoDate(new Date(nearest).toISOString().slice(0, 10));
}

/** The calendar day that `now` falls on in an IANA time zone such as `Asia/Shanghai`. */
export function dayIn(timeZone: string, now: Date): IsoDate {
  // en-CA writes a date as YYYY-MM-DD.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  return assertIsoDate(day);
}

/**
 * The instant at which clocks in an IANA time zone show `time` (`HH:MM`) on a day. A time that is skipped when summer
 * time begins is read as if clocks still showed winter time.
 */
export function instantOf(date: IsoDate, time: string, timeZone: string): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = `${date}-${time}`
    .split(/[-:]/)
    .map(Number);
  const instant = new TZDate(year, month - 1, day, hour, minute, timeZone);
  // ECMA-262, 21.4.2.1: the constructor takes the years 0 to 99 as 1900 to 1999.
  if (year < 100) instant.setFullYear(year, month - 1, day);
  return new Date(instant.getTime());
}

/**
 * The newest day whose issue may be public at an instant: the current day or, before the hour of publication, the day
 * before.
 */
export function lastPublicDay(
  { timeZone, publishTime }: { timeZone: string; publishTime: string },
  now: Date,
): IsoDate {
  const today = dayIn(timeZone, now);
  return instantOf(today, publishTime, timeZone) > now ? addDays(today, -1) : today;
}

/** The time that clocks in an IANA time zone show, as ISO 8601 with their offset: `2025-03-31T08:00:00+08:00`. */
export function formatInstant(instant: Date, timeZone: string): string {
  return format(instant, "yyyy-MM-dd'T'HH:mm:ssxxx", { in: tz(timeZone) });
}

/** `2025年3月31日`. */
export function formatDate(date: IsoDate): string {
  return `${yearOf(date)}年${formatMonthDay(date)}`;
}

/** `3月31日`, where the year is clear from the context. */
export function formatMonthDay(date: IsoDate): string {
  return `${monthOf(date)}月${Number(date.slice(8))}日`;
}

/** `星期一`. */
export function formatWeekday(date: IsoDate): string {
  return format(parseISO(date), 'EEEE', { locale: zhCN });
}

/** `二〇二五年三月三十一日`, as a masthead prints it. */
export function formatChineseDate(date: IsoDate): string {
  const [year = '', month, day] = date.split('-');
  const digits = Array.from(year, (digit) => NUMERALS[Number(digit)]).join('');
  return `${digits}年${toNumeral(Number(month))}月${toNumeral(Number(day))}日`;
}

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as a Chinese numeral: 10 is 十, 31 is 三十一. */
function toNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]}十`;
  return head + (ones === 0 ? '' : NUMERALS[ones]);
}

function assertIsoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`${text} is not a calendar day`);
  return text;
}
