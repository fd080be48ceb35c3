import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextItem, nextSentence, previousItem } from '#components/enhance/speech/positions.ts';
import { cutSentences } from '#components/enhance/speech/sentences.ts';
import { chineseVoices, chooseVoice, type Voice } from '#components/enhance/speech/voices.ts';
import '#tests/support/properties.ts';

const cut = (text: string) => cutSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test('end with their mark and the quote that closes behind it', () => {
    expect(cut('他说：“好。”会后签约！真的吗？下周公布……')).toEqual([
      '他说：“好。”',
      '会后签约！',
      '真的吗？',
      '下周公布……',
    ]);
  });

  test('are cut behind the best mark where they are long', () => {
    const long = `${'甲'.repeat(25)}，${'乙'.repeat(5)}；${'丙'.repeat(20)}。`;
    expect(cut(long)).toEqual([`${'甲'.repeat(25)}，${'乙'.repeat(5)}；`, `${'丙'.repeat(20)}。`]);
    expect(cut('丁'.repeat(90)).map(({ length }) => length)).toEqual([40, 40, 10]);
  });

  test('that hold no letter and no digit are not spoken', () => {
    expect(cut('……')).toEqual([]);
    expect(cut('')).toEqual([]);
  });

  test('hold all that can be spoken, in order, in parts of at most 40 characters', () => {
    const texts = fc.array(fc.constantFrom('版', '𠮷', 'a', '5', '，', '；', '。', '”', ' ', '\n'));
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const sentences = cutSentences(text);
        let at = 0;
        let spoken = '';
        for (const { start, end } of sentences) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end - start).toBeLessThanOrEqual(40);
          at = end;
          spoken += text.slice(start, end);
        }
        const letters = (all: string) => all.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(spoken)).toBe(letters(text));
        // It throws on half a surrogate pair.
        expect(() => encodeURIComponent(spoken)).not.toThrow();
      }),
    );
  });
});

describe('voices', () => {
  const voice = (lang: string, own: Partial<Voice> = {}): Voice => ({
    lang,
    voiceURI: lang,
    localService: true,
    default: false,
    ...own,
  });

  test('are Chinese, Mandarin before Cantonese, those of the device first', () => {
    const voices = [
      voice('en-US', { default: true }),
      voice('zh-HK'),
      voice('yue-HK'),
      voice('zh-TW'),
      voice('zh-CN', { voiceURI: 'far', localService: false }),
      voice('zh_CN', { voiceURI: 'near' }),
      voice('cmn-CN', { voiceURI: 'usual', default: true }),
    ];
    expect(chineseVoices(voices).map(({ voiceURI }) => voiceURI)).toEqual([
      'usual',
      'near',
      'far',
      'zh-TW',
      'zh-HK',
      'yue-HK',
    ]);
  });

  test('are the chosen one while it is there, and none where none is Chinese', () => {
    const voices = [voice('zh-CN'), voice('zh-TW')];
    expect(chooseVoice(voices, 'zh-TW')?.lang).toBe('zh-TW');
    expect(chooseVoice(voices, 'gone')?.lang).toBe('zh-CN');
    expect(chooseVoice([voice('ja-JP')], undefined)).toBeUndefined();
  });
});

describe('positions', () => {
  const counts = [3, 0, 2];
  const countOf = (item: number) => counts[item] ?? 0;

  test('go on through items, past those without a sentence, to the end', () => {
    expect(nextSentence({ item: 0, sentence: 0 }, countOf, 3)).toEqual({ item: 0, sentence: 1 });
    expect(nextSentence({ item: 0, sentence: 2 }, countOf, 3)).toEqual({ item: 2, sentence: 0 });
    expect(nextSentence({ item: 2, sentence: 1 }, countOf, 3)).toBeUndefined();
    expect(nextItem({ item: 2, sentence: 0 }, countOf, 3)).toBeUndefined();
  });

  test('go back to the beginning of an item first, then to the item before', () => {
    expect(previousItem({ item: 2, sentence: 2 }, countOf)).toEqual({ item: 2, sentence: 0 });
    expect(previousItem({ item: 2, sentence: 1 }, countOf)).toEqual({ item: 0, sentence: 0 });
    expect(previousItem({ item: 0, sentence: 0 }, countOf)).toEqual({ item: 0, sentence: 0 });
  });
});
