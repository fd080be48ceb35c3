import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asksForIssue, findIssuePages, type ListedIssue } from '#lib/search/issue-pages.ts';
import { readQuery } from '#lib/search/query.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { readArchive } from '#tests/support/feeds.ts';

const ISSUES: ListedIssue[] = [
  { date: '2026-03-30', number: 20 },
  { date: '2025-12-29', number: 12 },
  { date: '2025-03-30' },
  { date: '2024-12-30', number: 2 },
];
const named = (query: string) =>
  findIssuePages(ISSUES, readQuery(query).terms).map(({ name, kind, path }) => [name, kind, path]);

test.each([
  ['第12期', [['2025年12月29日 第12期', '期', '/issues/2025-12-29']]],
  ['第十二期', [['2025年12月29日 第12期', '期', '/issues/2025-12-29']]],
  ['第二十期', [['2026年3月30日 第20期', '期', '/issues/2026-03-30']]],
  ['2025年第12期', [['2025年12月29日 第12期', '期', '/issues/2025-12-29']]],
  ['第99期', []],
  [
    '3月30日',
    [
      ['2026年3月30日 第20期', '期', '/issues/2026-03-30'],
      ['2025年3月30日', '期', '/issues/2025-03-30'],
    ],
  ],
  ['2025.3.30', [['2025年3月30日', '期', '/issues/2025-03-30']]],
  ['2025-03-28', [['2025年3月30日', '这天以后的第一期', '/issues/2025-03-30']]],
  ['2027-01-01', []],
  ['2025-12', [['2025年12月', '往期', '/archive/2025#month-12']]],
  ['2025年4月', []],
  ['2024', [['2024年', '往期', '/archive/2024']]],
  // A year beside other words is one of them.
  ['快手 2024', []],
  ['快手 第2期', [['2024年12月30日 第2期', '期', '/issues/2024-12-30']]],
  ['12', []],
  ['期', []],
  ['版权', []],
])('%s names issues', (query, pages) => {
  expect(named(query)).toEqual(pages);
});

test('the list of issues is asked for only where a term may name one', () => {
  expect(asksForIssue(['版权', '第6期'])).toBe(true);
  expect(asksForIssue(['版权', '6月'])).toBe(false);
});

test('every address of the shipped issues exists', async () => {
  const archive = await readArchive(join(import.meta.dirname, '../../../content'));
  for (const { date } of archive.issues)
    for (const term of [date, date.slice(0, 7), date.slice(0, 4)])
      for (const { path } of findIssuePages(archive.issues, [term]))
        expect(addressAt(archive, path.replace(/#.*/, '')), path).toBeDefined();
});
