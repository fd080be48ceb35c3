import leven from 'leven';
import { fold } from '#lib/site/fold.ts';
import { slugOf } from '#lib/site/paths.ts';

/**
 * Two titles with the same key count as the same: it has only the letters and digits, in NFKC and lower case. So
 * 关注·动向 equals 关注动向, and 英国广播公司（BBC） equals 英国广播公司(bbc).
 */
export function nameKey(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/**
 * Signs that distinguish names, as in C, C# and C++: mathematical signs, currencies, pictures, some of ASCII, and the
 * dot of .NET. All other marks only separate or enclose words, as · and （） do.
 */
const SIGN = '(?![|~])[\\p{Sm}\\p{Sc}\\p{So}#&@*%!?]|\\.(?=\\p{L})(?<=^\\s*\\.)';
const SIGNS = new RegExp(SIGN, 'gu');
const SIGN_OR_LETTER = new RegExp(`${SIGN}|[\\p{L}\\p{N}\\p{M}]`, 'gu');

/**
 * Two spellings with the same key count as one name: it has the letters, the digits, and the signs that distinguish
 * names.
 */
export function signedKey(name: string): string {
  return (fold(name).match(SIGN_OR_LETTER) ?? []).join('');
}

/**
 * The slug of a publisher. Signs that distinguish names are written by their code points: C# is `c-23`, and C++ is
 * `c-2b-2b`.
 */
export function sourceSlug(name: string): string {
  if (slugOf(name) === '') return '';
  return slugOf(fold(name).replace(SIGNS, (sign) => ` ${sign.codePointAt(0)?.toString(16)} `));
}

/** A key without `!` and `?` at the end. */
function withoutFinalMarks(key: string): string {
  return key.replace(/(?<![!?])[!?]+$/, '');
}

/** Pictures anywhere in a key, and `#` at its start. */
const ORNAMENTS = /^#+|\p{Extended_Pictographic}|\u20E3|\uFE0F/gu;

/** The `signedKey` of a name, without pictures, without `#` at the start, and without `!` and `?` at the end. */
export function plainKey(name: string): string {
  return withoutFinalMarks(signedKey(name).replace(ORNAMENTS, ''));
}

/** Finds entries by name or alias. Two entries may differ only in signs: C and C#. */
export class NameIndex<Entry extends { name: string; aliases: string[] }> {
  readonly #byKey = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry | undefined>();
  readonly #spellings: string[] = [];

  constructor(readonly entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const name of [entry.name, ...entry.aliases]) {
        this.#byKey.set(signedKey(name), entry);
        this.#spellings.push(name);
      }
    }
    for (const [key, entry] of [...this.#byKey]) {
      const withoutMarks = withoutFinalMarks(key);
      if (!this.#byKey.has(withoutMarks)) this.#byKey.set(withoutMarks, entry);
    }
  }

  /**
   * The entry of a name or alias, however it is punctuated. `!` and `?` may be missing at the end, and pictures and `#`
   * may stand around it, as they do in headings.
   */
  find(name: string): Entry | undefined {
    // Memoised: the same few names occur in every issue.
    if (!this.#byName.has(name)) this.#byName.set(name, this.#findKey(signedKey(name)));
    return this.#byName.get(name);
  }

  #findKey(key: string): Entry | undefined {
    return (
      this.#byKey.get(key) ??
      this.#byKey.get(withoutFinalMarks(key)) ??
      this.#byKey.get(key.replace(ORNAMENTS, ''))
    );
  }

  /** The name or alias that was probably meant by `name`: the nearest, if at most a third of its characters differ. */
  suggest(name: string): string | undefined {
    const key = nameKey(name);
    const limit = Math.max(1, Math.floor(key.length / 3));
    let nearest: string | undefined;
    let least = limit + 1;
    for (const spelling of this.#spellings) {
      const candidate = nameKey(spelling);
      if (Math.abs(candidate.length - key.length) >= least) continue;
      // `leven` returns the maximum when the distance is greater.
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
