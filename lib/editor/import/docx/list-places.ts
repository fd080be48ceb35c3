import type { Container } from '#lib/editions/docx/nesting.ts';
import { isMarkdownEntry, type ListEntry } from './numbering.ts';

/** The lists that are open, the outermost first, with the entry of each that was read last. */
export class ListPlaces {
  #open: ListEntry[] = [];

  /** Ends all open lists: a paragraph follows that is in none. */
  end(): void {
    this.#open = [];
  }

  /**
   * The lists around an entry, and whether what Word shows before it is to be typed: Markdown has no list of
   * letters or of 一、二、. `undefined` for an entry that is a paragraph of its own, such as a numbered title.
   */
  place(
    entry: ListEntry,
    isAlone: boolean,
  ): { containers: Container[]; isTyped: boolean } | undefined {
    const outer = this.#open.filter(({ level }) => level < entry.level);
    const isListed = isMarkdownEntry(entry);
    if (outer.length === 0 && (!isListed || (isAlone && !entry.isBullet))) {
      this.end();
      return undefined;
    }
    const before = this.#open[outer.length];
    this.#open = [...outer, entry];
    const isNumbered = isListed && !entry.isBullet;
    const own: Container = {
      kind: 'list',
      entry: isNumbered ? 'number' : 'bullet',
      begins: isNumbered && before !== undefined && before.number + 1 !== entry.number,
      start: entry.number,
    };
    const around = outer.map((): Container => ({ kind: 'list', begins: false }));
    return { containers: [...around, own], isTyped: !isListed };
  }
}

/**
 * For each of some blocks, whether it is an entry and none of those right before and behind it is of the same list:
 * so Word numbers sections and titles.
 */
export function findAlone(entries: readonly (ListEntry | undefined)[]): boolean[] {
  const alone: boolean[] = [];
  for (let from = 0; from < entries.length; ) {
    let to = from;
    const times = new Map<string, number>();
    for (let entry = entries[to]; entry !== undefined; entry = entries[to]) {
      times.set(entry.list, (times.get(entry.list) ?? 0) + 1);
      to += 1;
    }
    for (let at = from; at < to; at += 1) alone.push(times.get(entries[at]?.list ?? '') === 1);
    if (to < entries.length) alone.push(false);
    from = to + 1;
  }
  return alone;
}

/** What Word shows before an entry, as it is typed. */
export function labelText({ label }: ListEntry): string {
  return /[.)\p{L}\p{N}]$/u.test(label) ? `${label} ` : label;
}
