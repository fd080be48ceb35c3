import type { Entry } from '#lib/content/queries.ts';

/** Why two items are one story: what they share, or that an editor says so. */
export type Reason = 'case' | 'law' | 'event' | 'report' | 'occasion' | 'party' | 'editor';

/** What makes two items one story, and how much besides speaks for it. */
export type Evidence = { reason: Reason; term: string; strength: number };

/** Two entries of one story, by their positions, and why. */
export type Link = Evidence & { later: number; earlier: number };

/** What an item shares with an earlier one of its thread. */
export type ThreadLink = {
  /** The position in the thread of the earlier item. */
  to: number;
  reason: Reason;
  /** What they share, as it is written in the later one; nothing where an editor put them together. */
  term: string | undefined;
};

/**
 * An item of a thread, with the links that brought it there, to one earlier item mostly: to several where it
 * joined what had been told apart, to none where later items brought it.
 */
export type ThreadItem = Entry & { links: readonly ThreadLink[] };

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
