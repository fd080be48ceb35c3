import { parseJsonFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FeedFormat } from '#lib/site/feed-formats.ts';
import { type Feed, feedOf, feedProps } from '#lib/syndication/feed.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { writeFeed } from '#lib/syndication/write-feed.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { feedThat, isJsonFeed, readArchive, readBack, xmlFaults } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

let feeds: Feed[];
beforeAll(async () => {
  const shipped = await readShipped();
  feeds = feedsOf(shipped).map((ref) => feedOf(feedProps(shipped, ref)));
});

/** A feed of one item with everything in it that breaks a format. */
const TITLE = `a<b>&"'</b> ]]> <![CDATA[ <!-- &amp; &#1; 😀𠮷`;
const CONTROLS = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));
const NOT_XML = `${CONTROLS.filter((char) => !/\s/.test(char)).join('')}\uFFFE\uD800`;
async function hostileFeed(kind: 'items' | 'issues'): Promise<Feed> {
  const archive = await readArchive(contentFolderWith({ '2025-03-31.md': sampleIssue(1, 1) }));
  const issues = archive.issues.map((issue) => ({
    ...issue,
    title: `${TITLE}${NOT_XML}`,
    number: 1,
    editor: TITLE,
    sections: issue.sections.map(({ section, items, place }) => ({
      section,
      place,
      items: items.map((item) => ({
        ...item,
        title: `${TITLE}${NOT_XML} 第1期`,
        html: { __html: `<p>]]&gt; ]]> &lt;script&gt; &amp;amp; 😀𠮷${NOT_XML}</p>` },
      })),
    })),
  }));
  const site = { ...archive.site, name: TITLE };
  return feedThat({ ...archive, site, issues }, (ref) => ref.kind === kind);
}

describe('what another program reads', () => {
  const corrected = async () => {
    const text = sampleIssue(1).replace('来源：', '> 更正（2025-04-02）：改了。\n\n来源：');
    const named = text.replace('---\n', '---\neditor: 编辑甲\n');
    const archive = await readArchive(contentFolderWith({ '2025-03-31.md': named }));
    const feed = feedThat(archive, ({ kind }) => kind === 'items');
    expect(feed.entries[0]?.updated).not.toEqual(feed.entries[0]?.published);
    return feed;
  };
  /** The items of a feed as its reader keeps them. */
  const kept = (feed: Feed, format: FeedFormat) =>
    feed.entries.map(({ id, title, url, published, updated, html, categories, author }) => ({
      id,
      title,
      url,
      published,
      // Of an entry that was never corrected Atom alone says so.
      ...(format === 'atom' || updated > published ? { updated } : {}),
      html,
      categories,
      // Where an entry of Atom names none, the author is the feed's.
      author: author ?? (format === 'atom' ? feed.publisher.name : undefined),
    }));

  test.each(['rss', 'atom'] as const)('in %s is what was written', async (format) => {
    for (const feed of [...feeds, await corrected()]) {
      const { meta, items } = await readBack(writeFeed(feed, format));
      expect(meta.title).toBe(feed.title);
      expect(meta.xmlurl).toBe(feed.self[format]);
      expect(meta.link).toBe(feed.page);
      const read = items.map((item) => {
        const updated = item['atom:updated']?.['#'];
        return {
          id: item.guid,
          title: item.title,
          url: item.link,
          published: item.pubdate,
          ...(updated === undefined ? {} : { updated: new Date(updated) }),
          html: item.description,
          categories: item.categories,
          author: item.author ?? undefined,
        };
      });
      expect(read).toEqual(kept(feed, format));
    }
  });

  test('in JSON is what was written', async () => {
    for (const feed of [...feeds, await corrected()]) {
      const read = parseJsonFeed(writeFeed(feed, 'json'));
      expect(read.title).toBe(feed.title);
      expect(read.feed_url).toBe(feed.self.json);
      expect(read.home_page_url).toBe(feed.page);
      const items = read.items?.map((item) => ({
        id: item.id,
        title: item.title,
        url: item.url,
        published: item.date_published && new Date(item.date_published),
        ...(item.date_modified === undefined ? {} : { updated: new Date(item.date_modified) }),
        html: item.content_html,
        categories: item.tags,
        author: item.authors?.[0]?.name,
      }));
      expect(items ?? []).toEqual(kept(feed, 'json'));
    }
  });

  test('names no feed as the source of an item: RSS wants its address, and nobody knows one', async () => {
    for (const feed of feeds) expect(writeFeed(feed, 'rss')).not.toContain('<source');
  });

  test.each(['items', 'issues'] as const)('of hostile %s is whole', async (kind) => {
    const feed = await hostileFeed(kind);
    const [entry] = feed.entries;
    // XML has no way to say a control character; JSON has.
    const sayable = (text = '') => Array.from(text, (c) => (NOT_XML.includes(c) ? '' : c)).join('');
    for (const format of ['rss', 'atom'] as const) {
      const text = writeFeed(feed, format);
      expect(await xmlFaults([{ name: 'hostile.xml', text }], `${format}.rng`)).toEqual([]);
      const { items } = await readBack(text);
      expect(items).toHaveLength(1);
      const [item] = items;
      // `title` itself is what is left of it as HTML.
      expect(item?.[`${format}:title`]['#']).toBe(`${TITLE} 第1期`);
      expect(item?.guid).toBe(entry?.id);
      expect(item?.author).toBe(TITLE);
      expect(item?.description).toBe(sayable(entry?.html));
    }
    const json = JSON.parse(writeFeed(feed, 'json'));
    expect(isJsonFeed(json)).toBe(true);
    expect(json.items[0].title).toBe(entry?.title);
    expect(json.items[0].content_html).toBe(entry?.html);
  });
});
