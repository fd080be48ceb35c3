import { beforeAll, describe, expect, test } from 'vitest';
import { type Feed, feedOf, feedProps } from '#lib/syndication/feed.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { writeFeed } from '#lib/syndication/write-feed.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { feedThat, isJsonFeed, readArchive, xmlFaults } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

let feeds: Feed[];
beforeAll(async () => {
  const shipped = await readShipped();
  feeds = feedsOf(shipped).map((ref) => feedOf(feedProps(shipped, ref)));
});

describe('RSS', () => {
  test('is valid, every feed of the site', async () => {
    const documents = feeds.map((feed, index) => ({
      name: `rss-${index}.xml`,
      text: writeFeed(feed, 'rss'),
    }));
    expect(await xmlFaults(documents, 'rss.rng')).toEqual([]);
    for (const [index, { text }] of documents.entries())
      expect(text).toContain(`<atom:link href="${feeds[index]?.self.rss}" rel="self"`);
  });

  test.each([
    ['a date that is no date of RFC 822', /<pubDate>[^<]+/, '<pubDate>2025-03-31'],
    ['an address that is relative', /<link>[^<]+/, '<link>/'],
    ['an element twice', /<language>/, '<language>zh</language><language>'],
    ['an element of its own making', /<channel>/, '<channel><published/>'],
  ])('with %s is not', async (_, pattern, wrong) => {
    const [feed] = feeds;
    const text = feed && writeFeed(feed, 'rss').replace(pattern, wrong);
    expect(await xmlFaults([{ name: 'wrong.xml', text: text ?? '' }], 'rss.rng')).not.toEqual([]);
  });
});

describe('Atom', () => {
  test('is valid, every feed of the site', async () => {
    const documents = feeds.map((feed, index) => ({
      name: `atom-${index}.xml`,
      text: writeFeed(feed, 'atom'),
    }));
    expect(await xmlFaults(documents, 'atom.rng')).toEqual([]);
    for (const [index, { text }] of documents.entries()) {
      expect(text).toContain(`<link href="${feeds[index]?.self.atom}" rel="self"`);
      // What RFC 4287 says in words: an author above the entries, content or a link in each.
      expect(text.slice(0, text.indexOf('<entry>'))).toContain('<author>');
      const entries = text.match(/<entry>/g)?.length ?? 0;
      expect(text.match(/<content type="html">/g)?.length ?? 0).toBe(entries);
    }
  });

  test.each([
    ['no id', /<id>[^<]+<\/id>/, ''],
    ['a date without a time', /<updated>[^<]+/, '<updated>2025-03-31'],
    ['an entry before its own title', /<title type="text">/, '<entry/><title type="text">'],
    ['a category without a term', /<category term="[^"]*"/, '<category'],
  ])('with %s is not', async (_, pattern, wrong) => {
    const [feed] = feeds;
    const text = feed && writeFeed(feed, 'atom').replace(pattern, wrong);
    expect(await xmlFaults([{ name: 'wrong.xml', text: text ?? '' }], 'atom.rng')).not.toEqual([]);
  });
});

describe('JSON Feed', () => {
  test('is valid, every feed of the site', () => {
    for (const feed of feeds) {
      isJsonFeed(JSON.parse(writeFeed(feed, 'json')));
      expect(isJsonFeed.errors, feed.title).toBeNull();
    }
  });

  test('without a list of items, or with an item without an id, is not', () => {
    expect(isJsonFeed({ version: 'https://jsonfeed.org/version/1.1', title: 'x' })).toBe(false);
    const [feed] = feeds;
    const parsed = feed && JSON.parse(writeFeed(feed, 'json'));
    delete parsed.items[0].id;
    expect(isJsonFeed(parsed)).toBe(false);
  });
});

describe('a section without items', () => {
  test('has a valid feed in every format', async () => {
    const archive = await readArchive(contentFolderWith({ '2025-03-31.md': sampleIssue(1) }));
    const feed = feedThat(archive, ({ id }) => id === 'overseas');
    const document = (format: 'rss' | 'atom') => ({ name: 'x.xml', text: writeFeed(feed, format) });
    expect(await xmlFaults([document('rss')], 'rss.rng')).toEqual([]);
    expect(await xmlFaults([document('atom')], 'atom.rng')).toEqual([]);
    expect(isJsonFeed(JSON.parse(writeFeed(feed, 'json')))).toBe(true);
  });
});
