import { expect, test } from 'vitest';
import { describeSearch, type SearchState } from '#components/enhance/find/search-status.ts';
import type { Hit } from '#lib/search/find.ts';

const hit = (ways?: string[]): Hit => ({
  item: { date: '2025-03-31', id: 'a', title: '', text: '', section: '', topics: [], sources: [] },
  inTitle: false,
  exact: ways === undefined,
  ways: ways ?? [],
});
const state = (more: Partial<SearchState>): SearchState => {
  const hits = more.hits ?? [];
  return {
    query: '版权',
    hits,
    total: hits.length,
    listed: hits.length,
    pausedAt: undefined,
    hasPages: false,
    keptUntil: undefined,
    missing: [],
    ...more,
  };
};

test.each<[Partial<SearchState>, string]>([
  [{ hits: [hit(), hit()] }, '共2条'],
  [{ hits: [hit(), hit(['AI'])] }, '共2条，其中1条按“AI”找到'],
  [{ hits: [hit([])] }, '共1条，其中1条写作繁体'],
  [{ hits: [hit()], pausedAt: '2024', total: 3 }, '已检索到2024年，3条，列出1条'],
  [{}, '没有找到“版权”。'],
  [{ hasPages: true }, '没有含“版权”的消息，有相关的页面。'],
  [{ query: '' }, '所选的范围里没有消息。'],
  [
    { hits: [hit()], keptUntil: '2025-09-15', missing: ['2024', '2023'] },
    '共1条。没有网络，检索的是存在这台设备上的内容，到2025年9月15日一期为止。2024、2023年没有存下。',
  ],
  [{ failed: '2025' }, '2025年的内容没有取到，请检查网络。'],
  [{ hits: [hit()], failed: '2024' }, '共1条。2024年的内容没有取到，请检查网络。'],
])('%o is said', (more, said) => {
  expect(describeSearch(state(more))).toBe(said);
});
