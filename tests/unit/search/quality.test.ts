import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { characterTable } from '#lib/search/character-table.ts';
import { find, type PreparedItem, prepare } from '#lib/search/find.ts';
import { findPages, type NamedPage } from '#lib/search/find-pages.ts';
import { findIssuePages } from '#lib/search/issue-pages.ts';
import { readQuery } from '#lib/search/query.ts';
import { searchShard } from '#lib/search/shards.ts';
import { simplifier } from '#lib/search/traditional.ts';
import { nameIndex, widen } from '#lib/search/widen.ts';
import { namedPages } from '#lib/views/named-pages.ts';
import { readArchive } from '#tests/support/feeds.ts';

const simplify = simplifier(characterTable());
let archive: Archive;
let pages: NamedPage[];
let items: PreparedItem[];
beforeAll(async () => {
  archive = await readArchive(join(import.meta.dirname, '../../../content'));
  pages = namedPages(archive);
  items = prepare(searchShard(archive.issues), simplify);
});

/** What the search page shows for a query: the pages, then the hits. */
function search(text: string) {
  const query = readQuery(text);
  const named = [
    ...findIssuePages(archive.issues, query.terms),
    ...findPages(pages, query, simplify),
  ];
  const parts = widen(query, nameIndex(pages, simplify), simplify);
  return { named, hits: find(items, query, {}, parts) };
}

describe('the page that a query means comes first', () => {
  test.each([
    ['AI', '人工智能 主题'],
    ['人工智能', '人工智能 主题'],
    ['ＡＩ', '人工智能 主题'],
    ['AI 训练', '人工智能 主题'],
    ['最高法', '最高人民法院 机构'],
    ['最高法 判决', '最高人民法院 机构'],
    ['最高检', '最高人民检察院 机构'],
    ['网信办', '国家互联网信息办公室 机构'],
    ['工信部', '工业和信息化部 机构'],
    ['WIPO', '世界知识产权组织 机构'],
    ['pop mart', '泡泡玛特 机构'],
    ['音著协', '中国音乐著作权协会 机构'],
    ['反不正当竞争法', '反不正当竞争法 法规'],
    ['中华人民共和国反不正当竞争法', '反不正当竞争法 法规'],
    ['著作權法實施條例', '著作权法实施条例 法规'],
    ['國家版權局', '国家版权局 机构'],
    ['網絡文學', '网络文学 主题'],
    ['网文', '网络文学 主题'],
    ['中新社', '中新社 来源'],
    ['中国新闻社', '中新社 来源'],
    ['第1期', '2025年3月31日 第1期 期'],
    ['第一期', '2025年3月31日 第1期 期'],
    ['1期', '2025年3月31日 第1期 期'],
    ['2025-03-31', '2025年3月31日 第1期 期'],
    ['2025/3/31', '2025年3月31日 第1期 期'],
    ['20250331', '2025年3月31日 第1期 期'],
    ['２０２５年３月３１日', '2025年3月31日 第1期 期'],
    ['3月31日', '2025年3月31日 第1期 期'],
    ['3月31日 快手', '2025年3月31日 第1期 期'],
    ['2025年9月', '2025年9月 往期'],
    ['2025年', '2025年 往期'],
  ])('%s', (query, first) => {
    const [page] = search(query).named;
    expect(`${page?.name} ${page?.kind}`).toBe(first);
  });
});

describe('the item that a query means comes first', () => {
  test.each([
    ['快手 营收', '快手2024年营收1269亿元'],
    ['快手 營收', '快手2024年营收1269亿元'],
    ['Anthropic 版权', '美法官认定Anthropic以版权图书训练AI属合理使用 盗版图书除外'],
  ])('%s', (query, title) => {
    expect(search(query).hits[0]?.item.title).toBe(title);
  });
});

describe('other names', () => {
  const textsOf = (text: string) =>
    search(text).hits.map(({ item }) => `${item.title}\n${item.text}`);

  test.each([
    ['最高法', '最高人民法院'],
    ['最高人民法院', '最高法'],
    ['AI', '人工智能'],
    ['人工智能', 'AI'],
    ['著作權', '著作权'],
  ])('%s finds %s too, below all that is exact', (query, other) => {
    const { hits } = search(query);
    const exact = search(`"${query}"`).hits;
    expect(hits.slice(0, exact.length)).toEqual(exact);
    const wide = hits.slice(exact.length);
    for (const hit of wide) {
      expect(hit.exact).toBe(false);
      expect(`${hit.item.title}\n${hit.item.text}`).not.toContain(query);
    }
    const found = new Set(wide.flatMap(({ ways }) => ways));
    expect(found).toContain(other);
  });

  test('in quotation marks nothing but what is written is found', () => {
    for (const query of ['"最高法"', '“AI”', '"著作權"']) {
      const word = readQuery(query).terms[0] ?? '';
      for (const text of textsOf(query)) expect(text.toLowerCase()).toContain(word);
    }
    expect(textsOf('"著作權"')).toEqual([]);
  });

  test('count as whole words: AI is not in OpenAI, 最高法 not in 美国最高法院', () => {
    const simple = (text: string) =>
      prepare([
        {
          date: '2025-03-31',
          id: 'a',
          title: '标题',
          text,
          section: 'focus',
          topics: [],
          sources: [],
        },
      ]);
    const finds = (query: string, text: string) => {
      const read = readQuery(query);
      return find(simple(text), read, {}, widen(read, nameIndex(pages, simplify), simplify));
    };
    expect(finds('人工智能', 'OpenAI发布新产品')).toEqual([]);
    expect(finds('人工智能', '某AI公司发布新产品')).toHaveLength(1);
    expect(finds('最高人民法院', '美国最高法院受理')).toEqual([]);
    expect(finds('最高人民法院', '日前，最高法发布案例')).toHaveLength(1);
    expect(finds('最高法院', '最高人民法院发布案例')).toEqual([]);
  });
});
