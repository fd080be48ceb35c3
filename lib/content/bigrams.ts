import { fold } from '#lib/site/fold.ts';

/** The distinct pairs of neighbouring letters and digits of a text, each as a number. */
export type Bigrams = Uint32Array;

/** Reads texts as bigrams: these are numbered from 0 in the order in which they come. */
export class BigramReader {
  /**
   * Numbers for characters in the order they come, from 1, so that the numbers of a text are close to one
   * another; `IGNORED` for those that are neither letters nor digits, 0 for those that never came.
   */
  readonly #characters = new Uint16Array(65_536);
  #lastCharacter = 0;
  /**
   * A hash table with open addressing, for a `Map` would take most of the time of a reading: the pairs of
   * characters, 0 where there is none, and the number of each. Its length is a power of 2.
   */
  #pairs = new Uint32Array(1 << 15);
  #numbers = new Uint32Array(1 << 15);
  /** The text that was last seen with each bigram: a bigram counts once a text. */
  #lastSeen = new Uint32Array(1 << 14);
  #seen = 0;
  #size = 0;
  #read = new Uint32Array(1024);

  /** How many bigrams have a number. */
  get size(): number {
    return this.#size;
  }

  /** The bigrams of a text, its marks, spaces, width and case left out. */
  read(text: string): Bigrams {
    this.#seen += 1;
    const folded = fold(text);
    if (folded.length > this.#read.length) this.#read = new Uint32Array(folded.length * 2);
    let length = 0;
    let previous = 0;
    for (let index = 0; index < folded.length; index += 1) {
      const character = this.#characterOf(folded.charCodeAt(index));
      if (character === IGNORED) continue;
      const pair = ((previous << 16) | character) >>> 0;
      const isFirst = previous === 0;
      previous = character;
      if (isFirst) continue;
      const bigram = this.#numberOf(pair);
      if (this.#lastSeen[bigram] === this.#seen) continue;
      this.#lastSeen[bigram] = this.#seen;
      this.#read[length] = bigram;
      length += 1;
    }
    return this.#read.slice(0, length);
  }

  #characterOf(code: number): number {
    const known = this.#characters[code] ?? 0;
    if (known !== 0) return known;
    // Half of a surrogate pair says nothing by itself: it counts as a letter.
    const isCounted = /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(String.fromCharCode(code));
    if (isCounted) this.#lastCharacter += 1;
    const number = isCounted ? this.#lastCharacter : IGNORED;
    this.#characters[code] = number;
    return number;
  }

  #numberOf(pair: number): number {
    const slot = this.#slotOf(pair);
    if (this.#pairs[slot] === pair) return this.#numbers[slot] ?? 0;
    this.#pairs[slot] = pair;
    this.#numbers[slot] = this.#size;
    this.#size += 1;
    if (this.#size * 2 > this.#pairs.length) this.#grow();
    return this.#size - 1;
  }

  /** Where a pair is, or is to be. */
  #slotOf(pair: number): number {
    const last = this.#pairs.length - 1;
    // Fibonacci hashing: neighbouring pairs are spread over the table.
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 8) & last;
    while (this.#pairs[slot] !== pair && this.#pairs[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [pairs, numbers] = [this.#pairs, this.#numbers];
    this.#pairs = new Uint32Array(pairs.length * 2);
    this.#numbers = new Uint32Array(pairs.length * 2);
    for (const [index, pair] of pairs.entries()) {
      if (pair === 0) continue;
      const slot = this.#slotOf(pair);
      this.#pairs[slot] = pair;
      this.#numbers[slot] = numbers[index] ?? 0;
    }
    this.#lastSeen = enlarge(this.#lastSeen);
  }
}

/** The same numbers with room for as many again. */
export function enlarge(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** No character's number: fewer than 65,535 of them are letters or digits. */
const IGNORED = 65_535;
