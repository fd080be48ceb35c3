import { fold } from '#lib/site/fold.ts';
import type { Query } from './find.ts';

/** A page by what it is about: a thread, a law, a topic … */
export type NamedPage = { name: string; kind: string; path: string };

/** How many are worth showing above what the items say. */
const MOST = 8;

/** The pages whose names hold every term and none that is excluded: the name itself first, then the shorter names. */
export function findPages(pages: readonly NamedPage[], { terms, excluded }: Query): NamedPage[] {
  if (terms.length === 0) return [];
  const found = pages.flatMap((page) => {
    const name = fold(page.name);
    const holds = (term: string) => name.includes(term);
    return terms.every(holds) && !excluded.some(holds) ? [{ page, length: name.length }] : [];
  });
  return found
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST)
    .map(({ page }) => page);
}
