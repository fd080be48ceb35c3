import type { StructureMark } from '../draft.ts';
import type { Count, Prefix } from './count.ts';
import { type NumberPlace, type NumberRole, NumberRun } from './number-run.ts';
import type { Opening } from './opening.ts';

/** How the items of a text open, as far as it was read: the next most likely opens in the same way. */
export class Forms {
  #first: StructureMark | 'heading' | undefined;
  #prefix: Prefix | undefined;
  readonly #numbers = new NumberRun();

  /** Notes how an item opened; the number that was expected before it, where it has another. */
  open(form: StructureMark | 'heading', prefix: Prefix | undefined): number | undefined {
    this.#first ??= form;
    this.#prefix = prefix;
    return this.#numbers.open(prefix?.count);
  }

  /** Whether the first item opened so, or none has yet. */
  agree(form: StructureMark): boolean {
    return (this.#first ?? form) === form;
  }

  /** Notes a section: its items are counted anew. */
  openSection(): void {
    this.#prefix = undefined;
    this.#numbers.restart();
  }

  /** Whether a number is the one behind that of the item before, in this section. */
  isNext(prefix: Prefix | undefined): boolean {
    return this.#numbers.isNext(prefix?.count);
  }

  /** What a number counts in the item that is open. */
  readNumber(count: Count, place: NumberPlace): NumberRole | undefined {
    return this.#numbers.read(count, place);
  }

  /** Notes a paragraph that begins with a number and opened no item. */
  pass(prefix: Prefix | undefined): void {
    this.#numbers.pass(prefix?.count);
  }

  /**
   * Whether an opening is that of another item, though the one before has no source yet. `below` is the
   * text under it, where that may be an item's. Numbers are read before.
   */
  follows({ mark, body }: Opening, prefix: Prefix | undefined, below: string): boolean {
    if (mark !== this.#first || mark === 'numbering') return false;
    if (mark === 'bold titles' || mark === 'links') return true;
    if (mark === 'bullets' && prefix?.ornament !== this.#prefix?.ornament) return false;
    return (mark === 'bullets' && body.length > 0) || below.includes('。');
  }
}
