import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FetchFeed, feedFetcher } from './feeds/fetch-feed.ts';
import { type Take, takeInto } from './take.ts';

/** Where the candidates come from, and where what is decided goes. */
export type InboxPlaces = {
  /** The content folder. */
  folder: string;
  /** The folder for caches of this project. */
  cache: string;
  fetchFeed: FetchFeed;
  take: Take;
  /** The time by which reports are new; the present one unless it is given. */
  now?: Date;
};

/** The web, the content folder, and the cache that the press has too. */
export function inboxPlaces(folder: string): InboxPlaces {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const cache = resolve(process.env.BUILD_CACHE || join(root, '.next', 'cache', 'dibao'));
  return { folder, cache, fetchFeed: feedFetcher(), take: takeInto(folder) };
}
