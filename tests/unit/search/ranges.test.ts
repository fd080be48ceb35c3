import { expect, test } from 'vitest';
import { rangesOf } from '#lib/search/ranges.ts';
import { asWritten } from '#lib/search/way.ts';
import { fold } from '#lib/site/fold.ts';

/** Letters that compose with what follows: Latin, a syllable and a letter of Korean, kana of both widths, Tamil. */
const BASES = ['a', '가', 'ᄀ', 'か', 'カ', 'ｶ', 'ெ'];

test('a letter and its mark are one range', () => {
  expect(rangesOf('cafe\u0301 版权', [asWritten('é')])).toEqual([[3, 5]]);
  expect(rangesOf('ﾌﾟﾛ', [asWritten('プ')])).toEqual([[0, 2]]);
});

test('what composes with a letter is found together with it', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const missed: string[] = [];
  for (let code = 0x20; code < 0x20000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    for (const base of BASES) {
      const text = base + String.fromCodePoint(code);
      const composed = fold(text);
      if (composed === fold(base) + fold(String.fromCodePoint(code))) continue;
      if ([...graphemes.segment(text)].length > 1) continue;
      if (rangesOf(text, [asWritten(composed)]).length !== 1) missed.push(code.toString(16));
    }
  }
  expect(missed).toEqual([]);
});
