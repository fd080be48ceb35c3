import { addDays, dayIn, type IsoDate, isIsoDate } from '#lib/site/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2025-03-26T10:00`, `2025/3/26`, `2025年3月26日`, with or without a time. */
const NUMERIC = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/;
/** `Wed, 26 Mar 2025 10:00:00`, with or without the day of the week (RFC 822, with years of four digits too). */
const NAMED = /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4}|\d{2})(?!\d)/i;
/** A time, and the zone at the end: an offset, or a name that means the same everywhere. */
const ZONED = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(?:(Z|GMT|UTC?)|([+-])(\d{2}):?(\d{2}))$/i;

const HOUR = 60 * 60 * 1000;

/**
 * The day that a feed gives an entry, in the time zone of the publication. A date without a zone, or with a name of a
 * zone that means several, such as CST, is the day that is written: the clocks of the feed's readers show it.
 * @returns `undefined` for what is no date, and for a day that is still to come. Where clocks are set wrongly by less
 *   than a day (local time that is called GMT is common) it is today.
 */
export function entryDay(
  text: string | undefined,
  { timeZone, now }: { timeZone: string; now: Date },
): IsoDate | undefined {
  const words = text?.trim().replace(/\s+/g, ' ') ?? '';
  const written = writtenDay(words);
  if (written === undefined) return undefined;
  const today = dayIn(timeZone, now);
  const day = zonedDay(written, words, timeZone) ?? written;
  if (day <= today) return day;
  return day <= addDays(today, 1) ? today : undefined;
}

function writtenDay(words: string): IsoDate | undefined {
  const [, year, month = '', date] = NUMERIC.exec(words) ?? [];
  if (year !== undefined) return toDay(year, Number(month), date);
  const [, named, name = '', short = ''] = NAMED.exec(words) ?? [];
  // RFC 2822, 4.3: years of two digits are of this century up to 49.
  const full = short.length === 2 ? `${Number(short) < 50 ? '20' : '19'}${short}` : short;
  return toDay(full, MONTHS.indexOf(name.toLowerCase()) + 1, named);
}

function toDay(year: string, month: number, date = ''): IsoDate | undefined {
  const day = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isIsoDate(day) ? day : undefined;
}

/** The day in the time zone of the publication; `undefined` for a date without a time in a known zone. */
function zonedDay(written: IsoDate, words: string, timeZone: string): IsoDate | undefined {
  const [, hour, minute, second = '0', utc, sign, hours = '0', minutes = '0'] =
    ZONED.exec(words) ?? [];
  if (hour === undefined || (utc === undefined && sign === undefined)) return undefined;
  const offset = (Number(hours) + Number(minutes) / 60) * (sign === '-' ? -1 : 1);
  const time = Number(hour) + Number(minute) / 60 + Number(second) / 3600 - offset;
  const instant = new Date(Date.parse(written) + time * HOUR);
  return instant.getUTCFullYear() > 9999 ? undefined : dayIn(timeZone, instant);
}
