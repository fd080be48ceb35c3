import { fold } from '#lib/site/fold.ts';

/** The distinct pairs of neighbouring letters and digits of a text, each as a number. */
export type Bigrams = Uint32Array;

/** Reads texts as bigrams: these are numbered from 0 in the order in which they come. */
export class BigramReader {
  /**
   * Numbers for characters as they are typed, 0 for those that never came. Those that are folded to one another
   * have one number; `IGNORED` is that of those that are folded to neither letter nor digit, `COMPOSED` of those
   * that cannot be folded by themselves.
   */
  readonly #typed = new Uint16Array(65_536);
  /** The same for characters as they are folded, in the order they come, so that those of a text are close. */
  readonly #folded = new Uint16Array(65_536);
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
    // To fold all of a text takes as long as the rest: most have no character that needs its neighbours for it.
    return this.#readBy(this.#typed, text) ?? this.#readBy(this.#folded, fold(text)) ?? NONE;
  }

  /** @returns `undefined` where the text must be folded first */
  #readBy(characters: Uint16Array, text: string): Bigrams | undefined {
    this.#seen += 1;
    if (text.length > this.#read.length) this.#read = new Uint32Array(text.length * 2);
    let length = 0;
    let previous = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const character = characters[code] || this.#characterOf(characters, code);
      if (character === IGNORED) continue;
      if (character === COMPOSED) return undefined;
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

  #characterOf(characters: Uint16Array, code: number): number {
    const typed = String.fromCharCode(code);
    const number =
      characters === this.#folded ? this.#numberOfFolded(typed) : this.#numberOfTyped(typed);
    characters[code] = number;
    return number;
  }

  #numberOfTyped(typed: string): number {
    const folded = fold(typed);
    if (NEEDS_NEIGHBOURS.test(typed + folded)) return COMPOSED;
    // … is folded to three full stops.
    if (!COUNTED.test(folded)) return IGNORED;
    return folded.length === 1 ? this.#numberOfFolded(folded) : COMPOSED;
  }

  #numberOfFolded(folded: string): number {
    const code = folded.charCodeAt(0);
    const known = this.#folded[code] ?? 0;
    if (known !== 0) return known;
    const isCounted = COUNTED.test(folded);
    if (isCounted) this.#lastCharacter += 1;
    const number = isCounted ? this.#lastCharacter : IGNORED;
    this.#folded[code] = number;
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

/** No character's numbers: fewer than 65,534 of them are letters or digits. */
const IGNORED = 65_535;
const COMPOSED = 65_534;
/** Half of a surrogate pair says nothing by itself: it counts as a letter. */
const COUNTED = /[\p{L}\p{N}\p{M}\p{Cs}]/u;
/**
 * Characters that NFKC or lower case makes something else of beside others: marks, Hangul that is typed in parts,
 * halves of surrogate pairs, the sigma that ends a word.
 */
const NEEDS_NEIGHBOURS = /[\p{M}\p{Cs}\u1100-\u11ff\uac00-\ud7afΣσ]/u;
const NONE: Bigrams = new Uint32Array(0);
