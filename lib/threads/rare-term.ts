import { fold } from '#lib/site/fold.ts';
import type { Term, TermPlace } from './terms/term.ts';

/** A term of an item that is compared with others, and how rare it is. Its spellings are folded on first use. */
export class RareTerm {
  #spellings: readonly string[] | undefined;

  constructor(
    readonly term: Term,
    readonly rarity: number,
  ) {}

  /** The label and, where the text writes it otherwise, that: folded. */
  get spellings(): readonly string[] {
    const { label, written } = this.term;
    this.#spellings ??= written === undefined ? [fold(label)] : [fold(label), fold(written)];
    return this.#spellings;
  }

  /** Whether one term is written within the other: “POP MART” and MART say it once. */
  overlaps(other: RareTerm): boolean {
    const [[one = ''], [label = '']] = [this.spellings, other.spellings];
    return one.includes(label) || label.includes(one);
  }
}

/** A term that two items share: as the later one has it, and its place in the earlier one. */
export type SharedTerm = { of: RareTerm; earlier: TermPlace };
