/** What an editor decided for an item. Threads of `threads.yml` are meant by their positions in the registry. */
export type Placement = {
  /** The thread that she put it in. */
  thread: number | undefined;
  /** The threads that she keeps it out of. */
  barredFrom: readonly number[];
};

type Group = {
  /** The items of the group, each by its position in the archive. They are not sorted. */
  members: number[];
  /** The position of the item that the group's address is made from; `undefined` until the group is public. */
  head: number | undefined;
  thread: number | undefined;
  barredFrom: Set<number>;
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

  /** Adds the next item of the archive as a group of its own. */
  add({ thread, barredFrom }: Placement): void {
    this.#groupOf.push({
      members: [this.#groupOf.length],
      head: undefined,
      thread,
      barredFrom: new Set(barredFrom),
    });
  }

  /**
   * Joins the groups of two items, by their positions.
   * @param most how many items the new group may have
   * @returns whether they were joined: not where they are one group already, an editor keeps them apart, or the new
   * group would be too large
   */
  join(one: number, other: number, most = MOST_MEMBERS): boolean {
    const [a, b] = [this.#at(one), this.#at(other)];
    if (a === b || areApart(a, b) || a.members.length + b.members.length > most) return false;
    const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a];
    for (const member of from.members) {
      into.members.push(member);
      this.#groupOf[member] = into;
    }
    into.thread ??= from.thread;
    for (const thread of from.barredFrom) into.barredFrom.add(thread);
    if (into.head !== undefined && from.head !== undefined)
      this.lostHeads.push(Math.max(into.head, from.head));
    into.head = lesserOf(into.head, from.head);
    return true;
  }

  /** Makes the groups of these items public, as an issue is: each group of more than one item gets its head. */
  publish(positions: Iterable<number>): void {
    for (const position of positions) {
      const group = this.#at(position);
      if (group.members.length > 1) group.head ??= Math.min(...group.members);
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

function lesserOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
