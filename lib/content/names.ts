import leven from 'leven';
import { fold } from '#lib/site/fold.ts';
import { slugOf } from '#lib/site/paths.ts';

/**
 * The key by which two titles count as the same: letters and digits alone, NFKC, in lower case. So 关注·动向 is
 * 关注动向, and 英国广播公司（BBC） is 英国广播公司(bbc).
 */
export function nameKey(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/**
 * Signs that tell one name from another, as in C, C# and C++: those of mathematics, of currencies, pictures, some of
 * ASCII, and the dot of .NET. All others part words or enclose them, as · and （） do.
 */
const SIGN = '(?![|~])[\\p{Sm}\\p{Sc}\\p{So}#&@*%!?]|\\.(?=\\p{L})(?<=^\\s*\\.)';
const SIGNS = new RegExp(SIGN, 'gu');
const KEPT = new RegExp(`${SIGN}|[\\p{L}\\p{N}\\p{M}]`, 'gu');

/** The key by which two spellings count as one name: letters, digits, and the signs that tell names apart. */
export function signedKey(name: string): string {
  return (fold(name).match(KEPT) ?? []).join('');
}

/**
 * The slug of a publisher. The signs that tell names apart stand in it by their numbers in Unicode: C# is `c-23`, and
 * C++ is `c-2b-2b`.
 */
export function sourceSlug(name: string): string {
  if (slugOf(name) === '') return '';
  return slugOf(fold(name).replace(SIGNS, (sign) => ` ${sign.codePointAt(0)?.toString(16)} `));
}

function withoutStress(key: string): string {
  return key.replace(/(?<![!?])[!?]+$/, '');
}

/** Pictures anywhere in a key, and `#` at its start. */
const ORNAMENTS = /^#+|\p{Extended_Pictographic}|\u20E3|\uFE0F/gu;

/** The same key without ornaments, and without `!` and `?` at the end. */
export function plainKey(name: string): string {
  return withoutStress(signedKey(name).replace(ORNAMENTS, ''));
}

/** Entries that answer to a name and to aliases. Two of them may differ in signs alone. */
export class NameIndex<Entry extends { name: string; aliases: string[] }> {
  readonly #byKey = new Map<string, Entry>();
  readonly #found = new Map<string, Entry | undefined>();
  readonly #spellings: string[] = [];

  constructor(readonly entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const name of [entry.name, ...entry.aliases]) {
        this.#byKey.set(signedKey(name), entry);
        this.#spellings.push(name);
      }
    }
    for (const [key, entry] of [...this.#byKey]) {
      const unstressed = withoutStress(key);
      if (!this.#byKey.has(unstressed)) this.#byKey.set(unstressed, entry);
    }
  }

  /**
   * The entry of this name or alias, however it is punctuated. `!` and `?` may be missing at its end, and pictures and
   * `#` may stand before and behind it, as they do in headings.
   */
  find(name: string): Entry | undefined {
    // The same few names come again in every issue.
    if (!this.#found.has(name)) this.#found.set(name, this.#findKey(signedKey(name)));
    return this.#found.get(name);
  }

  #findKey(key: string): Entry | undefined {
    return (
      this.#byKey.get(key) ??
      this.#byKey.get(withoutStress(key)) ??
      this.#byKey.get(key.replace(ORNAMENTS, ''))
    );
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
