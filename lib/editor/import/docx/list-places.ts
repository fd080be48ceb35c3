import type { Container } from '#lib/editions/docx/nesting.ts';
import { isMarkdownEntry, type ListEntry } from './numbering.ts';

/** The open lists, the outermost first, each with its last entry. */
export class ListPlaces {
  #open: ListEntry[] = [];

  /** Ends all open lists: a paragraph follows that is in none. */
  end(): void {
    this.#open = [];
  }

  /**
   * The lists around an entry. `isWritten` says that the label Word shows before it has to be written into the text,
   * since Markdown has no list of letters or of 一、二、. `undefined` for an entry that is a paragraph of its own, such as
   * a numbered title.
   * @param isAlone whether it is the only entry of its list among its neighbours
   */
  place(
    entry: ListEntry,
    isAlone: boolean,
  ): { containers: Container[]; isWritten: boolean } | undefined {
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
    return { containers: [...around, own], isWritten: !isListed };
  }
}

/**
 * For each block, whether it is the only entry of its list among its neighbours: that is how Word numbers sections and
 * titles.
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

/** The label that Word shows before an entry, as text. */
export function labelText({ label }: ListEntry): string {
  return /[.)\p{L}\p{N}]$/u.test(label) ? `${label} ` : label;
}
