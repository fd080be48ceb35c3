/** What an editor decided for an item. Threads of `threads.yml` are meant by their positions in the registry. */
export type Placement = {
  /** The thread that she put it in. */
  thread: number | undefined;
  /** The threads that she keeps it out of. */
  barredFrom: readonly number[];
  /** The position of the last item that links may bring into its thread; infinite unless she ended the thread. */
  end: number;
};

type Group = {
  /** The items of the group, each by its position in the archive. They are not sorted. */
  members: number[];
  /** The position of the item that the group's address is made from; `undefined` until the group is public. */
  head: number | undefined;
  thread: number | undefined;
  barredFrom: Set<number>;
  /** The positions in the archive of the issues that its oldest and its newest item are in. */
  issues: readonly [oldest: number, newest: number];
  end: number;
};

/** A larger group would be a subject, such as a company, and no story. Links never make one. */
const MOST_MEMBERS = 100;

/**
 * Groups of items. At first each item is a group of its own; then groups are joined two at a time. A public group keeps
 * the address that is made from its head. Where two public groups are joined, the older head gives the address.
 */
export class Groups {
  readonly #groupOf: Group[] = [];
  /** The heads that groups lost when they were joined to older ones. Their addresses are redirected. */
  readonly lostHeads: number[] = [];

  /** Adds the next item of the archive as a group of its own. @param issue the position of its issue */
  add({ thread, barredFrom, end }: Placement, issue: number): void {
    this.#groupOf.push({
      members: [this.#groupOf.length],
      head: undefined,
      thread,
      barredFrom: new Set(barredFrom),
      issues: [issue, issue],
      end,
    });
  }

  /**
   * Joins the groups of two items, by their positions.
   * @param by an editor's joins are not held to an end or to a size; a weak link adds one item and merges no two groups,
   * because one wrong link would make all pairs of their items wrong
   * @returns whether they were joined: not where they are one group already, an editor keeps them apart or ended one of
   * them before, or the new group would be too large
   */
  join(one: number, other: number, by: 'link' | 'weak link' | 'editor'): boolean {
    const [a, b] = [this.#at(one), this.#at(other)];
    if (a === b || areApart(a, b)) return false;
    if (by === 'weak link' && a.members.length > 1 && b.members.length > 1) return false;
    if (by !== 'editor' && (isTooLate(a, b) || a.members.length + b.members.length > MOST_MEMBERS))
      return false;
    const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a];
    for (const member of from.members) {
      into.members.push(member);
      this.#groupOf[member] = into;
    }
    into.thread ??= from.thread;
    into.end = Math.min(into.end, from.end);
    into.issues = [
      Math.min(into.issues[0], from.issues[0]),
      Math.max(into.issues[1], from.issues[1]),
    ];
    for (const thread of from.barredFrom) into.barredFrom.add(thread);
    if (into.head !== undefined && from.head !== undefined)
      this.lostHeads.push(Math.max(into.head, from.head));
    into.head = lesserOf(into.head, from.head);
    return true;
  }

  /**
   * Makes the groups of these items public, as an issue is: each gets its head. A group of one issue alone is not a
   * story that went on, and waits for another issue, unless an editor made it.
   */
  publish(positions: Iterable<number>): void {
    for (const position of positions) {
      const group = this.#at(position);
      const isThread = group.issues[0] < group.issues[1] || group.thread !== undefined;
      if (isThread && group.members.length > 1) group.head ??= Math.min(...group.members);
    }
  }

  /** The public groups, each with its head and its members in order of time. */
  *all(): Generator<{ head: number; members: number[] }> {
    for (const group of new Set(this.#groupOf))
      if (group.head !== undefined)
        yield { head: group.head, members: group.members.toSorted((a, b) => a - b) };
  }

  #at(position: number): Group {
    const group = this.#groupOf[position];
    if (group === undefined) throw new RangeError(`no item was added at position ${position}`);
    return group;
  }
}

function areApart(a: Group, b: Group): boolean {
  if (a.thread !== undefined && b.thread !== undefined && a.thread !== b.thread) return true;
  const isBarred = ({ barredFrom }: Group, { thread }: Group) =>
    thread !== undefined && barredFrom.has(thread);
  return isBarred(a, b) || isBarred(b, a);
}

/** Whether links would bring items into an ended thread that are newer than its end. */
function isTooLate(a: Group, b: Group): boolean {
  const isTooNew = ({ members }: Group, { end }: Group) =>
    end !== Number.POSITIVE_INFINITY && Math.max(...members) > end;
  return isTooNew(a, b) || isTooNew(b, a);
}

function lesserOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
