import type { Entry } from '#lib/content/queries.ts';

/** Why two items are one story: what they share. */
export type Reason = 'case' | 'law' | 'event' | 'report' | 'occasion' | 'party' | 'editor';

/** How an item came into its thread: by what it shares with an earlier one. */
export type ThreadLink = {
  /** The position in the thread of the earlier item. */
  to: number;
  reason: Reason;
  /** What they share, as it is written in the later one; nothing where an editor put them together. */
  term: string | undefined;
};

/** An item of a thread; the first has no link. */
export type ThreadItem = Entry & { link: ThreadLink | undefined };

/** A story told in several items. */
export type Thread = {
  /** The day and the id of the item it began with: `2025-06-30-bn9c3y`. What is told later does not change it. */
  id: string;
  name: string;
  /** Whether an editor wants it listed first. */
  pinned: boolean;
  /** The oldest first; items of one issue in its order. At least two. */
  items: readonly ThreadItem[];
};

/** What an editor says of a thread in `threads.yml`. Items are permalinks such as `/issues/2025-06-30#bn9c3y`. */
export type ThreadEntry = {
  name?: string | undefined;
  pinned: boolean;
  /** Items that are in the thread, whatever they share. */
  items: string[];
  /** Items that are not, whatever they share. */
  without: string[];
};
