import type { IsoDate } from '#lib/site/dates.ts';
import { contextFor, dayAfter, daysAfter } from './time-context.ts';
import type { Parts, TimeWords } from './time-parts.ts';
import { ANY_TIME, DEED, numberOf, PARTS, TIME } from './time-words.ts';

/** After a month that is no time: 3月刊, 6月期. */
const NO_TIME = /^(?:刊|期|号线|内|间|度)/;

/**
 * The times that a sentence names, in order.
 * @param masked the text of the sentence (see `mask`)
 * @param earlier the times of the sentence before: 25日 is in the month of the last of them, 当日 its day
 */
export function timesIn(
  masked: string,
  issue: IsoDate,
  earlier: readonly TimeWords[] = [],
): TimeWords[] {
  if (!ANY_TIME.test(masked)) return [];
  const found: TimeWords[] = [];
  for (const { 0: whole, index, groups = {} } of masked.matchAll(TIME)) {
    const end = index + whole.length;
    if (whole.endsWith('月') && NO_TIME.test(masked.slice(end, end + 2))) continue;
    const { iso, head = '', tail, firstMonth, lastMonth } = groups;
    if (/^[次翌]/u.test(head) && DEED.test(masked.slice(0, index))) continue;
    const before = found.at(-1);
    const context = before?.last ?? before?.first;
    const first =
      iso !== undefined
        ? {
            year: Number(iso.slice(0, 4)),
            month: Number(iso.slice(5, 7)),
            day: Number(iso.slice(8)),
          }
        : firstMonth !== undefined
          ? { month: Number(firstMonth) }
          : readParts(
              head,
              issue,
              contextFor(head, [...earlier, ...found], masked.charAt(end) === '起', issue),
            );
    if (first === undefined) continue;
    const year = yearBefore(first, before, masked.slice(before?.end ?? 0, index));
    if (year !== undefined) first.year = year;
    const last =
      lastMonth !== undefined
        ? { month: Number(lastMonth) }
        : tail === undefined
          ? undefined
          : readParts(tail, issue, first);
    found.push({
      start: index,
      end,
      first,
      isStart: masked.charAt(end) === '起',
      ...(last === undefined ? {} : { last }),
      ...(context?.year === undefined || first.year !== undefined ? {} : { after: context }),
    });
  }
  return joinedDays(found, masked);
}

/** 2026年展会时间为10月7日, 从2027年4月5日推迟到9月13日: the year that stands before what is dated. */
function yearBefore(
  first: Parts,
  before: TimeWords | undefined,
  between: string,
): number | undefined {
  const year = before?.first.year;
  if (year === undefined || before === undefined || first.year !== undefined) return undefined;
  const month = before.first.month;
  if (month !== undefined && first.month !== undefined)
    return /^(?:起|开庭|举行)?(?:推迟|延期|延后|延长|改期|顺延|押后|推|延|改)[至到在于]$/u.test(
      between,
    )
      ? year + (first.month < month ? 1 : 0)
      : undefined;
  if (month !== undefined) return undefined;
  return /^(?:度?的?)[^，。；]{0,12}(?:时间|日期|档期|展期|会期|赛期)(?:初步)?(?:为|是|：|定于|定在|在|确定为)?$/u.test(
    between,
  )
    ? year
    : undefined;
}

/** 4月17日、18日 and 4月17日和18日 are one span; 4月17日、20日 are two times. */
function joinedDays(times: readonly TimeWords[], masked: string): TimeWords[] {
  const joined: TimeWords[] = [];
  for (const time of times) {
    const before = joined.at(-1);
    const end = before?.last ?? before?.first;
    const isNext =
      before !== undefined &&
      time.last === undefined &&
      end?.day !== undefined &&
      time.first.day === end.day + 1 &&
      time.first.month === (end.month ?? before.first.month) &&
      /^(?:□{3,5})?[、和及与]$/u.test(masked.slice(before.end, time.start)) &&
      /^\d/.test(masked.slice(time.start)) &&
      !/月/.test(masked.slice(time.start, time.end));
    if (isNext) joined.splice(-1, 1, { ...before, end: time.end, last: { day: time.first.day } });
    else joined.push(time);
  }
  return joined;
}

/** @param context the time before, which 同年, 同日 and a day without a month refer to */
function readParts(words: string, issue: IsoDate, context: Parts | undefined): Parts | undefined {
  const groups = PARTS.exec(words)?.groups ?? {};
  const { year, namedYear, month, namedMonth, day, sameDay, newYear } = groups;
  const [issueYear, issueMonth] = [Number(issue.slice(0, 4)), Number(issue.slice(5, 7))];
  const parts: Parts = {};
  if (year !== undefined) parts.year = numberOf(year);
  else if (namedYear === '同年' || namedYear === '当年') parts.year = context?.year;
  else if (namedYear === '次年' || namedYear === '翌年') {
    if (context === undefined) return undefined;
    if (context.year === undefined) parts.isNextYear = true;
    else parts.year = context.year + 1;
  } else if (namedYear !== undefined) parts.year = issueYear + (YEARS.get(namedYear) ?? 0);
  if (month !== undefined) parts.month = numberOf(month);
  else if (namedMonth !== undefined && /^[当同次翌]/u.test(namedMonth)) {
    if (context?.month === undefined) return undefined;
    const isNew = /^[次翌]/u.test(namedMonth) && context.month === 12;
    parts.month = /^[次翌]/u.test(namedMonth) ? (context.month % 12) + 1 : context.month;
    parts.year = context.year === undefined ? undefined : context.year + (isNew ? 1 : 0);
  } else if (namedMonth !== undefined) {
    const shifted =
      issueYear * 12 +
      issueMonth -
      1 +
      (/上/.test(namedMonth) ? -1 : /下/.test(namedMonth) ? 1 : 0);
    [parts.year, parts.month] = [Math.floor(shifted / 12), (shifted % 12) + 1];
  }
  if (day !== undefined) parts.day = numberOf(day);
  if (newYear !== undefined) [parts.month, parts.day] = [1, 1];
  if (sameDay !== undefined) return dayAfter(context, daysAfter(sameDay), issue);
  if (parts.day !== undefined && parts.month === undefined) {
    // A day alone is in the month of the time before it in the sentence; without one its month is not known.
    if (context?.month === undefined) return undefined;
    [parts.year, parts.month] = [parts.year ?? context.year, context.month];
  }
  return parts;
}

const YEARS = new Map([
  ['今年', 0],
  ['本年', 0],
  ['去年', -1],
  ['上年', -1],
  ['前年', -2],
  ['明年', 1],
]);
