import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ThreadItem } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

type Told = { date: IsoDate; path: string };

/** An item's story: the nearest items of it in an earlier and a later issue, and the address of its thread. */
export type ItemStory = {
  earlier: Told | undefined;
  later: Told | undefined;
  thread: string;
};

/** The stories of an issue's items, by the items' ids; items that are in no thread have none. */
export function storiesOf(archive: Archive, issue: Issue): Record<string, ItemStory> {
  const { ofItem } = threadsOf(archive);
  const stories: Record<string, ItemStory> = {};
  for (const item of issue.sections.flatMap((section) => section.items)) {
    const found = ofItem.get(item);
    if (found === undefined) continue;
    const { id, items } = found.thread;
    stories[item.id] = {
      earlier: told(items.findLast((other) => other.issue.date < issue.date)),
      later: told(items.find((other) => other.issue.date > issue.date)),
      thread: paths.thread(id),
    };
  }
  return stories;
}

function told(at: ThreadItem | undefined): Told | undefined {
  return at && { date: at.issue.date, path: paths.item(at.issue.date, at.item.id) };
}
