import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { itemsOf } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ThreadItem } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

type ItemLink = { date: IsoDate; path: string };

/**
 * The story of an item: the path of its thread, and the items of it in earlier and in later issues that are nearest: that
 * to which the item is linked, else the next.
 */
export type ItemStory = {
  earlier: ItemLink | undefined;
  later: ItemLink | undefined;
  thread: string;
};

/** The stories of an issue's items, by the items' ids. An item that is in no thread has no story. */
export function storiesOf(archive: Archive, issue: Issue): Record<string, ItemStory> {
  const { ofItem } = threadsOf(archive);
  const stories: Record<string, ItemStory> = {};
  for (const item of itemsOf(issue)) {
    const inThread = ofItem.get(item);
    if (inThread === undefined) continue;
    const { thread, position } = inThread;
    const { id, items } = thread;
    const earlier = items.filter((other) => other.issue.date < issue.date);
    const later = items.filter((other) => other.issue.date > issue.date);
    const linked = new Set(items[position]?.links.map(({ to }) => items[to]));
    stories[item.id] = {
      earlier: linkTo(earlier.findLast((other) => linked.has(other)) ?? earlier.at(-1)),
      later: linkTo(later.find(({ links }) => links.some(({ to }) => to === position)) ?? later[0]),
      thread: paths.thread(id),
    };
  }
  return stories;
}

function linkTo(found: ThreadItem | undefined): ItemLink | undefined {
  return found && { date: found.issue.date, path: paths.item(found.issue.date, found.item.id) };
}
