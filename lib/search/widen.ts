import { fold } from '#lib/site/fold.ts';
import type { NamedPage } from './find-pages.ts';
import type { Query } from './query.ts';
import type { Simplify } from './traditional.ts';
import { asWritten, type Way } from './way.ts';
import { isWholeWord } from './whole-words.ts';

/** How many words a name has at most that is typed without quotation marks, such as POP MART. */
const LONGEST_NAME = 4;
/** Shorter names are only looked for where they are a term by themselves. */
const SHORTEST_WITHIN = 2;

/** A part of a query in all the ways to write it, the reader's first. */
export type Part = readonly [Way, ...Way[]];

/** For each name, folded and simplified: all names of the same thing. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

/** Which names mean the same: each page has its name and its aliases. */
export function nameIndex(pages: readonly NamedPage[], simplify: Simplify): NameIndex {
  const index = new Map<string, string[]>();
  for (const { name, aliases = [] } of pages) {
    if (aliases.length === 0) continue;
    const names = [name, ...aliases];
    for (const each of names) {
      const key = simplify(fold(each));
      index.set(key, [...(index.get(key) ?? []), ...names]);
    }
  }
  return index;
}

/**
 * The parts of a query, each with the other names of what it names and in simplified characters. A term in quotation
 * marks is only itself. Terms that are a name together, such as POP MART, are one part.
 */
export function widen({ terms, quoted }: Query, names: NameIndex, simplify: Simplify): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < terms.length; ) {
    const term = terms[at] ?? '';
    const count = quoted.includes(term) ? 1 : wordsOfName(terms, at, quoted, names, simplify);
    if (count > 1) parts.push(waysOf(terms.slice(at, at + count).join(' '), names, simplify));
    else parts.push(quoted.includes(term) ? [asWritten(term)] : waysOf(term, names, simplify));
    at += count;
  }
  return parts;
}

/** How many terms from here on are one name; 1 if there is none of several words. */
function wordsOfName(
  terms: readonly string[],
  at: number,
  quoted: readonly string[],
  names: NameIndex,
  simplify: Simplify,
): number {
  for (let count = LONGEST_NAME; count > 1; count -= 1) {
    const words = terms.slice(at, at + count);
    if (words.length < count || words.some((word) => quoted.includes(word))) continue;
    if (names.has(simplify(words.join(' ')))) return count;
  }
  return 1;
}

function waysOf(term: string, names: NameIndex, simplify: Simplify): Part {
  const own = simplify(term);
  const others = (names.get(own) ?? replaceNameWithin(own, names, simplify)).flatMap((shown) => {
    const text = simplify(fold(shown));
    // A name that contains the term needs no search of its own: the term finds it.
    return text.includes(own) ? [] : [{ kind: 'name', text, shown } as const];
  });
  const distinct = new Map(others.map((way) => [way.text, way]));
  return [{ kind: 'characters', text: own, shown: own }, ...distinct.values()];
}

/** A term with a name in it, such as AI训练, with each other name in place of that one. The longest name counts. */
function replaceNameWithin(term: string, names: NameIndex, simplify: Simplify): string[] {
  let within = '';
  for (const name of names.keys()) {
    if (name.length < SHORTEST_WITHIN || name.length <= within.length) continue;
    const at = term.indexOf(name);
    if (at !== -1 && isWholeWord(term, at, at + name.length)) within = name;
  }
  return (names.get(within) ?? []).map((other) =>
    simplify(fold(other)) === within ? term : term.replace(within, () => other),
  );
}
