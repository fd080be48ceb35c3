import type { Entry } from '#lib/content/queries.ts';
import { newestFirst } from '#lib/desk/lists/entries.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** The newest items of an act or a case, the newest first, and how many it has. */
export type NewestItems = { items: ItemRef[]; count: number };

/** How many items a page of an act or a case lists. 著作权法 is mentioned in one item of ten. */
const MOST = 60;

/** The newest of some entries, as many as the page of an act or a case lists. */
export function entriesShown(entries: readonly Entry[]): Entry[] {
  return newestFirst(entries).slice(0, MOST);
}

export function newestItems(entries: readonly Entry[]): NewestItems {
  return { items: entriesShown(entries).map(itemRef), count: entries.length };
}
