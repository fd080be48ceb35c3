import type { Mark } from '../draft.ts';
import { isNextCount, type Lead } from './count.ts';
import type { Opening } from './opening.ts';

/** How the items of a text open, as far as it was read: the next most likely opens in the same way. */
export class Forms {
  #first: Mark | 'heading' | undefined;
  #lead: Lead | undefined;
  /** Whether the item that is open has a numbered list of its own. */
  #hasOwnCount = false;

  /** Notes how an item opened. */
  open(form: Mark | 'heading', lead: Lead | undefined): void {
    this.#first ??= form;
    this.#lead = lead;
    this.#hasOwnCount = false;
  }

  /** Whether the first item opened so, or none has yet. */
  agree(form: Mark): boolean {
    return (this.#first ?? form) === form;
  }

  /** Notes a section: its items are counted anew. */
  openSection(): void {
    this.#lead = undefined;
  }

  /** Whether a number is the one behind that of the item before, in this section. */
  isNext(lead: Lead | undefined): boolean {
    return isNextCount(lead?.count, this.#lead?.count);
  }

  /** Notes a paragraph that begins with a number and opened no item. */
  pass(lead: Lead | undefined): void {
    if (lead?.count !== undefined) this.#hasOwnCount = true;
  }

  /**
   * Whether an opening is that of another item, though the one before has no source yet. `below` is the
   * text under it, where that may be an item's.
   */
  follows({ mark, body }: Opening, lead: Lead | undefined, below: string): boolean {
    if (mark !== this.#first) return false;
    if (mark === 'bold titles') return true;
    if (mark === 'numbering') {
      return this.isNext(lead) && !this.#hasOwnCount;
    }
    if (mark === 'bullets' && lead?.ornament !== this.#lead?.ornament) return false;
    return (mark === 'bullets' && body.length > 0) || below.includes('。');
  }
}
