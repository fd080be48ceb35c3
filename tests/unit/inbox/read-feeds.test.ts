import { describe, expect, test } from 'vitest';
import { wordMatcher } from '#lib/editor/inbox/candidates/match-words.ts';
import { KnownFeeds } from '#lib/editor/inbox/feeds/feed-cache.ts';
import type { FeedRequest, FetchedFeed } from '#lib/editor/inbox/feeds/fetch-feed.ts';
import { readFeeds } from '#lib/editor/inbox/feeds/read-feeds.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { type Entry, rssOf } from '#tests/support/inbox.ts';
import { testRegistries } from '#tests/support/registries.ts';

const FEED = { source: '甲报', url: 'https://feeds.example/a' };
const answer = (entries: Entry[], etag?: string): FetchedFeed => ({
  text: rssOf(entries),
  url: FEED.url,
  etag,
  lastModified: undefined,
});
const entry = (title: string, date?: string): Entry => ({
  title,
  url: `https://example.com/${encodeURIComponent(title)}`,
  ...(date === undefined ? {} : { date }),
});

/** A machine that reads one feed again and again, and what it asks its server. */
function machine(cache = temporaryFolder()) {
  const asked: FeedRequest[] = [];
  const read = async (day: string, fetched: FetchedFeed, words = 'w') => {
    const { reports, ...rest } = await readFeeds([FEED], {
      fetchFeed: async (_, request) => {
        asked.push(request);
        return fetched;
      },
      agent: 'Dibao/1',
      known: new KnownFeeds(cache),
      matchWords: wordMatcher(testRegistries()),
      words,
      timeZone: 'Asia/Shanghai',
      now: new Date(`${day}T04:00:00Z`),
    });
    return { titles: reports.map(({ title }) => title), ...rest };
  };
  return { read, asked };
}

describe('a feed that is read again', () => {
  test('is asked by its ETag, and keeps its reports where nothing has changed', async () => {
    const { read, asked } = machine();
    const first = await read(
      '2025-03-31',
      answer([entry('AI一', '2025-03-30'), entry('菜价')], '"a"'),
    );
    expect(first.titles).toEqual(['AI一']);
    expect((await read('2025-04-01', { unchanged: true })).titles).toEqual(['AI一']);
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"a"']);
    // Ten days later it is old.
    expect((await read('2025-04-10', { unchanged: true })).titles).toEqual([]);
  });

  test('is read as a whole when other words are looked for', async () => {
    const { read, asked } = machine();
    await read('2025-03-31', answer([entry('AI一', '2025-03-30')], '"a"'));
    await read('2025-03-31', answer([entry('AI一', '2025-03-30')], '"b"'), 'other');
    await read('2025-03-31', { unchanged: true }, 'other');
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, undefined, '"b"']);
  });

  test('keeps for ten days what it does not name any more', async () => {
    const { read } = machine();
    await read('2025-03-31', answer([entry('AI一', '2025-03-30'), entry('AI二')]));
    const later = await read('2025-04-04', answer([entry('AI三', '2025-04-03')]));
    expect(later.titles.sort()).toEqual(['AI一', 'AI三', 'AI二']);
    const last = await read('2025-04-11', answer([entry('AI三', '2025-04-03')]));
    expect(last.titles).toEqual(['AI三']);
  });

  test('has a report without a day for ten days, however long it names it', async () => {
    const { read } = machine();
    const text = answer([entry('AI二')]);
    for (const day of ['2025-03-31', '2025-04-05', '2025-04-10'])
      expect((await read(day, text)).titles).toEqual(['AI二']);
    for (const day of ['2025-04-11', '2025-04-12', '2025-05-12']) {
      const { titles, named } = await read(day, text);
      expect([titles, named?.size]).toEqual([[], 1]);
    }
  });

  test('keeps its reports when it cannot be read, and tells why in a line', async () => {
    const { read } = machine();
    await read('2025-03-31', answer([entry('AI一', '2025-03-30')]));
    for (const [fetched, reason] of [
      [{ fault: 'answered 500' }, 'answered 500'],
      [{ ...answer([]), text: '<!doctype html>' }, 'a web page and no feed'],
    ] as const) {
      const { titles, failures, named } = await read('2025-04-01', fetched);
      expect(titles).toEqual(['AI一']);
      expect(failures).toEqual([{ feed: FEED, reason }]);
      expect(named).toBeUndefined();
    }
  });

  test('is not asked before its server wants to be', async () => {
    const { read, asked } = machine();
    await read('2025-03-31', answer([entry('AI一', '2025-03-30')], '"a"'));
    const notBefore = Date.parse('2025-03-31T06:00:00Z');
    await read('2025-03-31', { fault: 'answered 429', notBefore });
    const { titles, failures } = await read('2025-03-31', answer([]));
    expect(titles).toEqual(['AI一']);
    expect(failures[0]?.reason).toBe(
      'not asked: its server wants no request before 2025-03-31 06:00 UTC',
    );
    await read('2025-04-01', { unchanged: true });
    expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"a"', '"a"']);
  });
});

test('what most entries of a feed have in common is no part of their stories', async () => {
  const notice = '本报所登文字与图片未经许可不得转载，转载请注明出处并与本报联系，违者将依法追究。';
  const summaries = ['某省公布登记情况', '某市查获一批盗版图书', '某校开设课程', '某馆展出画作'];
  const entries = summaries.map((summary, at) => ({
    ...entry(`AI${'甲乙丙丁'.charAt(at)}`, '2025-03-30'),
    summary: summary + notice,
  }));
  const { reports } = await readFeeds([FEED], {
    fetchFeed: async () => answer(entries),
    agent: 'Dibao/1',
    known: new KnownFeeds(temporaryFolder()),
    matchWords: () => ['AI'],
    words: 'w',
    timeZone: 'Asia/Shanghai',
    now: new Date('2025-03-31T04:00:00Z'),
  });
  const sharedBy = ({ pairs }: (typeof reports)[number]) =>
    reports.filter((other) => pairs.filter((pair) => other.pairs.includes(pair)).length > 2).length;
  expect(reports.map(sharedBy)).toEqual([1, 1, 1, 1]);
});

test('feeds are read ten at a time, each address once', async () => {
  const feeds = Array.from({ length: 35 }, (_, at) => ({
    source: '甲报',
    url: `https://feeds.example/${at % 30}`,
  }));
  let [now, most, count] = [0, 0, 0];
  await readFeeds(feeds, {
    fetchFeed: async (url) => {
      now += 1;
      count += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return { ...answer([]), url };
    },
    agent: 'Dibao/1',
    known: new KnownFeeds(temporaryFolder()),
    matchWords: () => [],
    words: 'w',
    timeZone: 'Asia/Shanghai',
    now: new Date('2025-03-31T04:00:00Z'),
  });
  expect([most, count]).toEqual([10, 30]);
});
