import type { Archive } from '#lib/content/archive.ts';
import type { Item } from '#lib/content/issue.ts';
import type { Entry } from '#lib/content/queries.ts';
import { yearOf } from '#lib/site/dates.ts';
import { memoise } from '#lib/system/memo.ts';
import { findLinks } from './find-links.ts';
import { type Grouped, groupItems, type Joint } from './group-items.ts';
import type { Thread } from './thread.ts';

/** The stories of an archive that are told in several items. */
export type Threads = {
  /** By their last item, the newest first. */
  all: readonly Thread[];
  byId: ReadonlyMap<string, Thread>;
  /** Where an item stands in its thread. */
  ofItem: ReadonlyMap<Item, { thread: Thread; position: number }>;
  /** The threads that went on in a year, by what was told last in it; years and threads newest first. */
  byYear: ReadonlyMap<string, readonly Thread[]>;
  /** Addresses that threads had: of those that were joined to others, and of those that editors undid. */
  moved: readonly { from: string; to: Thread | Entry }[];
};

/** The threads of an archive, made once. Memoised: a thousand pages ask, and it takes 3.7 s for 520 issues. */
export const threadsOf: (archive: Archive) => Threads = memoise(makeThreads);

function makeThreads(archive: Archive): Threads {
  const { threads: rulings } = archive;
  const links = findLinks(archive);
  const { entries } = links;
  const grouped = groupItems(links, rulings);
  const all = threadsFrom(grouped, entries).sort(byLastMove);
  const ofItem = new Map(
    all.flatMap((thread) =>
      thread.items.map(({ item }, position) => [item, { thread, position }] as const),
    ),
  );
  const byId = new Map(all.map((thread) => [thread.id, thread]));
  // What was public before an editor ruled otherwise: its address leads to where its first item is now.
  const unruled = rulings.length === 0 ? grouped : groupItems(links, []);
  const heads = new Set([
    ...grouped.joined,
    ...unruled.joined,
    ...unruled.groups.map(({ head }) => head),
  ]);
  const moved = [...heads].flatMap((head) => {
    const entry = entries[head];
    if (entry === undefined || byId.has(threadId(entry))) return [];
    return { from: threadId(entry), to: ofItem.get(entry.item)?.thread ?? entry };
  });
  return { all, byId, ofItem, byYear: groupByYear(all), moved };
}

function threadsFrom({ groups, joints }: Grouped, entries: readonly Entry[]): Thread[] {
  const jointsOf = new Map<number, Joint[]>();
  for (const joint of joints)
    jointsOf.set(joint.later, [...(jointsOf.get(joint.later) ?? []), joint]);
  return groups.flatMap(({ head, members, entry }) => {
    const positions = new Map(members.map((member, position) => [member, position]));
    const items = members.flatMap((member) => {
      const links = (jointsOf.get(member) ?? []).flatMap(({ earlier, reason, term }) => {
        const to = positions.get(earlier);
        return to === undefined ? [] : { to, reason, term };
      });
      const at = entries[member];
      return at === undefined ? [] : { ...at, links };
    });
    const [first] = items;
    const begun = entries[head];
    if (first === undefined || begun === undefined) return [];
    return {
      id: threadId(begun),
      name: entry?.name ?? first.item.title,
      pinned: entry?.pinned ?? false,
      items,
    };
  });
}

function threadId({ issue, item }: Entry): string {
  return `${issue.date}-${item.id}`;
}

function groupByYear(all: readonly Thread[]): Map<string, Thread[]> {
  const byYear = new Map<string, { thread: Thread; last: string }[]>();
  for (const thread of all) {
    // Items come in order of time: the last of a year overwrites those before it.
    const lasts = new Map(thread.items.map(({ issue: { date } }) => [yearOf(date), date]));
    for (const [year, last] of lasts)
      byYear.set(year, [...(byYear.get(year) ?? []), { thread, last }]);
  }
  const years = [...byYear].sort(([a], [b]) => (a < b ? 1 : -1));
  return new Map(
    years.map(([year, moved]) => [
      year,
      moved
        .toSorted(
          (a, b) =>
            Number(b.thread.pinned) - Number(a.thread.pinned) ||
            (a.last < b.last ? 1 : a.last > b.last ? -1 : 0),
        )
        .map(({ thread }) => thread),
    ]),
  );
}

function byLastMove(a: Thread, b: Thread): number {
  const [lastOfA = '', lastOfB = ''] = [a, b].map(({ items }) => items.at(-1)?.issue.date);
  return lastOfA < lastOfB ? 1 : lastOfA > lastOfB ? -1 : 0;
}
