import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { findPages } from '#lib/search/find-pages.ts';
import { readQuery } from '#lib/search/query.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { namedPages } from '#lib/views/named-pages.ts';
import { readShipped } from '#tests/support/shipped.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

const namesFor = (query: string) =>
  findPages(namedPages(shipped), readQuery(query)).map(({ name, kind }) => `${name} ${kind}`);

describe('search finds by its name', () => {
  test.each([
    ['著作权法实施条例', '著作权法实施条例 法规'],
    ['ａｎｔｈｒｏｐｉｃ', 'Anthropic 机构'],
    ['作家诉ａｎｔｈｒｏｐｉｃ', '作家诉Anthropic等AI公司 脉络'],
    ['人工智能', '人工智能 主题'],
    ['光明日报', '光明日报 来源'],
    ['产业要闻', '产业要闻 栏目'],
    ['日程', '日程 汇总'],
    ['泡泡玛特', '泡泡玛特 机构'],
    ['民法典', '民法典 法规'],
    ['工信部', '工业和信息化部 机构'],
    ['ｐｏｐ mart', '泡泡玛特 机构'],
  ])('%s', (query, first) => {
    expect(namesFor(query)[0]).toBe(first);
  });

  test('what holds every word and none that is not wanted', () => {
    expect(namesFor('著作 法').length).toBeGreaterThan(0);
    expect(namesFor('著作 法').every((name) => /著作/.test(name) && /法/.test(name))).toBe(true);
    expect(namesFor('著作 -法').filter((name) => name.split(' ')[0]?.includes('法'))).toEqual([]);
    expect(namesFor('工信部 -信息化')).toEqual([]);
    // Each word is in one of its names, and no name has both.
    expect(namesFor('泡泡 mart')).toEqual([]);
    expect(namesFor('绝无此词')).toEqual([]);
    expect(namesFor('-法')).toEqual([]);
  });

  test('at most eight, the shorter names first', () => {
    const names = findPages(namedPages(shipped), readQuery('法')).map(({ name }) => name.length);
    expect(names).toHaveLength(8);
    expect(names).toEqual(names.toSorted((a, b) => a - b));
  });
});

test('every page that is found by its name exists, and no two have the same name', () => {
  const pages = namedPages(shipped);
  for (const { path } of pages)
    expect(addressAt(shipped, path.replace(/#.*/, '')), path).toBeDefined();
  expect(new Set(pages.map(({ kind, path }) => `${kind} ${path}`)).size).toBe(pages.length);
});

test('an act with a page of its own is found once, by that page', () => {
  const paths = namedPages(shipped)
    .filter(({ name }) => name === '反不正当竞争法')
    .map(({ path }) => path);
  expect(paths.map(decodeURI)).toEqual(['/laws/反不正当竞争法']);
});
