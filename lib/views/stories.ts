import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, itemsOf } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ThreadItem } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

/** The paths of the threads that the items of an issue are in, by the items' ids. */
export function threadsIn(archive: Archive, issue: Issue): Record<string, string> {
  const { ofItem } = threadsOf(archive);
  const paired = itemsOf(issue).flatMap((item): [string, string][] => {
    const inThread = ofItem.get(item);
    return inThread === undefined ? [] : [[item.id, paths.thread(inThread.thread.id)]];
  });
  return Object.fromEntries(paired);
}

/** What the thread of an item tells before and after it: the nearest items on both sides, the oldest first. */
export type StorySoFar = {
  thread: string;
  name: string;
  /** How many items the thread has. */
  count: number;
  before: StoryItem[];
  after: StoryItem[];
};

type StoryItem = { date: IsoDate; path: string; title: string };

/** How many items of the story are listed on each side of an item. */
const LISTED = 4;

/** The story of an item, without the item itself; `undefined` where it is in no thread. */
export function storySoFar(archive: Archive, { item }: Entry): StorySoFar | undefined {
  const inThread = threadsOf(archive).ofItem.get(item);
  if (inThread === undefined) return undefined;
  const { thread, position } = inThread;
  const listed = (items: readonly ThreadItem[]): StoryItem[] =>
    items.map((other) => ({
      date: other.issue.date,
      path: paths.item(other.issue.date, other.item.id),
      title: other.item.title,
    }));
  return {
    thread: paths.thread(thread.id),
    name: thread.name,
    count: thread.items.length,
    before: listed(thread.items.slice(Math.max(0, position - LISTED), position)),
    after: listed(thread.items.slice(position + 1, position + 1 + LISTED)),
  };
}
