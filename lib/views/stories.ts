import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { itemsOf } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ThreadItem } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

type ItemLink = { date: IsoDate; path: string };

/** The story of an item: the path of its thread, and the thread's nearest items in earlier and in later issues. */
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
    const { id, items } = inThread.thread;
    stories[item.id] = {
      earlier: linkTo(items.findLast((other) => other.issue.date < issue.date)),
      later: linkTo(items.find((other) => other.issue.date > issue.date)),
      thread: paths.thread(id),
    };
  }
  return stories;
}

function linkTo(found: ThreadItem | undefined): ItemLink | undefined {
  return found && { date: found.issue.date, path: paths.item(found.issue.date, found.item.id) };
}
