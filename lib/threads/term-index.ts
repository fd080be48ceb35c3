import { rarityOf } from './rarity.ts';

/** How many of the newest items a term is counted in: two years of sixteen a week. */
const WINDOW = 1600;
/** A term that more of these have is everyone's, and no item is compared with more through one term. */
const MOST = 40;

/**
 * Which items had a term, by their positions in order of time. It knows what was before alone: what an item is
 * told to belong to does not change when others come later.
 */
export class TermIndex {
  readonly #positions = new Map<string, number[]>();
  #size = 0;

  /** @param keys each once; the item stands behind all that were added before */
  add(keys: Iterable<string>): void {
    for (const key of keys) {
      const known = this.#positions.get(key);
      if (known === undefined) this.#positions.set(key, [this.#size]);
      else known.push(this.#size);
    }
    this.#size += 1;
  }

  /** Takes back what was added last, with the same keys. */
  removeLast(keys: Iterable<string>): void {
    for (const key of keys) {
      const known = this.#positions.get(key);
      known?.pop();
      if (known?.length === 0) this.#positions.delete(key);
    }
    this.#size -= 1;
  }

  /** How rare a term is among the newest items, 0 to 1. */
  rarity(key: string): number {
    const start = this.#size - WINDOW;
    let count = 0;
    for (const position of this.having(key)) if (position >= start) count += 1;
    return count > MOST ? 0 : rarityOf(count, Math.min(this.#size, WINDOW));
  }

  /** The items that have a term, the newest few of them. */
  having(key: string): readonly number[] {
    return this.#positions.get(key)?.slice(-MOST - 1) ?? [];
  }
}
