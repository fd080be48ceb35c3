import leven from 'leven';
import { fold } from '#lib/site/fold.ts';

/**
 * What two spellings of one name share: letters and digits alone, NFKC, in lower case. So 关注·动向 is
 * 关注动向, and 英国广播公司（BBC） is 英国广播公司(bbc).
 */
export function nameKey(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** Entries that answer to a name and to aliases. */
export class NameIndex<Entry extends { name: string; aliases: string[] }> {
  readonly #byKey = new Map<string, Entry>();
  readonly #found = new Map<string, Entry | undefined>();
  readonly #spellings: string[] = [];

  constructor(readonly entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const name of [entry.name, ...entry.aliases]) {
        this.#byKey.set(nameKey(name), entry);
        this.#spellings.push(name);
      }
    }
  }

  /** The entry of this name or alias, however it is punctuated. */
  find(name: string): Entry | undefined {
    // The same few names come again in every issue.
    if (!this.#found.has(name)) this.#found.set(name, this.#byKey.get(nameKey(name)));
    return this.#found.get(name);
  }

  /** The spelling nearest to `name`, if it is near enough to be a slip: at most a third of it differs. */
  suggest(name: string): string | undefined {
    const key = nameKey(name);
    const limit = Math.max(1, Math.floor(key.length / 3));
    let nearest: string | undefined;
    let least = limit + 1;
    for (const spelling of this.#spellings) {
      const candidate = nameKey(spelling);
      if (Math.abs(candidate.length - key.length) >= least) continue;
      // `leven` answers with the maximum itself when the distance is beyond it.
      const distance = leven(key, candidate, { maxDistance: limit + 1 });
      if (distance < least) {
        least = distance;
        nearest = spelling;
      }
    }
    return nearest;
  }
}

/** ` (did you mean 产业要闻?)`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
}
