import { describe, expect, test } from 'vitest';
import { find, prepare } from '#lib/search/find.ts';
import { readQuery } from '#lib/search/query.ts';
import { searchShard } from '#lib/search/shards.ts';
import { fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const item = '## 产业要闻\n\n### 甲事\n\n正文讲营收。\n\n来源：光明日报\n';
const folder = () =>
  contentFolderWith({
    '2025-03-24.md': item,
    '2025-03-31.md': `---\nnumber: 7\nsummary: 摘要一句。\n---\n\n开头讲[商标](https://example.com)，\n两行。\n\n第二段。\n\n${item}`,
    '2025-04-07.md': `---\nnumber: 8\ntitle: 特刊：营收一览\n---\n\n${item}`,
  });

async function searched() {
  const archive = await readArchive(folder());
  const prepared = prepare(searchShard(archive.issues));
  return (query: string, filter = {}) =>
    find(prepared, readQuery(query), filter).map(({ item: { date, id, title } }) =>
      id === '' ? title : `${date} ${title}`,
    );
}

describe('an issue in search', () => {
  test.each([
    ['摘要', ['2025年3月31日 第7期']],
    ['商标', ['2025年3月31日 第7期']],
    ['开头 两行', ['2025年3月31日 第7期']],
    ['第二段', ['2025年3月31日 第7期']],
    ['特刊', ['特刊：营收一览 第8期']],
    ['第8期', ['特刊：营收一览 第8期']],
    ['2025年3月24日', ['2025年3月24日']],
    ['摘要 -商标', []],
    // The name of the publication is in the title of each.
    ['试刊', []],
  ])('is found by its title, number, summary and lead: %s', async (query, found) => {
    expect((await searched())(query)).toEqual(found);
  });

  test('comes after the items whose titles contain the words', async () => {
    const search = await searched();
    expect(search('事')).toHaveLength(3);
    expect(search('营收')).toEqual([
      '特刊：营收一览 第8期',
      '2025-04-07 甲事',
      '2025-03-31 甲事',
      '2025-03-24 甲事',
    ]);
  });

  test('is left out where items are asked for', async () => {
    const search = await searched();
    for (const filter of [{ section: 'industry' }, { source: '光明日报' }, { topic: 'results' }])
      expect(search('营收', filter)).not.toContain('特刊：营收一览 第8期');
    expect(search('营收', { from: '2026' })).toEqual([]);
  });

  test('is in what the browser loads, once', async () => {
    const text = await fileAt(await readArchive(folder()), '/search/2025.json')?.write();
    const entries: { date: string; id: string }[] = JSON.parse(String(text));
    expect(entries.map(({ date, id }) => [date, id === ''])).toEqual([
      ['2025-04-07', true],
      ['2025-04-07', false],
      ['2025-03-31', true],
      ['2025-03-31', false],
      ['2025-03-24', true],
      ['2025-03-24', false],
    ]);
  });
});
