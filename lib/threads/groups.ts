/** What an editor says of a group: the entry that its items are in, and those that they are kept out of. */
export type Ruling = { entry: number | undefined; barred: readonly number[] };

type Group = {
  /** Positions in the archive, in the order in which they came. */
  members: number[];
  /** The position of the item that the group's address comes from, once it has one. */
  head: number | undefined;
  entry: number | undefined;
  barred: Set<number>;
};

/** What grows past this by what its items share is a subject and no story. */
const MOST_MEMBERS = 100;

/**
 * Items in groups that are joined two by two. A group that has been public under its first item keeps that
 * item's address, and where two such groups are joined, the one that began earlier lends its own.
 */
export class Groups {
  readonly #groupOf: Group[] = [];
  /** The heads of the groups that were joined to older ones. */
  readonly joined: number[] = [];

  add({ entry, barred }: Ruling): void {
    const position = this.#groupOf.length;
    this.#groupOf.push({ members: [position], head: undefined, entry, barred: new Set(barred) });
  }

  /**
   * Joins the groups of two items; `false` where they are one already, an editor keeps them apart, or it would
   * be too many.
   */
  join(one: number, other: number, most = MOST_MEMBERS): boolean {
    const [a, b] = [this.#at(one), this.#at(other)];
    if (a === b || areApart(a, b) || a.members.length + b.members.length > most) return false;
    const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a];
    for (const member of from.members) {
      into.members.push(member);
      this.#groupOf[member] = into;
    }
    into.entry ??= from.entry;
    for (const entry of from.barred) into.barred.add(entry);
    if (into.head !== undefined && from.head !== undefined)
      this.joined.push(Math.max(into.head, from.head));
    into.head = lesser(into.head, from.head);
    return true;
  }

  /** Gives the groups of these items their addresses, as an issue is published. */
  publish(positions: Iterable<number>): void {
    for (const position of positions) {
      const group = this.#at(position);
      if (group.members.length > 1) group.head ??= Math.min(...group.members);
    }
  }

  /** The groups of more than one item, with the head of each. */
  *all(): Generator<{ head: number; members: number[] }> {
    for (const group of new Set(this.#groupOf))
      if (group.head !== undefined)
        yield { head: group.head, members: group.members.toSorted((a, b) => a - b) };
  }

  #at(position: number): Group {
    const group = this.#groupOf[position];
    if (group === undefined) throw new RangeError(`no item has come at ${position}`);
    return group;
  }
}

function areApart(a: Group, b: Group): boolean {
  if (a.entry !== undefined && b.entry !== undefined && a.entry !== b.entry) return true;
  const isBarred = ({ barred }: Group, { entry }: Group) =>
    entry !== undefined && barred.has(entry);
  return isBarred(a, b) || isBarred(b, a);
}

function lesser(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
