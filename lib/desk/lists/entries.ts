import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesOf } from '#lib/content/queries.ts';

/** The entries of all issues, the oldest issue first, those of an issue in its order. */
export function* oldestFirst({ issues }: Pick<Archive, 'issues'>): Iterable<Entry> {
  for (const issue of issues.toReversed()) yield* entriesOf(issue);
}

/** Entries by their issues, the newest first; those of one issue in its order. */
export function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted(({ issue: a }, { issue: b }) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : 0,
  );
}
