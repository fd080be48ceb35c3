import { fold } from '#lib/site/fold.ts';
import type { Query } from './find.ts';

/**
 * A page with a name: of a thread, a law, a topic and so on. `kind` is a word for readers, such as 主题. It is found by
 * `aliases` too, which are not shown.
 */
export type NamedPage = {
  name: string;
  kind: string;
  path: string;
  aliases?: readonly string[];
};

/** How many pages are shown above the items. */
const MOST = 8;

/**
 * The pages that have a name with every term in it, and none with an excluded one. Shorter names come first, so an exact
 * match leads.
 */
export function findPages(pages: readonly NamedPage[], { terms, excluded }: Query): NamedPage[] {
  if (terms.length === 0) return [];
  const matches = pages.flatMap((page) => {
    const names = [page.name, ...(page.aliases ?? [])].map(fold);
    if (excluded.some((term) => names.some((name) => name.includes(term)))) return [];
    const lengths = names
      .filter((name) => terms.every((term) => name.includes(term)))
      .map((name) => name.length);
    return lengths.length === 0 ? [] : [{ page, length: Math.min(...lengths) }];
  });
  return matches
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST)
    .map(({ page }) => page);
}
