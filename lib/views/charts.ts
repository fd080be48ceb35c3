import type { Archive } from '#lib/content/archive.ts';
import { entriesOf, indexOf, type Years } from '#lib/content/queries.ts';
import { byMonth, type Monthly } from '#lib/desk/months.ts';
import { monthOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { dayOfEntry, type Period, periodOf } from './period.ts';

/** How many issues a month had, how many items are in them, and where the archive lists these issues, if any. */
export type IssueMonth = { issues: number; items: number; path: string | undefined };

/** How many items of a subject a month has, and the path to where its page lists them, if there are any. */
export type MonthCount = { count: number; path: string | undefined };

/** A row of bars, one for each month from January on, and the path of the page that lists what they count. */
export type MonthSeries = {
  name: string;
  path: string;
  months: Monthly<MonthCount>;
  total: number;
};

/** The chart of one subject: its bars, and the issues of the same months. */
export type YearChart = { year: string; issueMonths: Monthly<IssueMonth>; series: MonthSeries };

/** What a series counts: the entries of a section, topic or source, and the path of its page for a period. */
export type Counted = { name: string; years: Years; pathIn: (period: Period) => string };

/** The issues of each month of a year. */
export function issueMonthsOf(archive: Archive, year: string): Monthly<IssueMonth> {
  const issues = indexOf(archive).issuesByYear.get(year) ?? [];
  return byMonth(issues, ({ date }) => date, year, archive.issues[0]?.date).map((ofMonth) => {
    const [first] = ofMonth;
    return {
      issues: ofMonth.length,
      items: ofMonth.reduce((sum, issue) => sum + entriesOf(issue).length, 0),
      path: first && paths.archiveMonth(year, monthOf(first.date)),
    };
  });
}

/** The series of a subject in a year. A month leads to its newest issue on the subject's page, which is its first. */
export function seriesOf(
  { issues }: Pick<Archive, 'issues'>,
  year: string,
  { name, years, pathIn }: Counted,
): MonthSeries {
  const entries = years.get(year) ?? [];
  const months = byMonth(entries, dayOfEntry, year, issues[0]?.date).map((ofMonth) => {
    const day = ofMonth[0]?.issue.date;
    const period = day && periodOf(years, day, dayOfEntry);
    const path = day && period && paths.issueInList(pathIn(period), day);
    return { count: ofMonth.length, path };
  });
  return { name, path: pathIn(year), months, total: entries.length };
}

/** A page that lists items has a chart from so many items and months on: fewer are seen at a glance. */
const LEAST_FOR_CHART = { items: 6, months: 3 };

/** The chart of a subject in a year; `undefined` where there are too few items or months for one. */
export function yearChart(archive: Archive, year: string, counted: Counted): YearChart | undefined {
  const series = seriesOf(archive, year, counted);
  const months = series.months.filter(({ count }) => count > 0).length;
  const isEnough = series.total >= LEAST_FOR_CHART.items && months >= LEAST_FOR_CHART.months;
  return isEnough ? { year, issueMonths: issueMonthsOf(archive, year), series } : undefined;
}
