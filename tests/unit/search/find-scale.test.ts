import { beforeAll, describe, expect, test } from 'vitest';
import { find, type PreparedItem, prepare } from '#lib/search/find.ts';
import { readQuery } from '#lib/search/query.ts';
import { fold } from '#lib/site/fold.ts';
import { generateItems, seededRandom } from '#tests/support/generated-items.ts';

const ITEMS = 10_000;
let prepared: PreparedItem[];
let texts: string[];
beforeAll(async () => {
  const items = await generateItems(ITEMS);
  prepared = prepare(items);
  // The truth is reckoned apart: title and text as one folded string, parted by what no query holds.
  texts = items.map(({ title, text }) => fold(`${title}\0${text}`));
});

const idsOf = (query: string) => find(prepared, readQuery(`"${query}"`)).map(({ item }) => item.id);
const truth = (query: string) =>
  texts.flatMap((text, index) => (text.includes(query) ? [`g${index}`] : []));

describe('among ten thousand items', () => {
  test('two hundred random substrings are found in exactly the items that hold them', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 200; round += 1) {
      const text = texts[Math.floor(random() * texts.length)] ?? '';
      const body = text.slice(text.indexOf('\0') + 1);
      const length = 1 + Math.floor(random() * 8);
      const query = body.slice(Math.floor(random() * (body.length - length))).slice(0, length);
      if (/["“”]/.test(query) || query.trim() === '') continue;
      const expected = truth(query);
      expect(expected.length, query).toBeGreaterThan(0);
      expect(idsOf(query).sort(), query).toEqual(expected.sort());
    }
  });

  test('fifty that are nowhere are not found', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 50; round += 1) {
      const query = Array.from({ length: 4 }, () =>
        String.fromCodePoint(0x4e00 + Math.floor(random() * 20_000)),
      ).join('');
      expect(truth(query), query).toEqual([]);
      expect(idsOf(query), query).toEqual([]);
    }
  });

  test('著作权, which word segmenters miss, is found wherever it is', () => {
    const found = idsOf('著作权');
    expect(found.length).toBeGreaterThan(100);
    expect(found.sort()).toEqual(truth('著作权').sort());
  });
});
