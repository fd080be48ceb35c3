import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { entriesOf, itemsOf } from '#lib/content/queries.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { storySoFar, threadsIn } from '#lib/views/stories.ts';
import { threadOrYearPage, threadsPage } from '#lib/views/threads.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { readMadeUp } from '#tests/support/stories.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

function issueOf(date: string) {
  const issue = shipped.issues.find((each) => each.date === date);
  if (issue === undefined) throw new Error(`there is no issue of ${date}`);
  return issue;
}

function storyOf(date: string, id: string) {
  const entry = entriesOf(issueOf(date)).find(({ item }) => item.id === id);
  if (entry === undefined) throw new Error(`there is no item ${id}`);
  return storySoFar(shipped, entry);
}

describe('an item of a thread', () => {
  test('its page lists the items of its story before and after it, and its thread', () => {
    const story = storyOf('2025-07-21', 'bvtn3h');
    expect(story?.thread).toBe('/threads/2025-06-30-bn9c3y');
    expect(story?.before[0]?.path).toBe('/issues/2025-06-30/bn9c3y');
    expect(story?.before.every(({ date }) => date <= '2025-07-21')).toBe(true);
    expect(story?.after[0]?.path).toBe('/issues/2025-09-08/dasypm');
    expect(story?.count).toBe(
      threadsOf(shipped).all.find(({ id }) => id === '2025-06-30-bn9c3y')?.items.length,
    );
    expect(
      storyOf(
        '2025-03-31',
        itemsOf(issueOf('2025-03-31'))
          .map(({ id }) => id)
          .find((id) => id !== '6sdhex') ?? '',
      ),
    ).toBeUndefined();
  });

  test('the page of its issue links the thread of each item that is in one', () => {
    const thread = '/threads/2025-04-28-z5fb5d';
    expect(threadsIn(shipped, issueOf('2025-04-28'))).toMatchObject({
      z5fb5d: thread,
      sktq5s: thread,
    });
    expect(Object.keys(threadsIn(shipped, issueOf('2025-03-31')))).toEqual(['6sdhex', 'pye9ms']);
  });
});

describe('the page of a thread', () => {
  const pageOf = (archive: Archive, id: string) => {
    const page = threadOrYearPage(archive, { id });
    if (page === undefined || !('items' in page)) throw new Error(`there is no thread ${id}`);
    return page;
  };

  test('quotes the sentence of each item that speaks of the story', () => {
    const { items } = pageOf(shipped, '2025-04-28-gh70v3');
    expect(items[0]?.excerpt).toMatch(/^即将开展的“剑网2025”.*压实平台主体责任。$/);
    expect(items[2]?.excerpt).toMatch(/^据湛江市委宣传部/);
    for (const { id } of threadsOf(shipped).all)
      for (const { excerpt, path } of pageOf(shipped, id).items) {
        const [date, itemId] = path.slice('/issues/'.length).split('/');
        const issue = shipped.issues.find((each) => each.date === date);
        const item = issue?.sections
          .flatMap((each) => each.items)
          .find((each) => each.id === itemId);
        expect(excerpt).not.toBe('');
        expect(item?.text).toContain(excerpt);
      }
  });

  test('says what is known at last, and whether it has ended', () => {
    const id = '2025-06-16-hwxrqv';
    const { now, ended } = pageOf(shipped, id);
    expect(now).toMatchObject({ date: '2025-09-08', path: '/issues/2025-09-08/kmf3j9' });
    expect(now.text).toContain('华纳兄弟向洛杉矶联邦法院起诉Midjourney');
    expect(ended).toBeUndefined();
    const endedBy = (text: string) => {
      const items = ['/issues/2025-09-08#kmf3j9'];
      const entry = { pinned: false, items, without: [], ended: text };
      return pageOf({ ...shipped, threads: [entry] }, id).ended;
    };
    expect(endedBy('')).toEqual({});
    expect(endedBy('2025-09-10')).toEqual({ date: '2025-09-10' });
    expect(endedBy('双方和解。')).toEqual({ text: '双方和解。' });
  });
});

describe('the list of threads', () => {
  test('is of one year: pinned threads first, then in the order of their last items', async () => {
    const { archive } = await readMadeUp();
    const years = [...threadsOf(archive).byYear.keys()];
    expect(years).toEqual(['2026', '2025']);
    const page = threadsPage(archive, {});
    expect(page?.year).toBe('2026');
    const dates = page?.threads.map(({ last }) => last.date) ?? [];
    expect(dates.length).toBeGreaterThan(2);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(page?.previous?.path).toBe('/threads/2025');
    expect(threadsPage(archive, { year: '2024' })).toBeUndefined();

    const path = '/threads/2025-03-31-6sdhex';
    expect(threadsPage(shipped, {})?.threads.at(0)?.path).not.toBe(path);
    const pinned = { pinned: true, items: ['/issues/2025-04-28#qp2c4n'], without: [] };
    const pinnedPage = threadsPage({ ...shipped, threads: [pinned] }, {});
    expect(pinnedPage?.pinned.map((thread) => thread.path)).toEqual([path]);
    expect(pinnedPage?.threads.map((thread) => thread.path)).not.toContain(path);
    const ended = threadsPage({ ...shipped, threads: [{ ...pinned, ended: '' }] }, {});
    expect(ended?.pinned.map(({ isEnded }) => isEnded)).toEqual([true]);
    expect(ended?.threads.some(({ isEnded }) => isEnded)).toBe(false);
  });

  test('and a single thread have one view', () => {
    expect(threadOrYearPage(shipped, { id: '2025' })).toHaveProperty('years');
    expect(threadOrYearPage(shipped, { id: '2025-06-30-bn9c3y' })).toHaveProperty('items');
    expect(threadOrYearPage(shipped, { id: '2025-06-30' })).toBeUndefined();
  });
});
