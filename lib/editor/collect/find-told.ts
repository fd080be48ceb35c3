import type { Article } from '#lib/article/article.ts';
import type { Archive } from '#lib/content/archive.ts';
import { reportKey } from '#lib/content/comparison/repeated-sources.ts';
import { itemsToldIn } from '#lib/content/comparison/repeated-stories.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

/** What was told before: the item that cites the same address, or has the same story, and its thread. */
export type Told = { why: 'cited' | 'story'; entry: Entry; thread?: string };

/** The items that cite one of these addresses, or tell what the article tells. */
export function findTold(archive: Archive, article: Article, addresses: readonly string[]): Told[] {
  const keys = new Set(addresses.map(loosely));
  const entries = [...entriesIn(archive)];
  const cited = entries.filter(({ item }) =>
    item.attributions.some(({ url }) => url !== undefined && keys.has(loosely(url))),
  );
  const text = `${article.title ?? ''}\n${article.paragraphs.join('\n')}`;
  const same = new Set(
    itemsToldIn(
      text,
      entries.map(({ item }) => item),
    ),
  );
  const stories = entries.filter((entry) => same.has(entry.item) && !cited.includes(entry));
  return [
    ...cited.map((entry) => toldBy(archive, 'cited', entry)),
    ...stories.slice(0, 3).map((entry) => toldBy(archive, 'story', entry)),
  ];
}

function toldBy(archive: Archive, why: Told['why'], entry: Entry): Told {
  const thread = threadsOf(archive).ofItem.get(entry.item)?.thread;
  return { why, entry, ...(thread && { thread: paths.thread(thread.id) }) };
}

/** What two addresses of one page share: http and https, `www.`, a slash at the end and tracking make no difference. */
export function loosely(address: string): string {
  return (reportKey(address) ?? address).replace(/^www\./, '');
}
