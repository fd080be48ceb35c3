import type { Archive } from '#lib/content/archive.ts';
import type { ThreadsJson } from '#lib/editions/json/lists/story-schemas.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Thread, ThreadItem } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { threadReasons } from '../threads.ts';
import { aboutList, MOST, permalink } from './common.ts';

type ThreadJson = ThreadsJson['threads'][number];

/** The threads that were last in the news, or those that have an item in a year. Each has all its items. */
export function threadsJson(archive: Archive, year?: string): ThreadsJson {
  const { all, byYear } = threadsOf(archive);
  const threads = year === undefined ? all.slice(0, MOST) : (byYear.get(year) ?? []);
  return {
    ...aboutList(archive, 'threads', year, byYear.keys()),
    threads: threads.map((thread) => threadJson(archive, thread)),
  };
}

function threadJson(archive: Archive, { id, name, pinned, items }: Thread): ThreadJson {
  return {
    id,
    name,
    url: absoluteUrl(archive.site.origin, paths.thread(id)),
    pinned,
    items: items.map((each) => ({
      date: each.issue.date,
      title: each.item.title,
      url: permalink(archive, each),
      links: linksOf(archive, each, items),
    })),
  };
}

function linksOf(
  archive: Archive,
  { links }: ThreadItem,
  items: readonly ThreadItem[],
): ThreadJson['items'][number]['links'] {
  return links.flatMap(({ to, reason, term }) => {
    const earlier = items[to];
    if (earlier === undefined) return [];
    return {
      to: permalink(archive, earlier),
      reason,
      reasonLabel: threadReasons[reason],
      ...(term === undefined ? {} : { term }),
    };
  });
}
