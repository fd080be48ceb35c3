import { join } from 'node:path';
import { expect, test } from 'vitest';
import { characterTable } from '#lib/search/character-table.ts';
import { searchShard } from '#lib/search/shards.ts';
import { mayBeTraditional, simplifier } from '#lib/search/traditional.ts';
import { readArchive } from '#tests/support/feeds.ts';

const simplify = simplifier(characterTable());

test('the table has one simplified character for each traditional one', () => {
  const { traditional, simplified } = characterTable();
  expect(traditional).toHaveLength(simplified.length);
  expect(new Set(traditional).size).toBe(traditional.length);
});

test.each([
  ['著作權法實施條例', '著作权法实施条例'],
  ['聯合報', '联合报'],
  ['後來', '后来'],
])('%s is found to be traditional, and is %s', (traditional, simplified) => {
  expect(mayBeTraditional(traditional)).toBe(true);
  expect(simplify(traditional)).toBe(simplified);
  expect(mayBeTraditional(simplified)).toBe(false);
});

test('texts of simplified characters, Latin ones and marks load no table', async () => {
  for (const text of ['AI 版权 2025', '二〇二五', '哪吒', '“引号”《书名》', 'café'])
    expect(mayBeTraditional(text), text).toBe(false);
  const archive = await readArchive(join(import.meta.dirname, '../../../content'));
  const odd = searchShard(archive.issues).filter(({ text }) => mayBeTraditional(text));
  expect(odd).toEqual([]);
});
