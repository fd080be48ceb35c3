import { expect, test } from 'vitest';
import { importPageBody, importText, importWordBody } from '#tests/support/imports.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';
import { paragraph, run } from '#tests/support/word.ts';

/** How a piece of text looks, in Word and in a page; `isGone` where a reader sees none of it. */
const LOOKS: { word: string; page: [before: string, behind: string]; isGone?: true }[] = [
  { word: '', page: ['', ''] },
  { word: '<w:b/>', page: ['<b>', '</b>'] },
  { word: '<w:i/>', page: ['<i>', '</i>'] },
  { word: '<w:vertAlign w:val="superscript"/>', page: ['<sup>', '</sup>'] },
  { word: '<w:vertAlign w:val="subscript"/>', page: ['<sub>', '</sub>'] },
  { word: '<w:b/><w:vertAlign w:val="superscript"/>', page: ['<b><sup>', '</sup></b>'] },
  {
    word: '<w:vertAlign w:val="superscript"/>',
    page: ['<span style="vertical-align:super">', '</span>'],
  },
  { word: '<w:strike/>', page: ['<s>', '</s>'], isGone: true },
  { word: '<w:dstrike/>', page: ['<del>', '</del>'], isGone: true },
  { word: '<w:vanish/>', page: ['<span style="display: none">', '</span>'], isGone: true },
  {
    word: '<w:vertAlign w:val="superscript"/><w:strike/>',
    page: ['<s><sup>', '</sup></s>'],
    isGone: true,
  },
];

const text = fc
  .array(
    fc.constantFrom(
      ...'0123456789',
      '.',
      ',',
      '%',
      '-',
      '+',
      '(',
      ')',
      ' ',
      '年',
      '亿元',
      'x',
      'n',
      '；',
      "'",
      '²',
      '*',
      '~',
      '_',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const pieces = fc.array(fc.tuple(fc.constantFrom(...LOOKS), text), { minLength: 1, maxLength: 6 });

const digitsOf = (shown: string) => shown.normalize('NFKC').match(/\d/g)?.join('') ?? '';
const shownOf = ({ issue }: Awaited<ReturnType<typeof importText>>) =>
  issue?.sections[0]?.items[0]?.text ?? '';
const escapeMarkup = (plain: string) =>
  plain.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);

test('a Word document and a page keep every digit that they show, in order, and show no other', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const expected = digitsOf(parts.map(([{ isGone }, part]) => (isGone ? '' : part)).join(''));
      const runs = parts.map(([{ word }, part]) => run(escapeMarkup(part), word));
      const word = await importWordBody(paragraph(`${run('正文')}${runs.join('')}${run('。')}`));
      expect(digitsOf(shownOf(word))).toBe(expected);
      const marked = parts.map(([{ page }, part]) => page.join(escapeMarkup(part)));
      const page = await importPageBody(`<p>正文${marked.join('')}。</p>`);
      expect(digitsOf(shownOf(page))).toBe(expected);
    }),
    partOfRuns(0.5),
  );
}, 120_000);

test('a Markdown text and a plain text keep every digit, in order', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('md', 'txt'), async (part, ending) => {
      const body = `产业要闻\n\n【甲事】\n\n正文${part}。\n\n（来源：证券日报）\n`;
      const imported = await importText(body, `2025-03-31.${ending}`);
      expect(digitsOf(shownOf(imported))).toBe(digitsOf(part));
    }),
    partOfRuns(0.5),
  );
}, 120_000);
