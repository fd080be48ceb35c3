import type { SearchItem } from '#lib/search/find.ts';
import type { NamedPage } from '#lib/search/find-pages.ts';
import * as paths from '#lib/site/browser-paths.ts';

/** All items of a year; `undefined` when they cannot be fetched. */
export function fetchShard(year: string): Promise<SearchItem[] | undefined> {
  return fetchList(paths.searchShard(year));
}

/** The pages that a search can find by name; `undefined` when they cannot be fetched. */
export function fetchPages(): Promise<NamedPage[] | undefined> {
  return fetchList(paths.searchPages());
}

async function fetchList<Value>(path: string): Promise<Value[] | undefined> {
  const response = await fetch(path).catch((error: unknown) => {
    // `fetch` throws a `TypeError` when there is no network.
    if (error instanceof TypeError) return undefined;
    throw error;
  });
  return response?.ok ? response.json() : undefined;
}
