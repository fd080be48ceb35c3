import { rarityOf } from './rarity.ts';

/** How many items had each pair of characters in what they say first: title and first sentence. */
export class GramIndex {
  /** The number of each pair: counts stand in a plain list, for a look into a map is what takes the time. */
  readonly #numbers = new Map<number, number>();
  readonly #counts: number[] = [];
  /** The item that a pair was last seen in: it counts once an item. */
  readonly #lastSeen: number[] = [];
  #size = 0;

  add(text: string): void {
    this.#size += 1;
    for (let at = 0; at + 1 < text.length; at += 1) {
      const pair = pairAt(text, at);
      const number = this.#numbers.get(pair);
      if (number === undefined) {
        this.#numbers.set(pair, this.#counts.length);
        this.#counts.push(1);
        this.#lastSeen.push(this.#size);
      } else if (this.#lastSeen[number] !== this.#size) {
        this.#counts[number] = (this.#counts[number] ?? 0) + 1;
        this.#lastSeen[number] = this.#size;
      }
    }
  }

  /** How rare the rarest pair in a text is, 0 to 1. */
  rarity(text: string): number {
    let rarest = 0;
    for (let at = 0; at + 1 < text.length; at += 1) {
      const number = this.#numbers.get(pairAt(text, at));
      const count = number === undefined ? 1 : (this.#counts[number] ?? 1);
      rarest = Math.max(rarest, rarityOf(count, this.#size));
    }
    return rarest;
  }
}

/** Two UTF-16 units as one integer of 32 bits. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}
