import { describe, expect, test } from 'vitest';
import { find, prepare, type SearchItem } from '#lib/search/find.ts';
import { readQuery } from '#lib/search/query.ts';
import { rangesOf } from '#lib/search/ranges.ts';
import { asWritten } from '#lib/search/way.ts';
import { fold } from '#lib/site/fold.ts';
import { fc } from '#tests/support/properties.ts';

const item = (title: string, text: string, more: Partial<SearchItem> = {}): SearchItem => ({
  date: '2025-03-31',
  id: title,
  title,
  text,
  section: 'industry',
  sources: [{ name: '光明日报' }],
  topics: ['ai'],
  ...more,
});
const titles = (items: SearchItem[], query: string, filter = {}) =>
  find(prepare(items), readQuery(query), filter).map((hit) => hit.item.title);

describe('a query', () => {
  test.each([
    ['著作权', ['著作权'], []],
    ['著作权 集体', ['著作权', '集体'], []],
    ['ＡＩ\u3000版权', ['ai', '版权'], []],
    ['版权 -微软', ['版权'], ['微软']],
    ['版权 －微软 −快手', ['版权'], ['微软', '快手']],
    ['AI-版权', ['ai-版权'], []],
    ['"集体 管理" 版权', ['集体 管理', '版权'], []],
    ['“集体 管理”', ['集体 管理'], []],
    ['-"集体 管理"', [], ['集体 管理']],
    ['"没有合上', ['没有合上'], []],
    ['  ', [], []],
    ['- "" “”', [], []],
  ])('%s is read', (typed, terms, excluded) => {
    expect(readQuery(typed)).toMatchObject({ terms, excluded });
  });
});

describe('what is found', () => {
  const items = [
    item('快手财报', '营收增长', { date: '2025-03-31' }),
    item('淘宝新规', '快手也有新规', { date: '2025-04-28', section: 'briefs', topics: [] }),
    item('快手合作', '与OpenAI合作', { date: '2024-05-19', sources: [{ name: '新华社' }] }),
  ];

  test('has titles first, then the newer', () => {
    expect(titles(items, '快手')).toEqual(['快手财报', '快手合作', '淘宝新规']);
  });

  test('holds every term and none that is excluded', () => {
    expect(titles(items, '快手 新规')).toEqual(['淘宝新规']);
    expect(titles(items, '快手 -合作')).toEqual(['快手财报', '淘宝新规']);
    expect(titles(items, 'openai')).toEqual(['快手合作']);
    expect(titles(items, '没有这个词')).toEqual([]);
    expect(titles(items, '-快手')).toEqual([]);
  });

  test.each([
    [{ section: 'briefs' }, ['淘宝新规']],
    [{ source: '新华社' }, ['快手合作']],
    [{ topic: 'ai' }, ['快手财报', '快手合作']],
    [{ from: '2025' }, ['快手财报', '淘宝新规']],
    [{ to: '2024' }, ['快手合作']],
    [{ from: '2025-04' }, ['淘宝新规']],
    [{ to: '2025-03' }, ['快手财报', '快手合作']],
    [{ month: '2025-03' }, ['快手财报']],
    [{ month: '2025-05' }, []],
  ])('passes the filter %o', (filter, expected) => {
    expect(titles(items, '快手', filter)).toEqual(expected);
  });

  test.each([
    ['', { source: '光明日报' }, ['淘宝新规', '快手财报']],
    ['', { topic: 'ai' }, ['快手财报', '快手合作']],
    ['', { month: '2025-03' }, ['快手财报']],
    ['-新规', { from: '2025' }, ['快手财报']],
    ['', {}, []],
  ])(
    'without words (“%s”) is what passes the filter %o, newest first, without issues',
    (query, filter, expected) => {
      const issue = item('一期', '导语', { id: '', sources: [], topics: [] });
      expect(titles([...items, issue], query, filter)).toEqual(expected);
    },
  );
});

describe('a highlight', () => {
  test.each([
    ['ＡＩ与AI', ['ai'], ['ＡＩ', 'AI']],
    ['㍿公司', ['公司'], ['公司']],
    ['版权版权', ['版权'], ['版权版权']],
    ['著作权法', ['著作权', '作权法'], ['著作权法']],
    ['１，２６９亿', ['1,269'], ['１，２６９']],
    ['😀版权', ['版权'], ['版权']],
  ])('of %s for %o is of the original text', (text, terms, expected) => {
    expect(
      rangesOf(text, terms.map(asWritten)).map(([start, end]) => text.slice(start, end)),
    ).toEqual(expected);
  });
});

const CHARACTERS = Array.from('版权著作周报产业要闻音乐游戏法院判决侵AIai2025，。“”（）ＡＩ①㎏é');
const anyText = fc
  .array(fc.constantFrom(...CHARACTERS), { maxLength: 40 })
  .map((chars) => chars.join(''));

describe('a search finds exactly the texts that contain the words', () => {
  test('in any text, by their folded characters', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        (texts, which, at, length) => {
          const items = texts.map((text, index) => item(`标题${index}`, text));
          const from = fold(texts[which % texts.length] ?? '');
          const start = from.length === 0 ? 0 : at % from.length;
          const term = from.slice(start, start + length);
          // A quotation mark would end the quotation; white space alone asks nothing.
          fc.pre(/\S/.test(term) && !/["“”]/.test(term));
          const truth = items.filter(({ title, text: body }) =>
            [title, body].some((part) => fold(part).includes(term)),
          );
          expect(titles(items, `"${term}"`).sort()).toEqual(truth.map(({ title }) => title).sort());
        },
      ),
    );
  });

  test('and highlights nothing but the words', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, needle) => {
        const term = fold(needle).slice(0, 4);
        if (term === '') return;
        const ranges = rangesOf(text, [asWritten(term)]);
        expect(ranges.length > 0).toBe(fold(text).includes(term));
        for (const [start, end] of ranges) expect(fold(text.slice(start, end))).toContain(term);
      }),
    );
  });
});
