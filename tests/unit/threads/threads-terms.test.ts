import { describe, expect, test } from 'vitest';
import { rarityOf } from '#lib/threads/rarity.ts';
import { sharedRuns } from '#lib/threads/shared-runs.ts';
import { packTerms, unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { type Term, termKinds, termPlaces } from '#lib/threads/terms/term.ts';
import { factsOf, parseText } from '#tests/support/registries.ts';
import { issueOf } from '#tests/support/stories.ts';

/** The terms of an item of 2026-03-02, as `key@place`. */
function termsOf(title: string, text = '正文一句。'): string[] {
  const { issue } = parseText(issueOf([title, text]), '2026-03-02');
  const [item] = issue?.sections.flatMap(({ items }) => items) ?? [];
  if (item === undefined) throw new Error('there is no item');
  return unpackTerms(factsOf(item, '2026-03-02').terms).map(({ key, place }) => `${key}@${place}`);
}

describe('an item names', () => {
  test('a thing once, at the weightiest of its places, and days by the year of the issue', () => {
    const terms = termsOf('“清源2026”行动', '“清源2026”行动3月1日启动。3月1日，另有别事。');
    expect(terms.filter((term) => term.startsWith('event'))).toEqual(['event 清源 2026@title']);
    expect(terms.filter((term) => term.startsWith('day'))).toEqual(['day 2026-03-01@lead']);
  });
});

describe('packed terms', () => {
  const kinds = (key: string): Term[] =>
    termKinds.flatMap((kind) =>
      termPlaces.map((place) => ({ key: `${kind} ${key}`, kind, label: '泡泡 "MART"', place })),
    );

  test('are the same when they are unpacked, whatever their kind and place', () => {
    // These two share the keys of another kind.
    const terms = kinds('pop mart').map((term) => ({
      ...term,
      key: term.key.replace(/^work/, 'document').replace(/^authority/, 'organisation'),
    }));
    expect(unpackTerms(packTerms(terms))).toEqual(terms);
  });

  test('keep the spelling of a name in the text', () => {
    const terms: Term[] = [
      {
        key: 'organisation 甲',
        kind: 'organisation',
        label: '甲',
        written: '甲公司',
        place: 'lead',
      },
      { key: 'document 甲法', kind: 'document', label: '《甲法》', written: '甲法', place: 'text' },
    ];
    expect(unpackTerms(packTerms(terms))).toEqual(terms);
  });

  test('stay as many where a text has the character that separates them', () => {
    const [term] = kinds('a\u007fb');
    if (term === undefined) throw new Error('there is no term');
    expect(unpackTerms(packTerms([term, term]))).toHaveLength(2);
  });
});

test('a term in a tenth of the items is not rare, and rarity is comparable between archives', () => {
  expect(rarityOf(9, 80)).toBe(0);
  expect(rarityOf(3, 16)).toBeGreaterThan(0);
  expect(rarityOf(1, 80)).toBe(1);
  expect(rarityOf(2, 80)).toBeGreaterThan(rarityOf(8, 80));
  expect(rarityOf(2, 80_000)).toBeGreaterThan(rarityOf(2, 80));
});

test('shared runs are the longest strings of letters in both texts', () => {
  expect(sharedRuns('暑期档 票房破亿', '今年暑期档的票房', 2)).toEqual(['暑期档', '票房']);
  expect(sharedRuns('甲乙', '乙甲', 2)).toEqual([]);
});
