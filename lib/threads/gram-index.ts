import { rarityOf } from './rarity.ts';

/** How many items had each pair of characters in what they say first: title and first sentence. */
export class GramIndex {
  readonly #counts = new Map<number, number>();
  readonly #last = new Map<number, number>();
  #size = 0;

  add(text: string): void {
    this.#size += 1;
    for (let at = 0; at + 1 < text.length; at += 1) {
      const pair = pairAt(text, at);
      if (this.#last.get(pair) === this.#size) continue;
      this.#last.set(pair, this.#size);
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
    }
  }

  /** How rare the rarest pair in a text is, 0 to 1. */
  rarity(text: string): number {
    let rarest = 0;
    for (let at = 0; at + 1 < text.length; at += 1) {
      const count = this.#counts.get(pairAt(text, at)) ?? 1;
      rarest = Math.max(rarest, rarityOf(count, this.#size));
    }
    return rarest;
  }
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}
