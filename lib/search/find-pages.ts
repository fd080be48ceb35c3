import { fold } from '#lib/site/fold.ts';
import type { Query } from './find.ts';

/** A page with a name: of a thread, a law, a topic and so on. `kind` is a word for readers, such as 主题. */
export type NamedPage = { name: string; kind: string; path: string };

/** How many pages are shown above the items. */
const MOST = 8;

/** The pages whose names contain every term and no excluded one. Shorter names come first, so an exact match leads. */
export function findPages(pages: readonly NamedPage[], { terms, excluded }: Query): NamedPage[] {
  if (terms.length === 0) return [];
  const matches = pages.flatMap((page) => {
    const name = fold(page.name);
    const holds = (term: string) => name.includes(term);
    return terms.every(holds) && !excluded.some(holds) ? [{ page, length: name.length }] : [];
  });
  return matches
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST)
    .map(({ page }) => page);
}
