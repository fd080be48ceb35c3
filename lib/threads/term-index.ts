import type { RareTerm, SharedTerm } from './rare-term.ts';
import { rarityOf } from './rarity.ts';
import { canLink } from './reasons.ts';
import { eachPackedTerm } from './terms/packed-terms.ts';
import { type TermPlace, termPlaces } from './terms/term.ts';

/** How many of the newest items a term is counted in: two years of sixteen a week. */
const WINDOW = 1600;
/** A term that more of these have is everyone's, and no item is compared with more through one term. */
const MOST = 40;

/**
 * Which items had a term, by their positions in order of time. It knows what was before alone: what an item is
 * told to belong to does not change when others come later. Terms are kept as numbers: of twenty years' items
 * there are a million.
 */
export class TermIndex {
  /** By what their keys begin with, the numbers of terms by the rest. */
  readonly #numbers = new Map<string, Map<string, number>>();
  /** By a term's number, the items that have it, and those that it can link to others. */
  readonly #having: number[][] = [];
  readonly #linked: number[][] = [];
  /** By an item's position, its terms: each number times three, and its place. */
  readonly #items: number[][] = [];
  /** By an item's position, the last for which it was found: it is found once for each. */
  readonly #lastSeen: number[] = [];

  /**
   * Adds an item behind all that were added before.
   * @param packed its terms, of different keys
   * @returns the number of each
   */
  add(packed: string): number[] {
    const position = this.#items.length;
    const written: number[] = [];
    const numbers: number[] = [];
    eachPackedTerm(packed, (letter, rest) => {
      const number = this.#numberOf(letter.prefix, rest);
      this.#having[number]?.push(position);
      if (canLink(letter)) this.#linked[number]?.push(position);
      written.push(number * termPlaces.length + termPlaces.indexOf(letter.place));
      numbers.push(number);
    });
    this.#items.push(written);
    this.#lastSeen.push(-1);
    return numbers;
  }

  #numberOf(prefix: string, rest: string): number {
    let numbers = this.#numbers.get(prefix);
    if (numbers === undefined) {
      numbers = new Map();
      this.#numbers.set(prefix, numbers);
    }
    const known = numbers.get(rest);
    if (known !== undefined) return known;
    const number = this.#having.length;
    numbers.set(rest, number);
    this.#having.push([]);
    this.#linked.push([]);
    return number;
  }

  /** How rare a term is among the newest items, 0 to 1. */
  rarity(number: number): number {
    const size = this.#items.length;
    const items = this.#having[number] ?? NONE;
    const least = size - WINDOW;
    let count = 0;
    // The newest are last. One more than the most is enough to know.
    while (count <= MOST && (items[items.length - 1 - count] ?? -1) >= Math.max(0, least))
      count += 1;
    return count > MOST ? 0 : rarityOf(count, Math.min(size, WINDOW));
  }

  /** The newest of the items before one that some terms can link to it, `most` of them. */
  itemsLinkedBy(numbers: readonly number[], before: number, most: number): Uint32Array {
    const found = new Uint32Array(numbers.length * (MOST + 1));
    let count = 0;
    for (const number of numbers) {
      const items = this.#linked[number] ?? NONE;
      for (let at = Math.max(0, items.length - MOST - 1); at < items.length; at += 1) {
        const item = items[at] ?? before;
        if (item >= before || this.#lastSeen[item] === before) continue;
        this.#lastSeen[item] = before;
        found[count] = item;
        count += 1;
      }
    }
    // A typed array is sorted as numbers, in a fifth of the time that a list with a comparison takes.
    return found.subarray(0, count).sort().reverse().subarray(0, most);
  }

  /** The terms that an item shares with one that is compared with it, in the order of the latter. */
  sharedWith(position: number, rare: ReadonlyMap<number, RareTerm>): SharedTerm[] {
    const places = new Map<number, TermPlace>();
    for (const written of this.#items[position] ?? NONE) {
      const number = Math.floor(written / termPlaces.length);
      const place = termPlaces[written % termPlaces.length];
      if (place !== undefined && rare.has(number)) places.set(number, place);
    }
    const shared: SharedTerm[] = [];
    for (const [number, of] of rare) {
      const earlier = places.get(number);
      if (earlier !== undefined) shared.push({ of, earlier });
    }
    return shared;
  }
}

const NONE: readonly number[] = [];
