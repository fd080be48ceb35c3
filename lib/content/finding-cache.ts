import type { Issue } from './issue.ts';

/** One entry of a cache. `read` returns `undefined` until the text has been written. */
export type CachedText = { read: () => string | undefined; write: (text: string) => void };

/**
 * The cache entry of a finding, such as the links between the stories of some issues. Its cache key is made of the
 * hashes of the issue files, in their order, and of `what`.
 * @param what names the finding and everything else that it depends on
 * @returns `undefined` if an issue has no hash. Then the finding cannot be cached.
 */
export type FindingCache = (what: string, issues: readonly Issue[]) => CachedText | undefined;

/**
 * Far more than are in use at a time. The oldest, which belong to issues before their last edits, are dropped first.
 */
const MOST_ENTRIES = 2000;

/** A cache for this process alone. An editor's preview needs it: it reads all issues again whenever one is saved. */
export function cacheInMemory(): (key: string) => CachedText {
  const texts = new Map<string, string>();
  return (key) => ({
    read: () => texts.get(key),
    write: (text) => {
      texts.set(key, text);
      const [oldest] = texts.keys();
      if (texts.size > MOST_ENTRIES && oldest !== undefined) texts.delete(oldest);
    },
  });
}
