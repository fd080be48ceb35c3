import type { ThreadEntry } from '#lib/content/issue.ts';
import { isIsoDate } from '#lib/site/dates.ts';
import { permalinkOf } from '#lib/site/permalink.ts';
import type { Links } from './find-links.ts';
import { Groups } from './groups.ts';
import type { Link, Reason } from './thread.ts';

/** A link that joined two groups. Items are positions in the archive. */
export type JoiningLink = {
  later: number;
  earlier: number;
  reason: Reason;
  /** `undefined` where an editor joined them. */
  term: string | undefined;
};

/** The items of an archive in groups. Items are positions in the archive. */
export type GroupedItems = {
  /** `registered` is what `threads.yml` says of the thread, where it does. */
  groups: readonly {
    head: number;
    members: readonly number[];
    registered: ThreadEntry | undefined;
  }[];
  joiningLinks: readonly JoiningLink[];
  /** See `Groups.lostHeads`. */
  lostHeads: readonly number[];
};

/** Reasons of which none names one story by itself. */
const WEAK: ReadonlySet<Reason> = new Set(['report', 'occasion', 'party', 'piracy']);

/**
 * Groups items issue by issue, in the order in which they were published. In each issue it first joins what the
 * registry puts together, then what is linked.
 * @param registry the threads of `threads.yml`
 */
export function groupItems(
  { entries, byIssue }: Links,
  registry: readonly ThreadEntry[],
): GroupedItems {
  const threadOf = new Map(
    registry.flatMap(({ items }, thread) => items.map((item): [string, number] => [item, thread])),
  );
  const barredFrom = new Map<string, number[]>();
  for (const [thread, { without }] of registry.entries())
    for (const item of without) barredFrom.set(item, [...(barredFrom.get(item) ?? []), thread]);

  const ends = registry.map((thread) => endOf(thread, entries));
  const groups = new Groups();
  /** By a thread of the registry, the position of its first item. */
  const firstOf = new Map<number, number>();
  const joiningLinks: JoiningLink[] = [];
  let start = 0;
  for (const [issue, { size, links }] of byIssue.entries()) {
    const positions = Array.from({ length: size }, (_, offset) => start + offset);
    start += size;
    for (const position of positions) {
      const entry = entries[position];
      const permalink = entry === undefined ? '' : permalinkOf(entry);
      const thread = threadOf.get(permalink);
      const end = ends[thread ?? -1] ?? Number.POSITIVE_INFINITY;
      groups.add({ thread, barredFrom: barredFrom.get(permalink) ?? [], end }, issue);
      if (thread === undefined) continue;
      const first = firstOf.get(thread);
      if (first === undefined) firstOf.set(thread, position);
      else if (groups.join(position, first, 'editor'))
        joiningLinks.push({ later: position, earlier: first, reason: 'editor', term: undefined });
    }
    for (const link of inOrder(links))
      if (groups.join(link.later, link.earlier, WEAK.has(link.reason) ? 'weak link' : 'link'))
        joiningLinks.push(link);
    groups.publish(positions);
  }
  const registeredAt = new Map(
    Array.from(firstOf, ([thread, position]) => [position, registry[thread]]),
  );
  return {
    groups: Array.from(groups.all(), ({ head, members }) => ({
      head,
      members,
      registered: members
        .map((member) => registeredAt.get(member))
        .find((thread) => thread !== undefined),
    })),
    joiningLinks,
    lostHeads: groups.lostHeads,
  };
}

/** The position of the last item that links may bring into a thread: infinite unless an editor ended it. */
function endOf({ ended, items }: ThreadEntry, entries: Links['entries']): number {
  if (ended === undefined) return Number.POSITIVE_INFINITY;
  const listed = new Set(items);
  return isIsoDate(ended)
    ? entries.findLastIndex(({ issue }) => issue.date <= ended)
    : entries.findLastIndex((entry) => listed.has(permalinkOf(entry)));
}

/** The strongest link of an item comes first, because the link that joins it is what the page shows as the reason. */
function inOrder(links: readonly Link[]): Link[] {
  return links.toSorted(
    (a, b) => a.later - b.later || b.strength - a.strength || b.earlier - a.earlier,
  );
}
