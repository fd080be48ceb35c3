import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { feedProps } from '#lib/syndication/feed.ts';
import { feedGroups } from '#lib/syndication/feed-list.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { entitiesPage, entityPage } from '#lib/views/entities.ts';
import { pagesOf } from '#lib/views/pages.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { issueOf } from '#tests/support/stories.ts';

const entities = `- { id: quiet, name: 无人提到 }
- { id: pop-mart, name: 泡泡玛特, aliases: [POP MART] }
- { id: tencent, name: 腾讯 }
- { id: copyright-law, name: 著作权法, kind: document }
- { id: patent-law, name: 专利法, kind: document }
`;
const files = {
  'entities.yml': entities,
  '2024-12-30.md': issueOf(['旧闻', '腾讯依据《著作权法》维权。']),
  '2025-03-31.md': issueOf(
    ['泡泡玛特起诉网店', 'POP MART就（2025）京73民初12号案起诉。'],
    ['腾讯与泡泡玛特合作', '双方合作，腾讯出资。'],
    ['修法', '新修订的著作权法公布。'],
  ),
  '2025-04-07.md': issueOf(['泡泡玛特胜诉', '（2025）京73民初12号案宣判，泡泡玛特胜诉。']),
};

let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

/** The archive of the issues above. */
const madeUp = () => readArchive(contentFolderWith(files));

/** The titles on the page of an entity, as it lists them. */
function titlesOn(archive: Archive, id: string, year?: string): string[] | undefined {
  const page = entityPage(archive, year === undefined ? { id } : { id, year });
  return page?.groups.flatMap(({ items }) => items.map(({ title }) => title));
}

describe('the list of entities', () => {
  test('has two groups, the most named first, with counts and newest issues', async () => {
    const archive = await madeUp();
    const { groups } = entitiesPage(archive);
    const shown = groups.map(({ name, entries }) => [
      name,
      entries.map((entry) => `${entry.name} ${entry.count} ${entry.newest?.date} ${entry.path}`),
    ]);
    expect(shown).toEqual([
      [
        '机构与企业',
        ['泡泡玛特 3 2025-04-07 /entities/pop-mart', '腾讯 2 2025-03-31 /entities/tencent'],
      ],
      ['法律法规', ['著作权法 2 2025-03-31 /entities/copyright-law']],
    ]);
  });

  test('is there without an entity too, since other pages lead to it', async () => {
    const bare = await readArchive(contentFolderWith({ '2025-03-31.md': files['2025-03-31.md'] }));
    expect(entitiesPage(bare).groups).toEqual([]);
    expect(addressAt(bare, '/entities')).toBeDefined();
    expect(addressAt(bare, '/entities/pop-mart')).toBeUndefined();
  });
});

describe('the page of an entity', () => {
  test('lists the items of a year that name it, by any of its names, each once', async () => {
    const archive = await madeUp();
    expect(titlesOn(archive, 'pop-mart')).toEqual([
      '泡泡玛特胜诉',
      '泡泡玛特起诉网店',
      '腾讯与泡泡玛特合作',
    ]);
    expect(titlesOn(archive, 'tencent')).toEqual(['腾讯与泡泡玛特合作']);
    expect(titlesOn(archive, 'tencent', '2024')).toEqual(['旧闻']);
    expect(titlesOn(archive, 'copyright-law')).toEqual(['修法']);
    expect(titlesOn(archive, 'copyright-law', '2024')).toEqual(['旧闻']);
  });

  test('says what it is of, and leads to its years and to the list', async () => {
    const archive = await madeUp();
    const page = entityPage(archive, { id: 'copyright-law' });
    expect(page).toMatchObject({
      name: '著作权法',
      description: '试刊提到《著作权法》的消息，按期排列。',
      period: '2025年',
      previous: { path: '/entities/copyright-law/2024', label: '2024年' },
    });
    expect(page?.head.title).toBe('著作权法 · 试刊');
    expect(page?.head.description).toContain('共2条');
    expect(page?.head.feeds[0]?.url).toBe('https://digest.example/entities/copyright-law/feed.xml');
    expect(JSON.stringify(page?.head.data)).toContain('https://digest.example/entities"');
  });

  test('names the threads of the items of its year, each once', async () => {
    const archive = await madeUp();
    expect(entityPage(archive, { id: 'pop-mart' })?.threads).toEqual([
      { name: '泡泡玛特起诉网店', path: expect.stringMatching(/^\/threads\/2025-03-31-\w+$/) },
    ]);
    expect(entityPage(archive, { id: 'tencent', year: '2024' })?.threads).toEqual([]);
    const threads = entityPage(shipped, { id: 'anthropic' })?.threads ?? [];
    expect(threads.map(({ name }) => name)).toContain('作家诉Anthropic等AI公司');
  });

  test('does not exist for an entity that no item names, an unknown one, or a year without items', async () => {
    const archive = await madeUp();
    for (const id of ['quiet', 'patent-law', 'nobody'])
      expect(entityPage(archive, { id }), id).toBeUndefined();
    expect(entityPage(archive, { id: 'pop-mart', year: '2024' })).toBeUndefined();
    const paths = pagesOf(archive).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/entities'))).toEqual([
      '/entities',
      '/entities/pop-mart',
      '/entities/pop-mart/2025',
      '/entities/tencent',
      '/entities/tencent/2025',
      '/entities/tencent/2024',
      '/entities/copyright-law',
      '/entities/copyright-law/2025',
      '/entities/copyright-law/2024',
    ]);
  });
});

describe('the feed of an entity', () => {
  test('holds the newest thirty items', async () => {
    const items = Array.from({ length: 31 }, (_, index): [string, string] => [
      `腾讯消息之${index}`,
      '腾讯发布消息。',
    ]);
    const many = await readArchive(
      contentFolderWith({ 'entities.yml': entities, '2025-03-31.md': issueOf(...items) }),
    );
    const ref = feedsOf(many).find(({ kind }) => kind === 'entity');
    if (ref === undefined) throw new Error('there is no feed');
    expect(feedProps(many, ref).items).toHaveLength(30);
  });

  test('holds its items, newest first, and is in no list of feeds', async () => {
    const archive = await madeUp();
    const ref = feedsOf(archive).find(({ kind, id }) => kind === 'entity' && id === 'tencent');
    if (ref === undefined) throw new Error('there is no feed');
    expect(ref).toMatchObject({ title: '腾讯 · 试刊', page: '/entities/tencent' });
    const { items } = feedProps(archive, ref);
    expect(items.map(({ item }) => item.title)).toEqual(['腾讯与泡泡玛特合作', '旧闻']);
    expect(addressAt(archive, ref.path('json'))?.kind).toBe('feed');
    const listed = feedGroups(archive).flatMap(({ feeds }) => feeds.map(({ kind }) => kind));
    expect(listed).not.toContain('entity');
  });
});
