import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { addDays, monthOf } from '#lib/site/dates.ts';
import { issueAnchor } from '#lib/site/paths.ts';
import { archivePage } from '#lib/views/archive.ts';
import type { MonthSeries } from '#lib/views/charts.ts';
import { sectionPage } from '#lib/views/subjects.ts';
import { trendsPage } from '#lib/views/trends.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const SECTION = '/sections/industry';

/** Weekly issues from February 2024 on, each with so many items in one section, and one issue of 2025. */
function weekly(issues: number, items: number): Promise<Archive> {
  const files = Array.from({ length: issues }, (_, week): [string, string] => [
    `${addDays('2024-02-05', 7 * week)}.md`,
    sampleIssue(week + 1, items),
  ]);
  const later: [string, string] = ['2025-01-06.md', sampleIssue(issues + 1)];
  return readArchive(contentFolderWith(Object.fromEntries([...files, later])));
}

/**
 * How many items of a month the page lists that a bar leads to; `undefined` where the bar does not lead to the first of
 * them.
 */
function listedAt(archive: Archive, path: string, month: number): number | undefined {
  const [page = '', anchor] = path.split('#');
  const year = page === SECTION ? {} : { year: page.slice(SECTION.length + 1) };
  const groups = sectionPage(archive, { id: 'industry', ...year })?.groups ?? [];
  const ofMonth = groups.filter(({ issue }) => monthOf(issue.date) === month);
  const [first] = ofMonth;
  if (first === undefined || issueAnchor(first.issue.date) !== anchor) return undefined;
  return ofMonth.flatMap(({ items }) => items).length;
}

function expectEachToLead(archive: Archive, { months }: MonthSeries): void {
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ count: 0, path: undefined });
  for (const [index, { count, path }] of months.entries())
    expect(path === undefined ? 0 : listedAt(archive, path, index + 1)).toBe(count);
}

const seriesOf = (archive: Archive) => {
  const [series] = trendsPage(archive, { year: '2024' })?.sections ?? [];
  if (series === undefined) throw new Error('2024 has no series');
  return series;
};

describe('the bar of a month', () => {
  test('leads to its items on the page of the year', async () => {
    const archive = await weekly(30, 4);
    const series = seriesOf(archive);
    expectEachToLead(archive, series);
    expect(series.months[1]).toEqual({ count: 16, path: `${SECTION}/2024#issue-2024-02-26` });
  });

  test('leads to the page of the month where the year is long', async () => {
    const archive = await weekly(47, 7);
    const series = seriesOf(archive);
    expectEachToLead(archive, series);
    expect(series.months[1]?.path).toBe(`${SECTION}/2024-02#issue-2024-02-26`);
  });

  test('leads to a place on its own page where that lists the items', async () => {
    const short = await weekly(30, 4);
    const onYear = sectionPage(short, { id: 'industry', year: '2024' })?.chart;
    expect(onYear?.series.months[1]?.path).toBe(`${SECTION}/2024#issue-2024-02-26`);
    const long = await weekly(47, 7);
    const onMonth = sectionPage(long, { id: 'industry', year: '2024' })?.chart;
    // The page of a long year shows its last month.
    expect(onMonth?.series.months[11]?.path).toBe(`${SECTION}/2024#issue-2024-12-23`);
    expect(onMonth?.series.months[1]?.path).toBe(`${SECTION}/2024-02#issue-2024-02-26`);
  });
});

test('the number of issues of a month leads to them in the archive', async () => {
  const archive = await weekly(30, 4);
  const { issueMonths = [] } = trendsPage(archive, { year: '2024' }) ?? {};
  expect(issueMonths[0]).toEqual({ issues: 0, items: 0, path: undefined });
  expect(issueMonths[1]).toEqual({ issues: 4, items: 16, path: '/archive/2024#month-2' });
  const listed = archivePage(archive, { year: '2024' })?.months ?? [];
  for (const { month, issues } of listed)
    expect(issueMonths[month - 1]).toMatchObject({
      issues: issues.length,
      path: `/archive/2024#month-${month}`,
    });
});
