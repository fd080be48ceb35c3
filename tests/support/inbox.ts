import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchedFeed } from '#lib/editor/inbox/feeds/fetch-feed.ts';
import type { InboxPlaces } from '#lib/editor/inbox/inbox-places.ts';
import { openInbox } from '#lib/editor/inbox/open-inbox.ts';
import { takeInto } from '#lib/editor/inbox/take.ts';
import { registryTexts } from './registries.ts';
import { writeFilesInto } from './temporary-folder.ts';

/** An entry of a feed for tests. */
export type Entry = { title: string; url: string; date?: string; summary?: string };

/** A report as a feed names it, with a tracking parameter. */
export const entry = (title: string, at: number, date = '2025-03-30'): Entry => ({
  title,
  url: `https://example.com/${at}?utm_source=rss`,
  date,
});

/** Three feeds: two reports of one story, and one that has no word of a topic. */
export const someFeeds = {
  甲报: [entry('某公司发布大模型，全球首个用AI写的', 1), entry('AI画作展开幕', 2, '2025-03-29')],
  乙网: [entry('AI画作展开幕', 3, '2025-03-29'), entry('菜价上涨', 4)],
  丙社: [entry('去年营收_增长_三成', 5, '2025-03-28')],
};

/** The text of an RSS feed with these entries. */
export function rssOf(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ title, url, date, summary = '' }) =>
      `<item><title>${title}</title><link>${url}</link>${date === undefined ? '' : `<pubDate>${date}</pubDate>`}<description>${summary}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>t</title><link>https://example.com/</link><description>d</description>${items.join('')}</channel></rss>`;
}

/** The template of the publication for tests. */
const TEMPLATE = '---\nnumber: {{number}}\ndraft: true\n---\n\n## 关注·动向\n\n## 产业要闻\n';

/** When the tests read the feeds. */
export const NOW = new Date('2025-03-31T04:00:00Z');

/** The feeds of a publication by the names of their publishers: what they hold, or what went wrong. */
export type FeedsFor = Record<string, Entry[] | FetchedFeed>;

const OLD_ISSUE =
  '---\nnumber: 1\n---\n\n## 产业要闻\n\n### 旧闻一条\n\n正文。\n\n来源：证券日报\n';

/**
 * Makes a publication in an empty folder, with feeds that need no network.
 * @param issues its issue files; without any there is one of 2025-03-24
 */
export function publicationIn(
  root: string,
  feeds: FeedsFor,
  issues: Record<string, string> = { '2025-03-24.md': OLD_ISSUE },
) {
  const names = Object.keys(feeds);
  const sources = names.map(
    (name, at) => `- { name: ${name}, feed: "https://feeds.example/${at}" }\n`,
  );
  const folder = join(root, 'content');
  mkdirSync(join(folder, 'issues'), { recursive: true });
  writeFilesInto(folder, {
    ...registryTexts,
    'sources.yml': registryTexts['sources.yml'] + sources.join(''),
    'template.md': TEMPLATE,
  });
  writeFilesInto(join(folder, 'issues'), issues);
  const places: InboxPlaces = {
    folder,
    now: NOW,
    cache: join(root, 'cache'),
    take: takeInto(folder),
    fetchFeed: async (url) => {
      const feed = feeds[names[Number(url.split('/').at(-1))] ?? ''] ?? [];
      return Array.isArray(feed)
        ? { text: rssOf(feed), url, etag: undefined, lastModified: undefined }
        : feed;
    },
  };
  return {
    ...places,
    places,
    open: async () => (await openInbox(places)).session,
    issue: (day: string) => readFileSync(join(folder, 'issues', `${day}.md`), 'utf8'),
    decisions: () => readFileSync(join(folder, 'inbox.tsv'), 'utf8'),
  };
}
