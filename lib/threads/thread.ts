import type { Entry } from '#lib/content/queries.ts';

/** Why two items are one story: the kind of what they share, or `editor` where `threads.yml` says so. */
export type Reason =
  | 'case'
  | 'law'
  | 'event'
  | 'total'
  | 'goods'
  | 'infringed'
  | 'claim'
  | 'piracy'
  | 'report'
  | 'occasion'
  | 'party'
  | 'editor';

/** Why two items are one story: the term that they share, and how strong the link is. */
export type Evidence = { reason: Reason; term: string; strength: number };

/** Two items of one story, by their positions in the archive (the oldest item has 0), and why. */
export type Link = Evidence & { later: number; earlier: number };

/** A link from an item to an earlier item of its thread. */
export type ThreadLink = {
  /** The position of the earlier item in the thread. */
  to: number;
  reason: Reason;
  /** The label of the term that they share; `undefined` where an editor put them together. */
  term: string | undefined;
};

/**
 * An item of a thread, with the links that joined it to earlier items. Mostly there is one link. There are several
 * where the item joined two threads, and none where only later items link to it.
 */
export type ThreadItem = Entry & { links: readonly ThreadLink[] };

/** A story that several items report. */
export type Thread = {
  /** The day and the id of the item that was first when the thread became public: `2025-06-30-bn9c3y`. */
  id: string;
  name: string;
  /** Whether an editor wants it listed first. */
  pinned: boolean;
  /** A day, a sentence or an empty text where an editor ended it, see `ThreadEntry`. */
  ended: string | undefined;
  /** At least two, the oldest first; those of one issue in its order. */
  items: readonly ThreadItem[];
};
