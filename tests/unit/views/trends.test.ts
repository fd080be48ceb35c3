import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { reviewPage } from '#lib/views/review.ts';
import { sectionPage, topicPage } from '#lib/views/subjects.ts';
import { trendsPage } from '#lib/views/trends.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(join(import.meta.dirname, '../../../content'));
});

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
const archiveOf = (files: Record<string, string>) => readArchive(contentFolderWith(files));
const issue = (...items: [title: string, text: string][]) =>
  `## 产业要闻\n\n${items.map(([title, text]) => `### ${title}\n\n${text}\n\n来源：光明日报\n`).join('\n')}`;

describe('the charts of a year', () => {
  test('count each item of the archive once, in its section and month', () => {
    const page = trendsPage(shipped, {});
    const items = shipped.issues.flatMap(({ sections }) => sections.flatMap((each) => each.items));
    expect(sum(page?.sections.map(({ total }) => total) ?? [])).toBe(items.length);
    for (const { counts, total } of [...(page?.sections ?? []), ...(page?.topics ?? [])])
      expect(sum(counts)).toBe(total);
    const june = shipped.issues.filter(({ date }) => date.startsWith('2025-06'));
    const inJune = june.flatMap(({ sections }) => sections.flatMap((each) => each.items)).length;
    expect(sum(page?.sections.map(({ counts }) => counts[5] ?? 0) ?? [])).toBe(inJune);
    expect(page).toMatchObject({ year: '2025', until: '2025-09-15' });
  });

  test('end with the month of the newest issue in its own year, and have 0 for a month without items', () => {
    const counts = trendsPage(shipped, {})?.sections.map((series) => series.counts);
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
    expect(page?.sections.map(({ counts }) => counts)).toEqual([
      [0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    ]);
    expect(trendsPage(after, { year: '2024' })).toEqual(page);
    expect(reviewPage(after, { year: '2024' })).toEqual(reviewPage(before, { year: '2024' }));
  });

  test('show the most cited first, with how often', () => {
    const sources = trendsPage(shipped, {})?.sources ?? [];
    expect(sources.map(({ value }) => value)).toEqual(
      sources.map(({ value }) => value).sort((a, b) => b - a),
    );
    expect(sources[0]).toEqual({
      name: '中国新闻网',
      path: `/sources/${encodeURIComponent('中国新闻网')}/2025`,
      value: 4,
      label: '4条',
    });
  });

  test('show awards by currency, the largest first, each with its item', async () => {
    const archive = await archiveOf({
      '2025-03-31.md': issue(
        ['甲诉乙案判赔5万元', '北京知识产权法院判决乙赔偿5万元。'],
        ['丙诉丁案判赔900万元', '北京知识产权法院判令丁赔偿900万元。'],
        ['戊与己达成和解', '法院称，戊同意支付3亿美元与己和解。'],
        ['公司营收1269亿元', '营收1269亿元。'],
      ),
    });
    expect(trendsPage(archive, {})?.awards).toMatchObject([
      {
        currency: '人民币',
        isLogarithmic: true,
        bars: [
          { name: '丙诉丁案判赔900万元', label: '900万元', value: 9_000_000 },
          { name: '甲诉乙案判赔5万元', label: '5万元', value: 50_000 },
        ],
      },
      { currency: '美元', isLogarithmic: false, bars: [{ label: '3亿美元', value: 300_000_000 }] },
    ]);
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
      sources: [],
    });
    expect(trendsPage(one, { year: '2024' })).toBe(undefined);
    expect(reviewPage(one, { year: '2024' })).toBe(undefined);
  });
});

describe('bars on a list', () => {
  test('are shown where there are enough items and months, and count the whole year', () => {
    const topic = topicPage(shipped, { id: 'ai' });
    expect(topic?.chart?.year).toBe('2025');
    expect(sum(topic?.chart?.counts ?? [])).toBe(
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
  const threads = reviewPage(shipped, { year: '2025' })?.threads ?? [];
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
  expect(page?.busiest).toEqual({ month: 6, count: 17 });
  expect(page?.acts).toContainEqual(
    expect.objectContaining({ name: '反不正当竞争法', stage: '通过', appliesFrom: '2025-10-15' }),
  );
  expect(sum(page?.sections.map(({ value }) => value) ?? [])).toBe(80);
});
