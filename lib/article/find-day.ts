import { dayIn, type IsoDate, isIsoDate } from '#lib/site/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;
/** An instant (RFC 3339 and what comes near it), with its zone. */
const INSTANT =
  /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2})?(?:\.\d{1,9})? ?(Z|[+-]\d{2}:?\d{2})/;
const DAY = /(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;
const ENGLISH = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})\\b`, 'i');
const BRITISH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ((?:19|20)\\d{2})\\b`, 'i');
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
/** What an address has of a day: /20250326/, /2025/03/26/, /2025-03/26/, /202503/26/, t20250326_. */
const IN_PATH = /(?<!\d)((?:19|20)\d{2})[-/_]?(\d{2})[-/_]?(\d{2})(?!\d)/;
const CHINESE =
  /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;

/**
 * The first day that a text names, in a form in which pages write it; `undefined` where there is none.
 * @param timeZone where an instant with a zone falls on a day
 */
export function findDay(text: string, timeZone: string): IsoDate | undefined {
  const plain = text.normalize('NFKC').trim();
  const stamp = /^(\d{10})(?:\d{3})?$/.exec(plain);
  if (stamp !== null) return dayIn(timeZone, new Date(Number(stamp[1]) * 1000));
  const instant = INSTANT.exec(plain);
  if (instant !== null) return dayOfInstant(instant, timeZone);
  const letter = /^[A-Z][a-z]{2}, /.test(plain) ? Date.parse(plain) : Number.NaN;
  if (!Number.isNaN(letter)) return dayIn(timeZone, new Date(letter));
  const [, y, m, d] = DAY.exec(plain) ?? COMPACT.exec(plain) ?? [];
  return dayOf(y, m, d) ?? englishDay(plain) ?? chineseDay(plain);
}

/** The day in the path of an address. */
export function dayInPath(address: string): IsoDate | undefined {
  const { pathname } = new URL(address);
  const [, y, m, d] = IN_PATH.exec(pathname) ?? [];
  return dayOf(y, m, d);
}

function dayOfInstant([text, y, m, d]: RegExpExecArray, timeZone: string): IsoDate | undefined {
  const written = text.replace(' ', 'T').replace(/ (?=[+\-Z])/, '');
  const time = Date.parse(written.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(time) ? dayOf(y, m, d) : dayIn(timeZone, new Date(time));
}

function englishDay(text: string): IsoDate | undefined {
  const american = ENGLISH.exec(text);
  if (american !== null) return dayOf(american[3], monthNumber(american[1]), american[2]);
  const british = BRITISH.exec(text);
  return british === null ? undefined : dayOf(british[3], monthNumber(british[2]), british[1]);
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
}

function chineseDay(text: string): IsoDate | undefined {
  const [, year, month, day] = CHINESE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const digits = [...year].map((digit) =>
    '零一二三四五六七八九'.indexOf(digit.replace(/[〇○]/, '零')),
  );
  return dayOf(digits.join(''), String(numberOf(month)), String(numberOf(day)));
}

/** 三 is 3, 十 is 10, 二十六 is 26. */
function numberOf(text = ''): number {
  const digit = (each: string | undefined) => '零一二三四五六七八九'.indexOf(each ?? '零');
  const at = text.indexOf('十');
  if (at === -1) return digit(text);
  return (at === 0 ? 1 : digit(text[0])) * 10 + digit(text[at + 1]);
}

function dayOf(year?: string, month?: string, day?: string): IsoDate | undefined {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isIsoDate(text) ? text : undefined;
}
