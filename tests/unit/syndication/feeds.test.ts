import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '#lib/check/check.ts';
import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { feedOf, feedProps } from '#lib/syndication/feed.ts';
import { feedListOf } from '#lib/syndication/feed-list.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { addressesOf, fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

/** The feed of a kind, of a publication for tests. */
async function feedFrom(files: Record<string, string>, kind: string, id = '') {
  const archive = await readArchive(contentFolderWith(files));
  const ref = feedsOf(archive).find((feed) => feed.kind === kind && feed.id === id);
  if (ref === undefined) throw new Error(`there is no feed of ${kind} ${id}`);
  return feedOf(feedProps(archive, ref));
}

describe('the feeds', () => {
  test('are of all items, the issues, and every section, topic, source, thread, act, case and named entity', () => {
    const feeds = feedsOf(shipped);
    const of = (kind: string) => feeds.filter((feed) => feed.kind === kind).map(({ id }) => id);
    expect(of('items')).toEqual(['']);
    expect(of('issues')).toEqual(['']);
    expect(of('section')).toEqual(shipped.sections.map(({ id }) => id));
    expect(of('topic')).toEqual(shipped.topics.map(({ id }) => id));
    const cited = shipped.issues.flatMap(({ sections }) =>
      sections.flatMap(({ items }) =>
        items.flatMap(({ attributions }) => attributions.map(({ source }) => source.slug)),
      ),
    );
    expect(of('source').sort()).toEqual([...new Set(cited)].sort());
    expect(of('thread')).toEqual(threadsOf(shipped).all.map(({ id }) => id));
    expect(of('act')).toEqual(actsOf(shipped).all.map(({ id }) => id));
    expect(of('case')).toEqual(casesOf(shipped).all.map(({ id }) => id));
    expect(of('entity')).toEqual([...indexOf(shipped).entities.keys()]);
  });

  test('are at their addresses in three formats, those of acts and cases in Atom, and nowhere else', async () => {
    const printed = addressesOf(shipped).filter(({ kind }) => kind === 'feed');
    const ofDesk = feedsOf(shipped).filter(({ kind }) => kind === 'act' || kind === 'case');
    expect(printed).toHaveLength(3 * feedsOf(shipped).length - 2 * ofDesk.length + 1);
    expect(ofDesk.map(({ path }) => fileAt(shipped, path('atom'))?.type)).toEqual(
      ofDesk.map(() => 'application/atom+xml; charset=utf-8'),
    );
    expect(ofDesk.flatMap(({ path }) => fileAt(shipped, path('rss')) ?? [])).toEqual([]);
    expect(new Set(printed.map(({ path }) => path)).size).toBe(printed.length);
    expect(fileAt(shipped, '/feed.xml')?.type).toBe('application/rss+xml; charset=utf-8');
    expect(fileAt(shipped, '/issues/atom.xml')?.type).toBe('application/atom+xml; charset=utf-8');
    expect(fileAt(shipped, '/topics/ai/feed.json')?.type).toBe(
      'application/feed+json; charset=utf-8',
    );
    const source = '/sources/光明日报/feed.xml';
    expect(await fileAt(shipped, source)?.write()).toContain('<title>光明日报 · 版权周报</title>');
    expect(fileAt(shipped, encodeURI(source))).toBe(fileAt(shipped, source));
    for (const path of [
      '/rss.xml',
      '/sections/nope/feed.xml',
      '/topics/ai/2025/feed.xml',
      '/feeds',
    ])
      expect(fileAt(shipped, path)).toBeUndefined();
  });

  test('do not exist where there is no issue yet', async () => {
    const archive = await readArchive(contentFolderWith({}));
    expect(feedsOf(archive)).toEqual([]);
    expect(addressesOf(archive).some(({ kind }) => kind === 'feed')).toBe(false);
  });

  test('of a section without items are there to be subscribed to', async () => {
    const feed = await feedFrom({ '2025-03-31.md': sampleIssue(1) }, 'section', 'overseas');
    expect(feed.entries).toEqual([]);
    expect(feed.updated).toEqual(new Date('2025-03-31T08:00+08:00'));
  });

  test('hold the newest hundred items, and the newest twenty issues', async () => {
    const dates = Array.from(
      { length: 25 },
      (_, day) => `2025-03-${String(day + 1).padStart(2, '0')}`,
    );
    const files = Object.fromEntries(
      dates.map((date, index) => [`${date}.md`, sampleIssue(index + 1, 5)]),
    );
    const items = await feedFrom(files, 'items');
    expect(items.entries).toHaveLength(100);
    expect(items.entries[0]?.title).toBe('第25期消息之0');
    expect(items.entries.at(-1)?.title).toBe('第6期消息之4');
    const issues = await feedFrom(files, 'issues');
    expect(issues.entries.map(({ title }) => title)).toHaveLength(20);
    expect(issues.entries.at(-1)?.title).toContain('第6期');
  });
});

