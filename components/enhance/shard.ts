import type { SearchItem } from '#lib/search/find.ts';
import * as paths from '#lib/site/browser-paths.ts';

/** All items of a year; `undefined` when they cannot be had. */
export async function fetchShard(year: string): Promise<SearchItem[] | undefined> {
  const response = await fetch(paths.searchShard(year)).catch((error: unknown) => {
    // That is how `fetch` says that there is no network.
    if (error instanceof TypeError) return undefined;
    throw error;
  });
  return response?.ok ? response.json() : undefined;
}
