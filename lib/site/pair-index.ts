import { fold } from './fold.ts';

/** Distinct pairs of neighbouring characters, sorted. A pair is two UTF-16 units in one integer of 32 bits. */
export type Pairs = Int32Array;

/** The pair of characters that begins at a position of a text. */
export function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** All pairs of neighbouring characters of a text, spaces and punctuation included. */
export function pairsOf(text: string): Pairs {
  const pairs = new Int32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) pairs[at] = pairAt(text, at);
  pairs.sort();
  let count = 0;
  for (const pair of pairs) {
    if (count > 0 && pairs[count - 1] === pair) continue;
    pairs[count] = pair;
    count += 1;
  }
  return pairs.slice(0, count);
}

/** The pairs of the letters and digits of a text: punctuation, spaces, width and case make no difference. */
export function pairsOfLetters(text: string): Pairs {
  return pairsOf(fold(text).replace(NOT_COMPARED, ''));
}

/** Which texts hold which pairs of characters. A text is known by its position: the first that is added is 0. */
export class PairIndex {
  /** The positions of the texts that hold a pair, in ascending order. */
  readonly #positions = new Map<number, number[]>();
  readonly #texts: Pairs[] = [];

  /** How many texts were added. */
  get size(): number {
    return this.#texts.length;
  }

  add(text: Pairs): void {
    const position = this.size;
    for (const pair of text) {
      const positions = this.#positions.get(pair);
      if (positions === undefined) this.#positions.set(pair, [position]);
      else positions.push(position);
    }
    this.#texts.push(text);
  }

  /** How many of the added texts hold a pair. */
  frequency(pair: number): number {
    return this.#positions.get(pair)?.length ?? 0;
  }

  /**
   * The first added text that holds at least `share` of the given pairs.
   *
   * The result is exact, and yet hardly any two texts are compared in full. A text that holds `need` of `n` pairs
   * lacks at most `n - need`, so it holds at least `hits` of any `n - need + hits` of them. We take the rarest, whose
   * lists of texts are short, and compare in full only the texts that are in `hits` of these lists.
   */
  find(pairs: Pairs, share: number): number | undefined {
    const need = Math.ceil(pairs.length * share);
    const hits = Math.min(need, Math.ceil(pairs.length * HITS));
    const lists: (readonly number[])[] = [];
    const lengths = new Uint32Array(pairs.length);
    for (const pair of pairs) {
      const list = this.#positions.get(pair) ?? NONE;
      lengths[lists.length] = list.length;
      lists.push(list);
    }
    const longest = lengths.sort()[pairs.length - need + hits - 1] ?? 0;
    const counts = new Uint16Array(this.size);
    const candidates: number[] = [];
    for (const list of lists) {
      if (list.length > longest) continue;
      // This loop takes most of the time of a search. Counting an index is faster here than `for … of`.
      for (let at = 0; at < list.length; at += 1) {
        const position = list[at] ?? 0;
        const count = (counts[position] ?? 0) + 1;
        counts[position] = count;
        // A text with fewer pairs cannot hold as many as are needed.
        if (count === hits && (this.#texts[position]?.length ?? 0) >= need)
          candidates.push(position);
      }
    }
    return candidates
      .sort((a, b) => a - b)
      .find((position) => countShared(pairs, this.#texts[position] ?? pairs) >= need);
  }
}

/** How many pairs two texts share. */
function countShared(some: Pairs, others: Pairs): number {
  let count = 0;
  let at = 0;
  for (const pair of some) {
    while ((others[at] ?? pair) < pair) at += 1;
    if (others[at] === pair) count += 1;
  }
  return count;
}

/** A larger share makes longer lists to count, a smaller one more texts to compare in full. */
const HITS = 0.15;
const NONE: readonly number[] = [];
/** Characters past U+FFFF are all kept: their halves are pairs of their own. */
const NOT_COMPARED = /[^\p{L}\p{N}\p{M}\p{Cs}\u{10000}-\u{10FFFF}]/gu;
