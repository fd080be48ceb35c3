import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findCases } from '#lib/references/courts/cases.ts';
import { findCourts } from '#lib/references/courts/courts.ts';
import { findOrganisations } from '#lib/references/organisations.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { context, findIn, referenceReader } from '#tests/support/references.ts';
import { readShipped } from '#tests/support/shipped.ts';

const content = join(import.meta.dirname, '../../../content');

test.each([
  [
    'a case number, with blanks and 之一',
    findCases,
    '二审（ 2023 ）京73民终123号 之一民事裁定书',
    ['（ 2023 ）京73民终123号 之一'],
  ],
  [
    'each court',
    findCourts,
    '一审北京互联网法院，二审北京知识产权法院。',
    ['北京互联网法院', '北京知识产权法院'],
  ],
])('the offsets of a reference are those of the words that name it: %s', (_, find, text, words) => {
  expect(findIn(find, text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
});

test('an organisation has its main name whichever of its names is in the text', () => {
  expect(findIn(findOrganisations, '见B站')[0]?.referent).toEqual({
    kind: 'organisation',
    id: 'bilibili',
    name: '哔哩哔哩',
  });
});

test('references are in the order of the item, the title before the text', () => {
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

test('every reference in the shipped issues has offsets within its item', async () => {
  const { issues } = await readShipped();
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

test('every organisation in entities.yml is named in the shipped issues', async () => {
  const { issues } = await readShipped();
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
