import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import type { MonthSeries } from '#lib/views/charts.ts';
import { reviewPage } from '#lib/views/review.ts';
import { sectionPage, topicPage } from '#lib/views/subjects.ts';
import { trendsPage } from '#lib/views/trends.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
const countsOf = ({ months }: MonthSeries) => months.map(({ count }) => count);
const archiveOf = (files: Record<string, string>) => readArchive(contentFolderWith(files));
describe('the charts of a year', () => {
  test('count each item of the archive once, in its section and month', () => {
    const page = trendsPage(shipped, {});
    const items = shipped.issues.flatMap(({ sections }) => sections.flatMap((each) => each.items));
    expect(sum(page?.sections.map(({ total }) => total) ?? [])).toBe(items.length);
    for (const series of [...(page?.sections ?? []), ...(page?.topics ?? [])])
      expect(sum(countsOf(series))).toBe(series.total);
    const june = shipped.issues.filter(({ date }) => date.startsWith('2025-06'));
    const inJune = june.flatMap(({ sections }) => sections.flatMap((each) => each.items)).length;
    expect(sum(page?.sections.map((series) => countsOf(series)[5] ?? 0) ?? [])).toBe(inJune);
    expect(page?.issueMonths[5]).toEqual({
      issues: june.length,
      items: inJune,
      path: '/archive/2025#month-6',
    });
    expect(page).toMatchObject({ year: '2025', until: '2025-09-15' });
  });

  test('end with the month of the newest issue in its own year, and have 0 for a month without items', () => {
    const counts = trendsPage(shipped, {})?.sections.map(countsOf);
    expect(counts?.map(({ length }) => length)).toEqual([9, 9, 9, 9]);
    expect(counts?.map(([january]) => january)).toEqual([0, 0, 0, 0]);
  });

  test('of an earlier year have twelve months, and do not change with later issues', async () => {
    const old = { '2024-03-04.md': sampleIssue(1, 3), '2024-12-30.md': sampleIssue(2, 2) };
    const before = await archiveOf({ ...old, '2025-01-06.md': sampleIssue(3) });
    const after = await archiveOf({
      ...old,
      '2025-01-06.md': sampleIssue(3),
      '2025-06-30.md': sampleIssue(4),
    });
    const page = trendsPage(before, { year: '2024' });
    expect(page?.sections.map(countsOf)).toEqual([[0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 2]]);
    expect(trendsPage(after, { year: '2024' })).toEqual(page);
    expect(reviewPage(after, { year: '2024' })).toEqual(reviewPage(before, { year: '2024' }));
  });

  test('show the most cited first, with how often', () => {
    const sources = trendsPage(shipped, {})?.sources.bars ?? [];
    expect(sources.map(({ value }) => value)).toEqual(
      sources.map(({ value }) => value).sort((a, b) => b - a),
    );
    expect(sources[0]).toEqual({
      name: '中国新闻网',
      path: `/sources/${encodeURIComponent('中国新闻网')}/2025`,
      value: 4,
      label: '4条',
      rank: 1,
    });
  });

  test('are there for a site of one issue, and for one of none', async () => {
    const one = await archiveOf({ '2025-03-31.md': sampleIssue(1, 1) });
    expect(trendsPage(one, {})).toMatchObject({
      year: '2025',
      awards: [],
      sections: [{ total: 1 }],
    });
    expect(trendsPage(await archiveOf({}), {})).toMatchObject({
      year: undefined,
      sections: [],
      issueMonths: [],
      sources: { bars: [] },
    });
    expect(trendsPage(one, { year: '2024' })).toBe(undefined);
    expect(reviewPage(one, { year: '2024' })).toBe(undefined);
  });
});

describe('bars on a list', () => {
  test('are shown where there are enough items and months, and count the whole year', () => {
    const topic = topicPage(shipped, { id: 'ai' });
    expect(topic?.chart?.year).toBe('2025');
    expect(topic?.chart && sum(countsOf(topic.chart.series))).toBe(
      topic?.groups.flatMap(({ items }) => items).length,
    );
  });

  test('are not shown for a few items or months', async () => {
    const few = await archiveOf({
      '2025-01-06.md': sampleIssue(1, 2),
      '2025-03-31.md': sampleIssue(2, 2),
    });
    expect(sectionPage(few, { id: 'industry' })?.chart).toBe(undefined);
    const one = await archiveOf({
      '2025-01-06.md': sampleIssue(1, 8),
      '2025-01-13.md': sampleIssue(2, 8),
    });
    expect(sectionPage(one, { id: 'industry' })?.chart).toBe(undefined);
  });
});

test('a review ranks threads by how many items they have in the year', () => {
  const threads = reviewPage(shipped, { year: '2025' })?.threads.bars ?? [];
  expect(threads.length).toBeGreaterThan(2);
  expect(threads).toEqual(threads.toSorted((a, b) => b.value - a.value));
  for (const { path, value } of threads) {
    const items = threadsOf(shipped).byId.get(path.replace('/threads/', ''))?.items ?? [];
    expect(items.filter(({ issue: { date } }) => date.startsWith('2025'))).toHaveLength(value);
    expect(value).toBeGreaterThan(1);
  }
});

test('a review has the figures, the busiest month, and the acts that came into force', () => {
  const page = reviewPage(shipped, { year: '2025' });
  expect(page?.figures.map(({ name, value }) => [name, value]).slice(0, 2)).toEqual([
    ['期', 10],
    ['条消息', 80],
  ]);
  expect(page?.busiest).toEqual({ months: [{ month: 6, issues: 3 }], count: 17 });
  expect(page?.acts).toContainEqual(
    expect.objectContaining({
      name: '反不正当竞争法',
      path: paths.law('反不正当竞争法'),
      stage: '通过',
      appliesFrom: { date: '2025-10-15', text: '2025年10月15日' },
    }),
  );
  expect(sum(page?.sections.map(({ value }) => value) ?? [])).toBe(80);
});

test('a review names all months that have the most items', async () => {
  const archive = await archiveOf({
    '2024-03-04.md': sampleIssue(1, 4),
    '2024-05-06.md': sampleIssue(2, 2),
    '2024-05-13.md': sampleIssue(3, 2),
    '2024-06-03.md': sampleIssue(4, 1),
  });
  expect(reviewPage(archive, { year: '2024' })?.busiest).toEqual({
    months: [
      { month: 3, issues: 1 },
      { month: 5, issues: 2 },
    ],
    count: 4,
  });
});
