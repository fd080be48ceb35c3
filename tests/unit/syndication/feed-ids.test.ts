import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { feedOf, feedProps } from '#lib/syndication/feed.ts';
import { feedFiles } from '#lib/syndication/feed-files.ts';
import { feedsOf, siteFeeds } from '#lib/syndication/feeds.ts';
import { filesOf } from '#lib/views/files.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const content = join(import.meta.dirname, '../../../content');
let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(content);
});

describe('an id', () => {
  test('is a tag URI of the day and the item, and the same wherever the site is served', () => {
    const idsAt = (origin: string) => {
      const archive = { ...shipped, site: { ...shipped.site, origin } };
      return feedsOf(archive).flatMap((ref) => {
        const feed = feedOf(feedProps(archive, ref));
        expect(feed.self.rss).toBe(origin + ref.path('rss'));
        return [feed.id, ...feed.entries.map(({ id }) => id)];
      });
    };
    const ids = idsAt('https://digest.example');
    expect(idsAt('http://localhost:3600')).toEqual(ids);
    expect(ids.slice(0, 2)).toEqual([
      'tag:dibao.example,2025:items',
      'tag:dibao.example,2025:2025-09-15/fkn9xs',
    ]);
    // https://www.rfc-editor.org/rfc/rfc4151#section-2.1, with the characters of a URI alone.
    for (const id of ids)
      expect(id).toMatch(/^tag:[a-z0-9.-]+,\d{4}:([\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})+$/);
    const own = shipped.issues.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
    expect(new Set(ids.filter((id) => /\d{4}-\d{2}-\d{2}\//.test(id))).size).toBe(own.length);
  });

  test('is in the written feed, the same for each origin that a build is given', async () => {
    const idsFor = async (origin: string) => {
      vi.stubEnv('SITE_ORIGIN', origin);
      const archive = await readArchive(content);
      const feeds = new Set(feedFiles(archive).map(({ path }) => path));
      const written = filesOf(archive).filter(
        ({ path }) => feeds.has(path) && path !== paths.feedList(),
      );
      const found = new Map<string, string[]>();
      for (const { path, write } of written) {
        const text = String(await write());
        expect(text).toContain(origin);
        found.set(path, text.match(/tag:[^"<\s]+/g) ?? []);
      }
      return found;
    };
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const ids = await idsFor('https://digest.example');
    expect(await idsFor('http://localhost:3600')).toEqual(ids);
    expect(ids.get('/feed.xml')).toHaveLength(80);
    expect(ids.get('/feed.json')).toEqual(ids.get('/feed.xml'));
    expect(ids.get('/atom.xml')?.slice(1)).toEqual(ids.get('/feed.xml'));
  });

  test('stays the same when punctuation of a title, the order or a number changes', async () => {
    const item = (title: string) => `### ${title}\n\n正文。\n\n来源：光明日报\n`;
    const before = `## 产业要闻\n\n${item('甲公司：营收增长')}\n${item('乙事')}`;
    const after = `---\nnumber: 7\n---\n\n## 产业要闻\n\n${item('乙事')}\n${item('甲公司，营收增长！')}`;
    const [first = [], second = []] = await Promise.all(
      [before, after].map(async (text) => {
        const archive = await readArchive(contentFolderWith({ '2025-03-31.md': text }));
        const [items] = siteFeeds(archive);
        return items && feedOf(feedProps(archive, items)).entries.map(({ id }) => id);
      }),
    );
    expect(first).toHaveLength(2);
    expect(second.reverse()).toEqual(first);
  });
});
