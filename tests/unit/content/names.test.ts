import { describe, expect, test } from 'vitest';
import { NameIndex, signedKey, sourceSlug } from '#lib/content/names.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { isSlug } from '#tests/support/attacks/look.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

/** Names that differ in signs alone. */
const FAMILIES = [
  ['C', 'C#', 'C++', 'C+', '+C', 'C*'],
  ['NET', '.NET'],
  ['AT T', 'AT&T', 'AT+T', 'AT@T'],
  ['价格', '价格$', '价格€', '价格%'],
  ['日报', '😀日报', '日报™️', '日报°'],
  ['Go', 'Go!', 'Go?'],
];

describe.each(FAMILIES)('%s and other names with the same letters', (...names) => {
  test('are different names, and have different addresses', () => {
    expect(new Set(names.map(signedKey)).size).toBe(names.length);
    const slugs = names.map(sourceSlug);
    expect(new Set(slugs).size).toBe(names.length);
    expect(slugs.filter((slug) => !isSlug(slug))).toEqual([]);
    const index = new NameIndex(names.map((name) => ({ name, aliases: [] })));
    for (const name of names) expect(index.find(name)?.name).toBe(name);
  });

  test('may stand in every registry', () => {
    const entries = (of: (name: string, index: number) => object) =>
      JSON.stringify(names.map((name, index) => ({ name, ...of(name, index) })));
    const { registries, diagnostics } = parseRegistryTexts({
      ...registryTexts,
      'sections.yml': entries((_, index) => ({ id: `s${index}`, description: '栏目。' })),
      'topics.yml': entries((_, index) => ({
        id: `t${index}`,
        description: '主题。',
        terms: ['词'],
      })),
      'sources.yml': entries(() => ({})),
    });
    expect(diagnostics.flatMap(({ messages }) => messages.map(String))).toEqual([]);
    expect(registries?.sections.entries).toHaveLength(names.length);
    expect(registries?.sources.entries).toHaveLength(names.length);
    expect(registries?.topics).toHaveLength(names.length);
  });
});

test.each([
  ['关注·动向', '关注动向'],
  ['英国广播公司（BBC）', '英国广播公司(bbc)'],
  ['MARQUES（Class 46）', 'Marques Class-46'],
  ['C＃', 'c#'],
  ['U.S. News', 'US News'],
])('%s and %s are one name', (one, other) => {
  expect(signedKey(one)).toBe(signedKey(other));
});

test('punctuation that only stresses a name may be missing or doubled', () => {
  const index = new NameIndex([
    { name: 'Go!', aliases: [] },
    { name: '产业要闻', aliases: [] },
  ]);
  expect(index.find('Go')?.name).toBe('Go!');
  expect(index.find('产业要闻！')?.name).toBe('产业要闻');
  expect(index.find('Go+')).toBeUndefined();
});

test('sources whose names differ only in punctuation have pages of their own, and old addresses redirect', async () => {
  const folder = contentFolderWith({
    'sources.yml': '[{ name: C# }, { name: C++ }, { name: A&B }, { name: 光明日报 }]',
    '2025-03-31.md': `## 产业要闻

### 甲

正文。

来源：C#、C++、D+、D

### 乙

正文。

来源：A&B、光明日报
`,
  });
  const archive = await readArchive(folder);
  const cited = archive.issues[0]?.sections[0]?.items.flatMap(({ attributions }) =>
    attributions.map(({ source }) => source.slug),
  );
  expect(cited).toEqual(['c-23', 'c-2b-2b', 'd-2b', 'd', 'a-26-b', '光明日报']);
  const moves = redirectsOf(archive).map(({ from, to }) => `${from} ${to}`);
  expect(moves).toContain('/sources/a-b /sources/a-26-b');
  expect(moves).toContain('/sources/a-b/2025 /sources/a-26-b/2025');
  expect(moves).toContain('/sources/a-b/feed.xml /sources/a-26-b/feed.xml');
  expect(moves).toContain('/sources/c /sources/c-23');
  expect(moves.filter((move) => move.startsWith('/sources/c '))).toHaveLength(1);
  // It is the address of another now.
  expect(moves.filter((move) => move.startsWith('/sources/d '))).toEqual([]);
});
