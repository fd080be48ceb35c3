import type { RareTerm, SharedTerm } from './rare-term.ts';
import { rarityOf } from './rarity.ts';
import { canLink } from './reasons.ts';
import { eachPackedTerm } from './terms/packed-terms.ts';
import { type TermPlace, termPlaces } from './terms/term.ts';

/** How many of the newest items a term is counted in: two years of sixteen items a week. */
const WINDOW = 1600;
/** A term that more of these items have is too common to link any. So no term makes more comparisons than this. */
const MOST = 40;

/**
 * Which items have a term, by their positions in order of time. It holds only the items that were added so far, so
 * that the links of an item do not change when later items come. Terms are numbers: twenty years' items have a million.
 */
export class TermIndex {
  /** The numbers of terms by their keys: the first map by the prefix of a key, the second by the rest. */
  readonly #numbers = new Map<string, Map<string, number>>();
  /** By a term's number, the items that have it. */
  readonly #itemsWith: number[][] = [];
  /** By a term's number, the items that it can link to others. */
  readonly #linkable: number[][] = [];
  /** By an item's position, its terms: each is the term's number times three, plus the index of its place. */
  readonly #items: number[][] = [];
  /** By an item's position, the last item that it was listed for in `itemsLinkedBy`: it is listed once for each. */
  readonly #lastListedFor: number[] = [];

  /**
   * Adds an item, which must be newer than those that were added before.
   * @param packed its terms, no two with the same key
   * @returns the number of each term
   */
  add(packed: string): number[] {
    const position = this.#items.length;
    const encoded: number[] = [];
    const numbers: number[] = [];
    eachPackedTerm(packed, (letter, rest) => {
      const number = this.#numberOf(letter.prefix, rest);
      this.#itemsWith[number]?.push(position);
      if (canLink(letter)) this.#linkable[number]?.push(position);
      encoded.push(number * termPlaces.length + termPlaces.indexOf(letter.place));
      numbers.push(number);
    });
    this.#items.push(encoded);
    this.#lastListedFor.push(-1);
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
    const number = this.#itemsWith.length;
    numbers.set(rest, number);
    this.#itemsWith.push([]);
    this.#linkable.push([]);
    return number;
  }

  /**
   * How rare a term is among the newest items, 0 to 1.
   * @param isOneStory whether it names one story, which may be told in a large share of the items of a small archive
   */
  rarity(number: number, isOneStory: boolean): number {
    const size = this.#items.length;
    const items = this.#itemsWith[number] ?? NONE;
    const least = size - WINDOW;
    let count = 0;
    // The newest are last. The count stops behind `MOST`: a larger one changes nothing.
    while (count <= MOST && (items[items.length - 1 - count] ?? -1) >= Math.max(0, least))
      count += 1;
    if (count > MOST) return 0;
    return rarityOf(count, Math.min(size, WINDOW), isOneStory ? MOST : undefined);
  }

  /** The newest `most` items before one that any of some terms can link to it. */
  itemsLinkedBy(numbers: readonly number[], before: number, most: number): Uint32Array {
    const found = new Uint32Array(numbers.length * (MOST + 1));
    let count = 0;
    for (const number of numbers) {
      const items = this.#linkable[number] ?? NONE;
      for (let at = Math.max(0, items.length - MOST - 1); at < items.length; at += 1) {
        const item = items[at] ?? before;
        if (item >= before || this.#lastListedFor[item] === before) continue;
        this.#lastListedFor[item] = before;
        found[count] = item;
        count += 1;
      }
    }
    // A typed array is sorted as numbers, in a fifth of the time that a list with a comparison takes.
    return found.subarray(0, count).sort().reverse().subarray(0, most);
  }

  /** The terms of `rare` that the item at a position shares, in the order of `rare`. */
  sharedWith(position: number, rare: ReadonlyMap<number, RareTerm>): SharedTerm[] {
    const places = new Map<number, TermPlace>();
    for (const encoded of this.#items[position] ?? NONE) {
      const number = Math.floor(encoded / termPlaces.length);
      const place = termPlaces[encoded % termPlaces.length];
      if (place !== undefined && rare.has(number)) places.set(number, place);
    }
    const shared: SharedTerm[] = [];
    for (const [number, term] of rare) {
      const earlierPlace = places.get(number);
      if (earlierPlace !== undefined) shared.push({ rare: term, earlierPlace });
    }
    return shared;
  }
}

const NONE: readonly number[] = [];
