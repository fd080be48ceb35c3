import { describe, expect, test } from 'vitest';
import { rangesOf } from '#lib/search/ranges.ts';
import { snippetOf } from '#lib/search/snippet.ts';
import { asWritten } from '#lib/search/way.ts';
import { fc } from '#tests/support/properties.ts';

const snippet = (text: string, ...words: string[]) =>
  snippetOf(text, rangesOf(text, words.map(asWritten)));
const filler = '天地玄黄宇宙洪荒'.repeat(30);

describe('the shown part of a text', () => {
  test('is the whole of a short one', () => {
    expect(snippet('短短一句话。', '一句')).toMatchObject({
      before: '',
      text: '短短一句话。',
      after: '',
    });
  });

  test('is the beginning where no word is in it', () => {
    const { before, text, after, ranges } = snippet(filler, '没有');
    expect([before, after, ranges]).toEqual(['', '…', []]);
    expect(filler.startsWith(text)).toBe(true);
  });

  test('has the word in its middle', () => {
    const { before, text, after } = snippet(`${filler}快手${filler}`, '快手');
    expect([before, after]).toEqual(['…', '…']);
    expect(Math.abs(text.indexOf('快手') - (text.length - 2) / 2)).toBeLessThan(2);
  });

  test('is where most of the words stand together', () => {
    const { text } = snippet(`快手${filler}快手与版权${filler}版权`, '快手', '版权');
    expect(text).toContain('快手与版权');
  });

  test('never has two ellipses beside each other', () => {
    const { before, text, after } = snippet(`${'天…'.repeat(100)}快手${'…地'.repeat(100)}`, '快手');
    expect(before + text + after).not.toContain('……');
  });

  test('cuts no Latin word', () => {
    const { text } = snippet(`${'alphabet '.repeat(40)}快手${' alphabet'.repeat(40)}`, '快手');
    expect(
      text
        .replace(/快手/, '')
        .replace(/alphabet/g, '')
        .trim(),
    ).toBe('');
  });

  test('is a part of the text with all its ranges inside, whatever the text', () => {
    const anyText = fc
      .array(fc.constantFrom(...Array.from('版权快手a1…，。\n😀')), { maxLength: 400 })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(anyText, (all) => {
        const ranges = rangesOf(all, ['版权', '快'].map(asWritten));
        const { before, text, after, ranges: inside } = snippetOf(all, ranges);
        expect(all).toContain(text);
        expect(before === '').toBe(all.startsWith(text) || text === '');
        expect(after === '' || before === '…' || all.length > text.length).toBe(true);
        for (const [start, end] of inside) expect(text.slice(start, end)).toMatch(/^(版权|快)+$/);
        if (ranges.length > 0) expect(inside.length).toBeGreaterThan(0);
      }),
    );
  });
});
