import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReferences } from '#lib/references/read-references.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { context, HEAPS, isReadInOneGo, referenceReader } from '#tests/support/references.ts';

const content = join(import.meta.dirname, '../../content');

test('references stand in their order, the title before the text', () => {
  const item = {
    title: 'Meta判赔10万元',
    text: '最高人民法院（2023）最高法知民终1号，6月12日宣判，依据《专利法》。',
  };
  const read = readReferences(item, context());
  expect(read.map(({ kind, span }) => [kind, item[span.part].slice(span.start, span.end)])).toEqual(
    [
      ['name', 'Meta'],
      ['organisation', 'Meta'],
      ['sum', '10万元'],
      ['court', '最高人民法院'],
      ['case', '（2023）最高法知民终1号'],
      ['date', '6月12日'],
      ['document', '《专利法》'],
    ],
  );
});

test('every reference of the shipped issues stands in its item', async () => {
  const { issues } = await readArchive(content);
  const referencesOf = await referenceReader(content);
  const items = issues.flatMap(({ date, sections }) =>
    sections
      .flatMap((section) => section.items)
      .map((item) => ({ item, references: referencesOf(item, date) })),
  );
  expect(items.flatMap(({ references }) => references).length).toBeGreaterThan(300);
  for (const { item, references } of items)
    for (const { span } of references) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(item[span.part].length);
    }
});

test('whom entities.yml lists is in the news', async () => {
  const { issues } = await readArchive(content);
  const texts = issues
    .flatMap(({ sections }) =>
      sections.flatMap(({ items }) => items.map(({ title, text }) => title + text)),
    )
    .join('');
  const listed = readFileSync(join(content, 'entities.yml'), 'utf8').matchAll(
    /name: ([^,}]+?)(?:,.*)? \}/g,
  );
  const absent = Array.from(listed, ([line, name = '']) => ({ line, name: name.trim() })).filter(
    ({ line, name }) =>
      !line.includes('document') && !texts.includes(name) && !line.includes('aliases'),
  );
  expect(absent).toEqual([]);
});

test.each(HEAPS)('a heap of %s, with which a reference begins, is read in one go', (unit) => {
  const read = (text: string) => readReferences({ title: text.slice(0, 200), text }, context());
  expect(isReadInOneGo(read, unit)).toBe(true);
});