describe('an entry', () => {
  const corrected = `---
editor: 编辑甲
---

## 产业要闻

### 某公司营收增长

正文见[上一条](#above)与[全文](/issues/2025-03-24)，讲AI。

![图](/issues/2025-03-31/a.png)

> 更正（2025-04-02）：营收为八元。

来源：[证券日报](https://example.com/a?b=1&c=2) 2025-03-26、光明日报
`;

  test('holds the full text with its correction and sources, all addresses absolute', async () => {
    const { entries } = await feedFrom({ '2025-03-31.md': corrected }, 'items');
    expect(entries[0]?.html).toMatchInlineSnapshot(`
      "<p>正文见<a href="https://digest.example/issues/2025-03-31#above">上一条</a>与<a href="https://digest.example/issues/2025-03-24">全文</a>，讲AI。</p>
      <p><img src="https://digest.example/issues/2025-03-31/a.png" alt="图"></p>
      <blockquote class="correction">
      <p>更正（2025-04-02）：营收为八元。</p>
      </blockquote>
      <p>来源：<a href="https://digest.example/sources/%E8%AF%81%E5%88%B8%E6%97%A5%E6%8A%A5">证券日报</a> 2025-03-26 <a href="https://example.com/a?b=1&amp;c=2">原文</a>、<a href="https://digest.example/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5">光明日报</a></p>"
    `);
    expect(entries[0]?.url).toMatch(/^https:\/\/digest\.example\/issues\/2025-03-31\/\w{6}$/);
    expect(entries[0]?.categories).toEqual(['产业要闻', '人工智能', '业绩']);
    expect(entries[0]?.reports).toEqual([
      { source: '证券日报', url: 'https://example.com/a?b=1&c=2' },
    ]);
  });

  test('has the date of its issue, and of its newest correction', async () => {
    const { entries, updated } = await feedFrom({ '2025-03-31.md': corrected }, 'items');
    expect(entries[0]?.published).toEqual(new Date('2025-03-31T00:00:00Z'));
    expect(entries[0]?.updated).toEqual(new Date('2025-04-02T00:00:00Z'));
    expect(updated).toEqual(entries[0]?.updated);
    const issues = await feedFrom({ '2025-03-31.md': corrected }, 'issues');
    expect(issues.entries[0]?.updated).toEqual(new Date('2025-04-02T00:00:00Z'));
  });

  test('has an author where the issue names its editor, and none otherwise', async () => {
    const named = await feedFrom({ '2025-03-31.md': corrected }, 'items');
    expect(named.entries[0]?.author).toBe('编辑甲');
    const unnamed = await feedFrom({ '2025-03-31.md': sampleIssue(1) }, 'items');
    expect(unnamed.entries[0]?.author).toBeUndefined();
  });

  test('says what the page says, for every item of the shipped issues', () => {
    const feeds = feedsOf(shipped);
    const [issues] = feeds
      .filter(({ kind }) => kind === 'issues')
      .map((ref) => feedOf(feedProps(shipped, ref)));
    const withoutBlanks = (text: string) => text.replace(/\s+/g, '');
    const textOf = (html: string) => withoutBlanks(html.replace(/<[^>]+>/g, ''));
    for (const [index, issue] of shipped.issues.entries()) {
      const html = issues?.entries[index]?.html ?? '';
      const whole = textOf(html);
      for (const item of issue.sections.flatMap(({ items }) => items)) {
        expect(whole).toContain(withoutBlanks(item.title));
        expect(whole).toContain(textOf(item.html.__html));
        for (const { url, source } of item.attributions) {
          expect(whole).toContain(withoutBlanks(source.name));
          if (url !== undefined) expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
        }
      }
    }
  });
});

test('the list of feeds has each once but those of entities, acts and cases, by its absolute address', async () => {
  const { groups } = feedListOf(shipped);
  expect(groups.map(({ name }) => name)).toEqual(['全刊', '栏目', '主题', '来源', '脉络']);
  const urls = groups.flatMap(({ feeds }) => feeds.map(({ url }) => url));
  const { origin } = shipped.site;
  const unlisted = ['entity', 'act', 'case'];
  const listed = feedsOf(shipped).filter(({ kind }) => !unlisted.includes(kind));
  expect(urls).toEqual(listed.map(({ path }) => origin + path('rss')));
  const opml = fileAt(shipped, '/feeds.opml');
  expect(opml?.type).toBe('text/x-opml; charset=utf-8');
  expect(String(await opml?.write()).match(/xmlUrl="[^"]+"/g)).toEqual(
    urls.map((url) => `xmlUrl="${url}"`),
  );
});

test('an old feed address may lead to a feed, and a feed nowhere else', async () => {
  const redirects = '/rss.xml: /feed.xml\n/atom.xml: /feed.xml\n/old.xml: /topics/none/feed.xml\n';
  const files = { '2025-03-31.md': sampleIssue(1), 'redirects.yml': redirects };
  const { report } = await checkContent(contentFolderWith(files));
  expect(report).not.toContain('/rss.xml');
  expect(report).toContain('Unexpected redirect from /atom.xml');
  expect(report).toContain('Unexpected redirect to /topics/none/feed.xml');
});
