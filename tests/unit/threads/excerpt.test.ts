import { expect, test } from 'vitest';
import { storySentence, storyWords } from '#lib/threads/excerpt.ts';
import type { Term } from '#lib/threads/terms/term.ts';

const title = '江州海关公布上半年查扣情况';
const text = '江州海关7月1日举行发布会。上半年查扣货物300批，含“岩兔”玩偶2000件。下半年将继续。';

test('the sentence of a story is the one that has its words and those of the title', () => {
  expect(storySentence({ title, text }, ['岩兔'])).toBe(
    '上半年查扣货物300批，含“岩兔”玩偶2000件。',
  );
  expect(storySentence({ title, text }, ['云雀'])).toBe('江州海关7月1日举行发布会。');
  expect(storySentence({ title, text: '他说：“岩兔是假的。”海关作证。' }, ['海关'])).toBe(
    '海关作证。',
  );
  expect(storySentence({ title, text: 'LABUBU到货' }, ['labubu'])).toBe('LABUBU到货');
  expect(storySentence({ title, text: '' }, ['labubu'])).toBe('');
});

test('the words of a story are those of the terms that several items have', () => {
  const terms: Term[] = [
    { key: 'goods pop mart', kind: 'goods', label: 'POP MART', place: 'title' },
    { key: 'event 清源 2026', kind: 'event', label: '“清源2026”行动', place: 'title' },
    { key: 'defendant quillo 抓取内容', kind: 'defendant', label: 'Quillo…', place: 'title' },
    { key: 'piracy 短剧', kind: 'piracy', label: '短剧盗版', written: '微短剧', place: 'title' },
    { key: 'name 甲', kind: 'name', label: '甲社', place: 'text' },
    { key: 'day 2026-01-01', kind: 'day', label: '1月1日', place: 'title' },
  ];
  const words = ['pop mart', '清源', 'quillo', '微短剧'];
  expect(storyWords([terms, terms])).toEqual(words);
  expect(storyWords([terms, []])).toEqual([]);
});
