import { fold } from '#lib/site/fold.ts';
import type { Query } from './query.ts';
import type { Simplify } from './traditional.ts';

/**
 * A page with a name: of a thread, a law, a topic and so on. `kind` is a word for readers, such as 主题. It is found by
 * `aliases` too, which are not shown.
 */
export type NamedPage = {
  name: string;
  kind: string;
  path: string;
  aliases?: readonly string[];
  /** Whether there is a feed of the page at its address, see `feedOfPage`. */
  hasFeed?: boolean;
};

/** How many pages are shown above the items. */
const MOST = 8;

/**
 * The pages that the terms name, then those that have a name with every term in it, the shorter names first, and then
 * those that one of the terms names. A page with an excluded term in a name is left out.
 */
export function findPages(
  pages: readonly NamedPage[],
  { terms, excluded }: Query,
  simplify: Simplify = (text) => text,
): NamedPage[] {
  if (terms.length === 0) return [];
  const wanted = terms.map(simplify);
  const unwanted = excluded.map(simplify);
  const matches = pages.flatMap((page) => {
    const names = [page.name, ...(page.aliases ?? [])].map((name) => simplify(fold(name)));
    if (unwanted.some((term) => names.some((name) => name.includes(term)))) return [];
    const rank = rankOf(names, wanted);
    return rank === undefined ? [] : [{ page, rank }];
  });
  return matches
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ page }) => page);
}

/**
 * The rank of a page, the lowest first; `undefined` where the terms do not name it. The first of `names` is its own
 * name, the others are aliases.
 */
function rankOf(names: readonly string[], terms: readonly string[]): number | undefined {
  if (names.includes(terms.join(' '))) return 0;
  if (names.some((name) => terms.every((term) => name.includes(term))))
    return names[0]?.length ?? 0;
  return names.some((name) => terms.includes(name)) ? NAMED_BY_ONE : undefined;
}

/** The rank of pages that only one of the terms names. Other ranks are lengths of names, which are shorter. */
const NAMED_BY_ONE = 1000;
