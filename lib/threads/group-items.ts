import type { ThreadEntry } from '#lib/content/issue.ts';
import type { Links } from './find-links.ts';
import { Groups } from './groups.ts';
import { permalinkOf } from './permalink.ts';
import type { Link, Reason } from './thread.ts';

/** A link that joined two groups: by positions in the archive. */
export type Joint = { later: number; earlier: number; reason: Reason; term: string | undefined };

/** The groups of an archive's items, by positions, and the heads of those that were joined to older ones. */
export type Grouped = {
  groups: readonly { head: number; members: readonly number[]; entry: ThreadEntry | undefined }[];
  joints: readonly Joint[];
  joined: readonly number[];
};

/** An editor may join as many as she likes. */
const NO_LIMIT = Number.POSITIVE_INFINITY;

/** Joins items issue by issue, as they were published: first what editors put together, then what is linked. */
export function groupItems({ entries, byIssue }: Links, rulings: readonly ThreadEntry[]): Grouped {
  const entryOf = new Map(
    rulings.flatMap(({ items }, at) => items.map((item): [string, number] => [item, at])),
  );
  const barredFrom = new Map<string, number[]>();
  for (const [at, { without }] of rulings.entries())
    for (const item of without) barredFrom.set(item, [...(barredFrom.get(item) ?? []), at]);

  const groups = new Groups();
  const firstOf = new Map<number, number>();
  const joints: Joint[] = [];
  let start = 0;
  for (const { size, links } of byIssue) {
    const positions = Array.from({ length: size }, (_, offset) => start + offset);
    start += size;
    for (const position of positions) {
      const at = entries[position];
      const permalink = at === undefined ? '' : permalinkOf(at);
      const entry = entryOf.get(permalink);
      groups.add({ entry, barred: barredFrom.get(permalink) ?? [] });
      if (entry === undefined) continue;
      const first = firstOf.get(entry);
      if (first === undefined) firstOf.set(entry, position);
      else if (groups.join(position, first, NO_LIMIT))
        joints.push({ later: position, earlier: first, reason: 'editor', term: undefined });
    }
    for (const link of inOrder(links)) if (groups.join(link.later, link.earlier)) joints.push(link);
    groups.publish(positions);
  }
  const ruled = new Map(Array.from(firstOf, ([entry, position]) => [position, rulings[entry]]));
  return {
    groups: Array.from(groups.all(), ({ head, members }) => ({
      head,
      members,
      entry: members.map((member) => ruled.get(member)).find((each) => each !== undefined),
    })),
    joints,
    joined: groups.joined,
  };
}

/** Of an item's links the strongest first: it is told by it why it is here. */
function inOrder(links: readonly Link[]): Link[] {
  return links.toSorted(
    (a, b) => a.later - b.later || b.strength - a.strength || b.earlier - a.earlier,
  );
}
