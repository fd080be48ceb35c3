import { archiveMonth, archiveYear, issue as issuePath } from '#lib/site/browser-paths.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { NamedPage } from './find-pages.ts';

/** An issue as the search page lists it. */
export type ListedIssue = { date: IsoDate; number?: number | undefined };

/** What a term of a query says of an issue: its number, or its day, month or year as far as it is given. */
type Asked = { number: number } | { year?: string; month?: string; day?: string };

/** How many issues are shown of a day that is given without its year. */
const MOST = 5;

/** Whether one of these folded terms may be the number or the day of an issue. */
export function asksForIssue(terms: readonly string[]): boolean {
  return terms.some((term) => readAsked(term) !== undefined);
}

/**
 * The issues that folded terms name by number or day (`第6期`, `2025-03-31`, `3月31日`). For a day without an issue it
 * is the first one after it, which tells of that day. A month and a year lead to their issues where nothing else is
 * asked for.
 * @param issues all issues, newest first
 */
export function findIssuePages(
  issues: readonly ListedIssue[],
  terms: readonly string[],
): NamedPage[] {
  return terms.flatMap((term) => {
    const asked = readAsked(term);
    if (asked === undefined) return [];
    if ('number' in asked)
      return issues.filter(({ number }) => number === asked.number).map((each) => pageOf(each));
    if (asked.day !== undefined) return ofDay(issues, asked);
    return terms.length > 1 ? [] : ofPeriod(issues, asked);
  });
}

function readAsked(term: string): Asked | undefined {
  const numbered = /^(?:\d{4}年)?第?(\d{1,5})期$/.exec(term);
  if (numbered !== null) return { number: Number(numbered[1]) };
  const numeral = /^第([一二三四五六七八九十]{1,3})期$/.exec(term)?.[1];
  if (numeral !== undefined) return { number: readNumeral(numeral) };
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(term) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(term) ??
    /^(\d{4})[-/.年](\d{1,2})月?$/.exec(term) ??
    /^(\d{4})年?$/.exec(term) ??
    [];
  if (year !== undefined) return { year, ...inTwoDigits({ month, day }) };
  const [, monthAlone, dayAlone] = /^(\d{1,2})月(\d{1,2})[日号]$/.exec(term) ?? [];
  return dayAlone === undefined ? undefined : inTwoDigits({ month: monthAlone, day: dayAlone });
}

function inTwoDigits(parts: { month: string | undefined; day: string | undefined }) {
  const [month, day] = [parts.month?.padStart(2, '0'), parts.day?.padStart(2, '0')];
  return { ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** 十二 is 12, 二十 is 20. */
function readNumeral(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string) => '零一二三四五六七八九'.indexOf(char || '零');
  return (text.includes('十') ? 10 * (tens === '' ? 1 : digit(tens)) : 0) + digit(ones);
}

function ofDay(
  issues: readonly ListedIssue[],
  { year, month, day }: { year?: string; month?: string; day?: string },
): NamedPage[] {
  const ending = `-${month}-${day}`;
  const sameDay = issues.filter(
    ({ date }) => date.endsWith(ending) && (year === undefined || date.startsWith(year)),
  );
  if (sameDay.length > 0 || year === undefined)
    return sameDay.slice(0, MOST).map((each) => pageOf(each));
  const next = issues.findLast(({ date }) => date > year + ending);
  return next === undefined ? [] : [pageOf(next, '这天以后的第一期')];
}

function ofPeriod(
  issues: readonly ListedIssue[],
  { year = '', month }: { year?: string; month?: string },
): NamedPage[] {
  const start = month === undefined ? year : `${year}-${month}`;
  if (!issues.some(({ date }) => date.startsWith(`${start}-`))) return [];
  const path = month === undefined ? archiveYear(year) : archiveMonth(year, Number(month));
  const name = month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
  return [{ name, kind: '往期', path }];
}

function pageOf({ date, number }: ListedIssue, kind = '期'): NamedPage {
  const [year, month, day] = date.split('-').map(Number);
  const name = `${year}年${month}月${day}日${number === undefined ? '' : ` 第${number}期`}`;
  return { name, kind, path: issuePath(date) };
}
