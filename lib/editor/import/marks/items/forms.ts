import type { StructureMark } from '../../draft/draft.ts';
import type { Count, Prefix } from '../prefix.ts';
import { type NumberPlace, type NumberRole, NumberRun } from './number-run.ts';
import type { Opening } from './opening.ts';

/** How the items that were read so far open. The next item most likely opens in the same way. */
export class Forms {
  #first: StructureMark | 'heading' | undefined;
  #prefix: Prefix | undefined;
  readonly #numbers = new NumberRun();

  /**
   * Records how an item opened.
   * @returns the number that was expected before it, where it has another one
   */
  open(form: StructureMark | 'heading', prefix: Prefix | undefined): number | undefined {
    this.#first ??= form;
    this.#prefix = prefix;
    return this.#numbers.open(prefix?.count);
  }

  /** Whether the first item opened in this form, or there was none yet. */
  isUsual(form: StructureMark): boolean {
    return (this.#first ?? form) === form;
  }

  /** Records a new section: its items are counted from 1. */
  openSection(): void {
    this.#prefix = undefined;
    this.#numbers.restart();
  }

  /** Whether a number follows that of the item before, in this section. */
  isNext(prefix: Prefix | undefined): boolean {
    return this.#numbers.isNext(prefix?.count);
  }

  /** What a number counts inside the open item. */
  readNumber(count: Count, place: NumberPlace): NumberRole | undefined {
    return this.#numbers.read(count, place);
  }

  /** Records a paragraph that begins with a number and opened no item. */
  recordListNumber(prefix: Prefix | undefined): void {
    this.#numbers.recordListNumber(prefix?.count);
  }

  /**
   * Whether an opening begins another item although the open item has no source yet. Items with numbers are decided
   * before, by `readNumber`.
   * @param below the text below the opening, where it may belong to an item
   */
  opensNext({ mark, body }: Opening, prefix: Prefix | undefined, below: string): boolean {
    if (mark !== this.#first || mark === 'numbering') return false;
    if (mark === 'bold titles' || mark === 'links') return true;
    if (mark === 'bullets' && prefix?.ornament !== this.#prefix?.ornament) return false;
    return (mark === 'bullets' && body.length > 0) || below.includes('。');
  }
}
