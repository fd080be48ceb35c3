import { canLink } from './compare.ts';
import { rarityOf } from './rarity.ts';
import type { Term, TermPlace } from './terms/term.ts';

/** How many of the newest items a term is counted in: two years of sixteen a week. */
const WINDOW = 1600;
/** A term that more of these have is everyone's, and no item is compared with more through one term. */
const MOST = 40;

/** A place as what is added to the number of a term that is written down three apart. */
const PLACES: readonly TermPlace[] = ['title', 'lead', 'text'];

/**
 * Which items had a term, by their positions in order of time. It knows what was before alone: what an item is
 * told to belong to does not change when others come later. Terms are kept as numbers: of twenty years' items
 * there are a million.
 */
export class TermIndex {
  readonly #numbers = new Map<string, number>();
  /** By a term's number, the items that have it, and those that it can link to others. */
  readonly #having: number[][] = [];
  readonly #linked: number[][] = [];
  /** By an item's position, its terms: each number times three, and its place. */
  readonly #items: number[][] = [];

  /** @param terms of different keys; their item stands behind all that were added before */
  add(terms: readonly Term[]): void {
    const position = this.#items.length;
    this.#items.push(
      terms.map((term) => {
        const number = this.#numberOf(term.key);
        this.#having[number]?.push(position);
        if (canLink(term)) this.#linked[number]?.push(position);
        return number * PLACES.length + PLACES.indexOf(term.place);
      }),
    );
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#having.push([]);
    this.#linked.push([]);
    return number;
  }

  /** Takes back what was added last. */
  removeLast(): void {
    const position = this.#items.length - 1;
    for (const written of this.#items.pop() ?? []) {
      const number = Math.floor(written / PLACES.length);
      for (const items of [this.#having[number], this.#linked[number]])
        if (items?.at(-1) === position) items.pop();
    }
  }

  /** How rare a term is among the newest items, 0 to 1. */
  rarity(key: string): number {
    const size = this.#items.length;
    let count = 0;
    for (const position of this.#newest(this.#having, key))
      if (position >= size - WINDOW) count += 1;
    return count > MOST ? 0 : rarityOf(count, Math.min(size, WINDOW));
  }

  /** The items that a term can link to others, the newest few of them. */
  linkedBy(key: string): readonly number[] {
    return this.#newest(this.#linked, key);
  }

  #newest(items: readonly (readonly number[])[], key: string): readonly number[] {
    const number = this.#numbers.get(key);
    return (number === undefined ? undefined : items[number]?.slice(-MOST - 1)) ?? [];
  }

  /** Where an item has a term; `undefined` where it has not. */
  placeIn(position: number, key: string): TermPlace | undefined {
    const number = this.#numbers.get(key);
    if (number === undefined) return undefined;
    const written = this.#items[position]?.find(
      (each) => Math.floor(each / PLACES.length) === number,
    );
    return written === undefined ? undefined : PLACES[written % PLACES.length];
  }
}
