import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import { describe, expect, test } from 'vitest';
import { convertAround, Table } from '#components/enhance/traditional/convert.ts';
import { toTraditional } from '#components/enhance/traditional/opencc.ts';
import { shortenPhrases } from '#lib/bundle/phrase-table.ts';
import '#tests/support/properties.ts';

const root = join(import.meta.dirname, '../../..');
const byPackage = Converter({ from: 'cn', to: 'tw' });
const entries = phrases.split('|').map((line) => line.split(' ')[0] ?? '');
/** Phrases and their beginnings in any order, so that they overlap. */
const texts = fc
  .array(fc.tuple(fc.constantFrom(...entries), fc.integer({ min: 1, max: 4 })), { maxLength: 12 })
  .map((parts) => parts.map(([phrase, length]) => phrase.slice(0, length)).join(''));

describe('traditional characters', () => {
  test('are chosen by the phrase, not by the character', () => {
    expect(toTraditional('皇后的头发，发布后复制，系统与联系，只有一台计算机')).toBe(
      '皇后的頭髮，發佈後複製，系統與聯繫，只有一臺計算機',
    );
  });

  test('are those of opencc-js in the shipped issues', () => {
    const folder = join(root, 'content/issues');
    const issues = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(issues.length).toBeGreaterThan(5);
    for (const issue of issues) expect(toTraditional(issue)).toBe(byPackage(issue));
  });

  test('are those of opencc-js in any text, by the whole table and by the shortened one', () => {
    const shortened = shortenPhrases(phrases, characters);
    expect(shortened.length).toBeLessThan(phrases.length * 0.7);
    const [whole, short] = [phrases, shortened].map((table) => new Table(table, characters));
    fc.assert(
      fc.property(texts, (text) => {
        expect(short?.convert(text)).toBe(whole?.convert(text));
        expect(toTraditional(text)).toBe(byPackage(text));
      }),
    );
  });

  test('leave what is not simplified as it is', () => {
    for (const text of ['', 'Anthropic v. OpenAI', '𠮷野家', '著作權', '\ud842'])
      expect(new Table('', '万 萬').convert(text)).toBe(text);
  });

  test('give way to the names that the publication writes otherwise', () => {
    const names = new Map([
      ['海淀台湾街', '海淀臺灣街'],
      ['台湾', '台灣'],
    ]);
    const convert = (text: string) => convertAround(text, names, toTraditional);
    expect(convert('从台湾到海淀台湾街的后台')).toBe('從台灣到海淀臺灣街的後臺');
    // What a name is written as is not read again.
    expect(
      convertAround(
        '甲乙',
        new Map([
          ['甲', '乙'],
          ['乙', '丙'],
        ]),
        (rest) => rest,
      ),
    ).toBe('乙丙');
  });
});
