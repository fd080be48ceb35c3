import { fold } from '#lib/site/fold.ts';

/** The distinct pairs of neighbouring letters and digits of a text, each as a number. */
export type Bigrams = readonly number[];

/**
 * Finds, among texts that were added before, one that holds a given share of the bigrams of another.
 *
 * Nothing is lost, and yet hardly any two texts are compared. Of a text with `n` bigrams, a text that
 * holds `need` of them lacks at most `n - need`. Among any `n - need + hits` of the `n` it so holds at
 * least `hits`. We take the rarest, whose lists of texts are short, count in those lists alone, and compare
 * in full only the few texts that are counted `hits` times.
 */
export class OverlapIndex {
  /**
   * Numbers for characters in the order they come, from 1, so that a pair of them is a small integer;
   * `IGNORED` for those that are neither letters nor digits, 0 for those that never came.
   */
  readonly #characters = new Uint32Array(65_536);
  #lastCharacter = 0;
  /** Numbers for pairs of characters. */
  readonly #numbers = new Map<number, number>();
  /** The texts that hold each bigram, in the order in which they were added. */
  readonly #texts: number[][] = [];
  /** The text that was last seen with each bigram: a bigram counts once a text. */
  readonly #lastSeen: number[] = [];
  #seen = 0;
  readonly #added: Bigrams[] = [];
  #counts = new Uint16Array(1024);

  /** The bigrams of a text, its marks, spaces, width and case left out. */
  read(text: string): Bigrams {
    this.#seen += 1;
    const folded = fold(text);
    const bigrams: number[] = [];
    let previous = IGNORED;
    for (let index = 0; index < folded.length; index += 1) {
      const character = this.#characterOf(folded.charCodeAt(index));
      if (character === IGNORED) continue;
      const bigram = previous === IGNORED ? -1 : this.#numberOf(previous * 65_536 + character);
      previous = character;
      if (bigram === -1 || this.#lastSeen[bigram] === this.#seen) continue;
      this.#lastSeen[bigram] = this.#seen;
      bigrams.push(bigram);
    }
    return bigrams;
  }

  #numberOf(key: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
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

  /** Adds a text; the first is number 0. */
  add(bigrams: Bigrams): void {
    for (const bigram of bigrams) {
      const texts = this.#texts[bigram];
      if (texts === undefined) this.#texts[bigram] = [this.#added.length];
      else texts.push(this.#added.length);
    }
    this.#added.push(bigrams);
    const texts = this.#added.length;
    if (texts > this.#counts.length) this.#counts = new Uint16Array(texts * 2);
  }

  /** The first text that holds at least `share` of some bigrams. */
  find(bigrams: Bigrams, share: number): number | undefined {
    const need = Math.ceil(bigrams.length * share);
    const hits = Math.min(need, Math.ceil(bigrams.length * HITS));
    const rarest = this.#rarest(bigrams, bigrams.length - need + hits);
    const candidates: number[] = [];
    const counts = this.#counts;
    // By index: the hottest of all loops, and an iterator would double what it takes.
    for (const bigram of rarest) {
      const texts = this.#texts[bigram] ?? NONE;
      const { length } = texts;
      for (let index = 0; index < length; index += 1) {
        const text = texts[index] ?? 0;
        const count = (counts[text] ?? 0) + 1;
        counts[text] = count;
        // A text of fewer bigrams cannot hold as many as are needed.
        if (count === hits && (this.#added[text]?.length ?? 0) >= need) candidates.push(text);
      }
    }
    counts.fill(0, 0, this.#added.length);
    if (candidates.length === 0) return undefined;
    const wanted = new Uint8Array(this.#numbers.size);
    for (const bigram of bigrams) wanted[bigram] = 1;
    return candidates.sort((a, b) => a - b).find((text) => this.#count(text, wanted) >= need);
  }

  /** How many of the bigrams that are marked a text holds. */
  #count(text: number, marked: Uint8Array): number {
    let count = 0;
    for (const bigram of this.#added[text] ?? NONE) count += marked[bigram] ?? 0;
    return count;
  }

  /** Some of the bigrams, none of the others rarer than they are. */
  #rarest(bigrams: Bigrams, count: number): Bigrams {
    const frequencies = new Uint32Array(bigrams.length);
    for (let index = 0; index < bigrams.length; index += 1)
      frequencies[index] = this.#texts[bigrams[index] ?? 0]?.length ?? 0;
    const limit = frequencies.slice().sort()[count - 1] ?? 0;
    const rarest: number[] = [];
    const asRare: number[] = [];
    for (let index = 0; index < bigrams.length; index += 1) {
      const frequency = frequencies[index] ?? 0;
      if (frequency < limit) rarest.push(bigrams[index] ?? 0);
      else if (frequency === limit) asRare.push(bigrams[index] ?? 0);
    }
    for (let index = 0; rarest.length < count; index += 1) rarest.push(asRare[index] ?? 0);
    return rarest;
  }
}

/** More of them make longer lists to count, fewer make more texts to compare. */
const HITS = 0.15;
const NONE: Bigrams = [];
/** No character's number: there are no more than 65,536 of them. */
const IGNORED = 65_536;
