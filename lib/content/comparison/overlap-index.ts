import { BigramReader, type Bigrams, enlarge } from './bigrams.ts';

/**
 * Finds, among texts that were added before, one that holds a given share of the bigrams of another.
 *
 * Nothing is lost, and yet hardly any two texts are compared. Of a text with `n` bigrams, a text that
 * holds `need` of them lacks at most `n - need`. Among any `n - need + hits` of the `n` it so holds at
 * least `hits`. We take the rarest, whose lists of texts are short, count in those lists alone, and compare
 * in full only the few texts that are counted `hits` times.
 */
export class OverlapIndex {
  readonly #reader: BigramReader;
  /** The texts that hold each bigram, in the order in which they were added; of some, more room than texts. */
  readonly #texts: (Uint32Array | undefined)[] = [];
  /** How many texts hold each bigram. */
  #frequencies = new Uint32Array(1024);
  readonly #added: Bigrams[] = [];
  #counts = new Uint16Array(1024);
  /** Marks the bigrams that are looked for with the number of the search: none need be unmarked after it. */
  #marks = new Uint32Array(1024);
  #search = 0;

  /** @param reader numbers the bigrams: indexes that are asked for the same ones share it */
  constructor(reader = new BigramReader()) {
    this.#reader = reader;
  }

  /** The bigrams of a text, its marks, spaces, width and case left out. */
  read(text: string): Bigrams {
    return this.#reader.read(text);
  }

  /** Adds a text; the first is number 0. */
  add(bigrams: Bigrams): void {
    this.#makeRoom();
    for (let index = 0; index < bigrams.length; index += 1) {
      const bigram = bigrams[index] ?? 0;
      const frequency = this.#frequencies[bigram] ?? 0;
      let texts = this.#texts[bigram];
      if (texts === undefined || frequency === texts.length) {
        const larger = new Uint32Array(Math.max(4, frequency * 2));
        if (texts !== undefined) larger.set(texts);
        texts = larger;
        this.#texts[bigram] = larger;
      }
      texts[frequency] = this.#added.length;
      this.#frequencies[bigram] = frequency + 1;
    }
    this.#added.push(bigrams);
  }

  /** The first text that holds at least `share` of some bigrams. */
  find(bigrams: Bigrams, share: number): number | undefined {
    this.#makeRoom();
    const need = Math.ceil(bigrams.length * share);
    const hits = Math.min(need, Math.ceil(bigrams.length * HITS));
    const rarest = this.#rarest(bigrams, bigrams.length - need + hits);
    const candidates: number[] = [];
    const counts = this.#counts;
    // By index: the hottest of all loops, and an iterator would double what it takes.
    for (const bigram of rarest) {
      const texts = this.#texts[bigram] ?? NONE;
      const length = this.#frequencies[bigram] ?? 0;
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
    this.#search += 1;
    for (const bigram of bigrams) this.#marks[bigram] = this.#search;
    return candidates.sort((a, b) => a - b).find((text) => this.#countMarked(text) >= need);
  }

  /** How many of the bigrams that are looked for a text holds. */
  #countMarked(text: number): number {
    let count = 0;
    const bigrams = this.#added[text] ?? NONE;
    for (let index = 0; index < bigrams.length; index += 1)
      if (this.#marks[bigrams[index] ?? 0] === this.#search) count += 1;
    return count;
  }

  /** Some of the bigrams, none of the others rarer than they are. */
  #rarest(bigrams: Bigrams, count: number): number[] {
    const frequencies = new Uint32Array(bigrams.length);
    for (let index = 0; index < bigrams.length; index += 1)
      frequencies[index] = this.#frequencies[bigrams[index] ?? 0] ?? 0;
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

  /** Room for what is known of each bigram that was read and of each text that is added next. */
  #makeRoom(): void {
    while (this.#reader.size > this.#marks.length) {
      this.#marks = enlarge(this.#marks);
      this.#frequencies = enlarge(this.#frequencies);
    }
    // A list with holes in it is looked up as slowly as a map.
    while (this.#texts.length < this.#reader.size) this.#texts.push(undefined);
    if (this.#added.length >= this.#counts.length)
      this.#counts = new Uint16Array(this.#counts.length * 2);
  }
}

/** More of them make longer lists to count, fewer make more texts to compare. */
const HITS = 0.15;
const NONE = new Uint32Array(0);
