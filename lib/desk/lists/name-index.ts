import { fold } from '#lib/site/fold.ts';
import { pairsOf } from '#lib/site/pair-index.ts';

/**
 * Names of parties, found again where one contains the other: Anthropic is Anthropic公司. Names are compared by the
 * rarest two neighbouring characters that they have, so that hardly any two names are compared in full.
 */
export class NameIndex {
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();
  /** The names that have a pair of characters. */
  readonly #holders = new Map<number, number[]>();
  /** The names whose rarest pair of characters this was when they were added. */
  readonly #byRarest = new Map<number, number[]>();

  /** The number of a name; a name that is not known yet gets the next one. */
  add(name: string): number {
    const text = fold(name);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#names.push(text);
    this.#ids.set(text, id);
    const pairs = pairsOf(text);
    const rarest = this.#rarestOf(pairs);
    if (rarest !== undefined) push(this.#byRarest, rarest, id);
    for (const pair of pairs) push(this.#holders, pair, id);
    return id;
  }

  /** The numbers of the known names that are this one, contain it or are contained in it. */
  find(name: string): number[] {
    const text = fold(name);
    const pairs = pairsOf(text);
    const rarest = this.#rarestOf(pairs);
    const longer = rarest === undefined ? [] : (this.#holders.get(rarest) ?? []);
    const shorter = Array.from(pairs, (pair) => this.#byRarest.get(pair) ?? []).flat();
    const contains = (id: number) => {
      const other = this.#names[id] ?? '';
      return other.includes(text) || text.includes(other);
    };
    return [...new Set([...longer, ...shorter])].filter(contains);
  }

  #rarestOf(pairs: Iterable<number>): number | undefined {
    let rarest: number | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const pair of pairs) {
      const count = this.#holders.get(pair)?.length ?? 0;
      if (count >= fewest) continue;
      rarest = pair;
      fewest = count;
    }
    return rarest;
  }
}

function push(lists: Map<number, number[]>, key: number, id: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}
