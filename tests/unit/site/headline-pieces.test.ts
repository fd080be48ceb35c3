import { describe, expect, test } from 'vitest';
import { headlinePieces } from '#lib/site/headline-pieces.ts';
import { fc } from '#tests/support/properties.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Headlines as they are typed: words, marks, numbers and names in any order. */
const headlines = fc
  .array(
    fc.constantFrom(
      ...[
        '版权',
        '人工智能',
        '的',
        '与',
        '法院',
        '发布',
        '《办法》',
        '“专项2025”',
        '（草案）',
        '，',
        '、',
        '——',
      ],
      ...[
        ' ',
        '3000',
        '万元',
        '7.5%',
        '年',
        'Acme',
        'Acme Works',
        '起诉',
        '小',
        '𠮷',
        'é́',
        '…',
        '·',
        '👩‍🔧',
        '"',
        '<b>',
      ],
    ),
    { maxLength: 40 },
  )
  .map((words) => words.join(''));

describe('a headline is cut', () => {
  test('into pieces that are the headline, at ends of words', () => {
    fc.assert(
      fc.property(fc.oneof(headlines, fc.string({ unit: 'binary', maxLength: 60 })), (headline) => {
        const pieces = headlinePieces(headline);
        expect(pieces.join('')).toBe(headline);
        const ends = new Set(Array.from(segmenter.segment(headline), ({ index }) => index));
        let at = 0;
        for (const piece of pieces.slice(0, -1)) {
          at += piece.length;
          expect(ends).toContain(at);
        }
      }),
    );
  });

  test('never before a mark that closes, after one that opens, or at a space', () => {
    fc.assert(
      fc.property(headlines, (headline) => {
        const [first = '', ...others] = headlinePieces(headline);
        for (const piece of others) expect(piece).toMatch(/^[\p{L}\p{N}“《（]/u);
        for (const piece of [first, ...others].slice(0, -1))
          expect(piece).toMatch(/[\p{L}\p{M}\p{N}”]$/u);
      }),
    );
  });

  test('as often as a phone needs', () => {
    const headline = '多地法院联合发布人工智能生成内容著作权保护典型案例';
    const pieces = headlinePieces(headline);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(10);
  });

  test.each([
    ['where it is short', '法院发布典型案例'.slice(0, 7)],
    ['at a mark, where browsers break lines themselves', '《某某保护办法》《某某管理条例》施行'],
    ['at a space', 'Acme Works announces another very long new name'],
  ])('not %s', (_, headline) => {
    expect(headlinePieces(headline)).toEqual([headline]);
  });

  test('beside a quotation mark with a Latin letter in it, where browsers break no line', () => {
    expect(headlinePieces('各地今年启动“专项行动2025”联合检查工作')).toContain('联合检查工作');
  });

  test.each(['上半年全国软件登记数量达到3867件同比增长', '法院判决平台赔偿152万余元并公开道歉'])(
    'not between a number and its unit: %s',
    (headline) => {
      for (const piece of headlinePieces(headline)) expect(piece).not.toMatch(/\d$/);
    },
  );

  test('with a word of grammar beside the word that it belongs to', () => {
    for (const piece of headlinePieces('出版协会与唱片协会签署的合作协议将在九月生效'))
      expect(piece).not.toMatch(/^[的了]|[与将在]$/);
  });
});
