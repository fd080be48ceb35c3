import { fold } from '#lib/site/fold.ts';
import type { Term, TermPlace } from './terms/term.ts';

/** A term of an item that is compared with others, and its rarity, 0 to 1. Its spellings are folded on first use. */
export class RareTerm {
  #spellings: readonly string[] | undefined;

  constructor(
    readonly term: Term,
    readonly rarity: number,
  ) {}

  /** Its label and, where the text writes it in another way, that spelling; both folded. */
  get spellings(): readonly string[] {
    const { label, written } = this.term;
    this.#spellings ??= written === undefined ? [fold(label)] : [fold(label), fold(written)];
    return this.#spellings;
  }

  /** Whether one label is part of the other, as MART is of “POP MART”: such terms count once. */
  overlaps(other: RareTerm): boolean {
    const [[label = ''], [otherLabel = '']] = [this.spellings, other.spellings];
    return label.includes(otherLabel) || otherLabel.includes(label);
  }
}

/** A term that two items share: as the later item has it, and its place in the earlier item. */
export type SharedTerm = { rare: RareTerm; earlierPlace: TermPlace };
