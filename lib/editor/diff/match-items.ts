import { diffArrays } from 'diff';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, entriesById } from '#lib/content/queries.ts';
import { PairIndex, pairsOfLetters } from '#lib/site/pair-index.ts';

/** An item before and after: one of both is missing where it is new or was removed. */
export type ItemPair =
  | { before: Entry; after: Entry; isReordered: boolean }
  | { before: Entry; after?: never }
  | { before?: never; after: Entry };

/** How much of an item's text another must have to be the same item with another id. */
const SAME_TEXT = 0.6;

/**
 * Pairs the items of two versions of an issue: by id, and what is left by the likeness of their texts. The order is
 * that of the present version; what was removed comes last.
 */
export function matchItems(before: Issue, after: Issue): ItemPair[] {
  const [olds, news] = [entriesById(before), entriesById(after)];
  const successors = matchById(olds, news);
  const taken = new Set(successors.values());
  matchByText(
    olds.filter((entry) => !successors.has(entry)),
    news.filter((entry) => !taken.has(entry)),
    successors,
  );
  const predecessors = new Map(Array.from(successors, ([old, now]) => [now, old]));
  const moved = reordered(olds, news, predecessors);
  return [
    ...news.map((entry): ItemPair => {
      const old = predecessors.get(entry);
      if (old === undefined) return { after: entry };
      return { before: old, after: entry, isReordered: moved.has(entry) };
    }),
    ...olds.filter((entry) => !successors.has(entry)).map((entry) => ({ before: entry })),
  ];
}

function matchById(olds: readonly Entry[], news: readonly Entry[]): Map<Entry, Entry> {
  const byId = new Map(news.map((entry) => [entry.item.id, entry]));
  return new Map(
    olds.flatMap((old) => {
      const now = byId.get(old.item.id);
      return now === undefined ? [] : [[old, now] as const];
    }),
  );
}

/** Pairs each former item with the present item whose text is nearly the same, and adds the pairs to `successors`. */
function matchByText(
  olds: readonly Entry[],
  news: readonly Entry[],
  successors: Map<Entry, Entry>,
): void {
  const free = [...news];
  for (const old of olds) {
    const index = new PairIndex();
    for (const entry of free) index.add(lettersOf(entry));
    const letters = lettersOf(old);
    const found = letters.length === 0 ? undefined : index.find(letters, SAME_TEXT);
    const [now] = found === undefined ? [] : free.splice(found, 1);
    if (now !== undefined) successors.set(old, now);
  }
}

function lettersOf({ item: { title, text } }: Entry) {
  return pairsOfLetters(`${title}\n${text}`);
}

/** The items that stayed in their section, but not in their place among the others that did. */
function reordered(
  olds: readonly Entry[],
  news: readonly Entry[],
  predecessors: ReadonlyMap<Entry, Entry>,
): Set<Entry> {
  const stayed = news.filter((now) => predecessors.get(now)?.section.id === now.section.id);
  const moved = new Set<Entry>();
  for (const section of new Set(stayed.map((entry) => entry.section.id))) {
    const present = stayed.filter((entry) => entry.section.id === section);
    const former = present.map((entry) => predecessors.get(entry));
    const order = olds.filter((old) => former.includes(old));
    for (const { added, value } of diffArrays(order, former)) {
      if (!added) continue;
      for (const entry of present) {
        const old = predecessors.get(entry);
        if (old !== undefined && value.includes(old)) moved.add(entry);
      }
    }
  }
  return moved;
}
