import { describe, expect, test } from 'vitest';
import { citationTags } from '#lib/citations/citation-tags.ts';
import { citeByStandard } from '#lib/citations/gb-t-7714.ts';
import { citePlainly } from '#lib/citations/plain.ts';
import type { Reference } from '#lib/citations/reference.ts';

const READ = '2026-08-20';

const item: Reference = {
  id: '2025-03-31-k3x9qa',
  title: '某地公布登记数量',
  author: '某某周报',
  issue: '某某周报 2025年3月31日 第1期',
  number: '1',
  sources: ['甲报', '乙报'],
  date: '2025-03-31',
  url: 'https://example.org/issues/2025-03-31#k3x9qa',
  language: 'zh-CN',
};
/** What an item knows of a report: not its title. */
const report: Reference = {
  id: '2025-03-31-k3x9qa-1',
  title: '某地公布登记数量',
  isDevised: true,
  author: '甲报',
  date: '2025-03-26',
  url: 'https://example.com/a',
  language: 'zh-CN',
};
/** A reference without some of its fields. */
function without(reference: Reference, ...fields: (keyof Reference)[]): Reference {
  return { ...reference, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}

describe('a citation by GB/T 7714', () => {
  test.each<[what: string, reference: Reference, of2025: string, of2015: string]>([
    [
      'of an item',
      item,
      '某某周报. 某地公布登记数量[EB/OL]. （2025-03-31）[2026-08-20]. https://example.org/issues/2025-03-31#k3x9qa.',
      '某某周报. 某地公布登记数量[EB/OL]. (2025-03-31)[2026-08-20]. https://example.org/issues/2025-03-31#k3x9qa.',
    ],
    [
      'of a report, whose title is devised',
      report,
      '甲报. [某地公布登记数量][EB/OL]. （2025-03-26）[2026-08-20]. https://example.com/a.',
      '甲报. [某地公布登记数量][EB/OL]. (2025-03-26)[2026-08-20]. https://example.com/a.',
    ],
    [
      'of a page without a day',
      without(report, 'date'),
      '甲报. [某地公布登记数量][EB/OL]. [2026-08-20]. https://example.com/a.',
      '甲报. [某地公布登记数量][EB/OL]. [2026-08-20]. https://example.com/a.',
    ],
    [
      'of what is not online, without the day of reading',
      without(report, 'url'),
      '甲报. [某地公布登记数量][Z]. 2025-03-26.',
      '甲报. [某地公布登记数量][Z]. 2025-03-26.',
    ],
    [
      'of what has neither address nor day',
      without(report, 'url', 'date'),
      '甲报. [某地公布登记数量][Z].',
      '甲报. [某地公布登记数量][Z].',
    ],
    [
      'of an entry in Latin letters, with signs of half width',
      { ...item, author: 'Some Weekly', title: 'Registrations of a year' },
      'Some Weekly. Registrations of a year[EB/OL]. (2025-03-31)[2026-08-20]. https://example.org/issues/2025-03-31#k3x9qa.',
      'Some Weekly. Registrations of a year[EB/OL]. (2025-03-31)[2026-08-20]. https://example.org/issues/2025-03-31#k3x9qa.',
    ],
  ])('%s', (_, reference, of2025, of2015) => {
    expect(citeByStandard(reference, READ, 2025)).toBe(of2025);
    expect(citeByStandard(reference, READ, 2015)).toBe(of2015);
  });
});

describe('a citation for general use', () => {
  test.each<[what: string, reference: Reference, text: string]>([
    [
      'of an item',
      item,
      '某地公布登记数量（某某周报 2025年3月31日 第1期，来源：甲报、乙报）https://example.org/issues/2025-03-31#k3x9qa',
    ],
    ['of a report', report, '某地公布登记数量（甲报 2025-03-26）https://example.com/a'],
    ['of a report on paper', without(report, 'url', 'date'), '某地公布登记数量（甲报）'],
  ])('%s', (_, reference, text) => {
    expect(citePlainly(reference)).toBe(text);
  });
});

test('the tags of a page say what a citation says', () => {
  expect(citationTags(item)).toEqual([
    ['citation_title', '某地公布登记数量'],
    ['citation_author', '某某周报'],
    ['citation_journal_title', '某某周报'],
    ['citation_issue', '1'],
    ['citation_publication_date', '2025/03/31'],
    ['citation_public_url', 'https://example.org/issues/2025-03-31#k3x9qa'],
    ['citation_language', 'zh-CN'],
  ]);
  const names = citationTags(without(item, 'number', 'date')).map(([name]) => name);
  expect(names).not.toContain('citation_issue');
  expect(names).not.toContain('citation_publication_date');
});
