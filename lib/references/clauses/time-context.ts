import type { IsoDate } from '#lib/site/dates.ts';
import { resolve } from './resolve-times.ts';
import type { Parts, TimeWords } from './time-parts.ts';
import { numberOf } from './time-words.ts';

/** 同年, 次月, 当日, 三天后: words that count from a time before them. */
const COUNTED_FROM = /^(?:[同当次翌][年月日天]|隔[天日]|第二天|[^年月]{1,2}[天日]之?后)/u;

/**
 * The time that 同日, 次年, or a day without a month refers to, with the parts that it needs.
 * @param before the times before it, in order
 */
export function contextFor(
  head: string,
  before: readonly TimeWords[],
  isStart: boolean,
  issue: IsoDate,
): Parts | undefined {
  const parts = before.map(endOf);
  if (COUNTED_FROM.test(head)) {
    if (/^.年/u.test(head)) return yearContext(head, before, issue);
    if (/^.月/u.test(head)) return parts.findLast(({ month }) => month !== undefined);
    // 同日起 is the day from which something else applies.
    const start = before.findLast((time) => time.isStart && time.first.day !== undefined);
    if (isStart && /^[同当]/u.test(head) && start !== undefined) return start.first;
    return parts.findLast(({ day }) => day !== undefined) ?? parts.at(-1);
  }
  // 23日 after 4月20日至5月5日 is in the month in which it lies in the span.
  const span = before.findLast(({ first }) => first.month !== undefined);
  const day = /^(\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]/u.exec(head)?.[1];
  const isInFirst = day !== undefined && numberOf(day) >= (span?.first.day ?? 32);
  if (span?.last !== undefined && isInFirst) return span.first;
  return parts.findLast(({ month }) => month !== undefined) ?? parts.at(-1);
}

/** The last day of a time with the month and the year that it shares with the first: 4月29日至30日. */
function endOf({ first, last }: TimeWords): Parts {
  if (last === undefined) return first;
  return { year: last.year ?? first.year, month: last.month ?? first.month, day: last.day };
}

/** The year that 同年 and 次年 refer to. That of 11月签署，次年3月生效 follows from the issue's day; 同年 needs none then. */
function yearContext(
  head: string,
  before: readonly TimeWords[],
  issue: IsoDate,
): Parts | undefined {
  const time = before.at(-1);
  if (time === undefined) return undefined;
  const written = time.last?.year ?? time.first.year;
  if (written !== undefined) return { year: written };
  const isPast = time.after?.year !== undefined && time.after.year < Number(issue.slice(0, 4));
  if (!isPast && /^[同当]/u.test(head)) return undefined;
  const to = resolve(time, issue, isPast ? 'past' : 'either')?.to;
  return to === undefined ? undefined : { year: Number(to.slice(0, 4)) };
}

/** A day some days after another. The year stays open where it is not known. */
export function dayAfter(
  parts: Parts | undefined,
  days: number,
  issue: IsoDate,
): Parts | undefined {
  if (parts?.day === undefined || parts.month === undefined) return undefined;
  const year = parts.year ?? Number(issue.slice(0, 4));
  const date = new Date(Date.UTC(year, parts.month - 1, parts.day + days));
  return {
    year: parts.year === undefined ? undefined : date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** How many days after the day before it a word means: 当日, 次日, 三天后. */
export function daysAfter(word: string): number {
  if (/^[同当]/u.test(word)) return 0;
  const [count] = /^(?:[一二两三四五六七八九十]|\d{1,2})(?=[天日]之?后)/u.exec(word) ?? [];
  return count === undefined ? 1 : numberOf(count.replace('两', '二'));
}
