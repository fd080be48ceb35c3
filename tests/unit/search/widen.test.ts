import { describe, expect, test } from 'vitest';
import { characterTable } from '#lib/search/character-table.ts';
import { find, prepare, type SearchItem } from '#lib/search/find.ts';
import { readQuery } from '#lib/search/query.ts';
import { simplifier } from '#lib/search/traditional.ts';
import { nameIndex, widen } from '#lib/search/widen.ts';
import { fold } from '#lib/site/fold.ts';
import { fc } from '#tests/support/properties.ts';

const simplify = simplifier(characterTable());
const page = (name: string, ...aliases: string[]) => ({ name, kind: '机构', path: '/x', aliases });
const names = nameIndex(
  [
    page('人工智能', 'AI'),
    page('泡泡玛特', 'POP MART'),
    page('甲公司', '甲集团'),
    page('甲集团', '甲控股'),
    page('著作权法', '中华人民共和国著作权法'),
    page('没有别名'),
  ],
  simplify,
);
const waysOf = (query: string) =>
  widen(readQuery(query), names, simplify).map((part) => part.map(({ shown }) => shown));

describe('a query is widened', () => {
  test.each([
    ['ai', [['ai', '人工智能']]],
    ['人工智能 版权', [['人工智能', 'AI'], ['版权']]],
    ['pop mart 商标', [['pop mart', '泡泡玛特'], ['商标']]],
    ['pop', [['pop']]],
    ['AI训练', [['ai训练', '人工智能训练']]],
    ['OpenAI', [['openai']]],
    ['著作權', [['著作权']]],
    // One name of two organisations leads to both.
    ['甲集团', [['甲集团', '甲公司', '甲控股']]],
    // What contains the term is found by it.
    ['著作权法', [['著作权法']]],
    ['中华人民共和国著作权法', [['中华人民共和国著作权法', '著作权法']]],
    ['"AI"', [['ai']]],
    ['"pop" mart', [['pop'], ['mart']]],
    ['-AI 版权', [['版权']]],
    ['', []],
  ])('%s', (query, ways) => {
    expect(waysOf(query)).toEqual(ways);
  });
});

const CHARACTERS = Array.from('人工智能著作权權法甲公司集团AI Pp版MART，。');
const anyText = fc
  .array(fc.constantFrom(...CHARACTERS), { maxLength: 25 })
  .map((chars) => chars.join(''));
const anyItem = fc.record({
  date: fc.constantFrom('2024-12-30', '2025-03-31', '2025-04-07'),
  id: fc.constantFrom('', 'a'),
  title: anyText,
  text: anyText,
});

/** How search found and ordered items before it knew other names: the rule that exact hits keep. */
function findExactly(items: readonly SearchItem[], terms: string[], excluded: string[]) {
  const holds = (text: string, term: string) => fold(text).includes(term);
  const inTitle = ({ id, title }: SearchItem) =>
    id !== '' && terms.every((term) => holds(title, term));
  return items
    .filter(
      ({ title, text }) =>
        terms.length > 0 &&
        terms.every((term) => holds(title, term) || holds(text, term)) &&
        !excluded.some((term) => holds(title, term) || holds(text, term)),
    )
    .sort(
      (a, b) =>
        Number(inTitle(b)) - Number(inTitle(a)) || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
    );
}

test('what is found exactly is found as before, in the same order, above what is found by other names', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 20 }), anyText, (drawn, text) => {
      const items = drawn.map((item) => ({
        ...item,
        date: item.date as SearchItem['date'],
        section: '',
        topics: [],
        sources: [],
      }));
      const query = readQuery(text);
      const hits = find(prepare(items, simplify), query, {}, widen(query, names, simplify));
      const exact = findExactly(items, query.terms, query.excluded);
      expect(hits.slice(0, exact.length).map(({ item }) => item)).toEqual(exact);
      expect(hits.map((hit) => hit.exact)).toEqual(hits.map((_, at) => at < exact.length));
    }),
  );
});
