import type { Issue } from './issue.ts';

/** A text that is kept under what it was made of; to read it yields nothing where it was not written yet. */
export type CachedText = { read: () => string | undefined; write: (text: string) => void };

/**
 * Where a finding about some issues is cached. Its key is made of the hashes of their files, in their order.
 * `undefined` if an issue has no such hash: then there is no key, and the finding is not cached.
 * @param what names the finding and everything else that it depends on
 */
export type FindingCache = (what: string, issues: readonly Issue[]) => CachedText | undefined;

/** Far more than are in use; those of issues as they were some hundred edits ago go first. */
const MOST_KEPT = 2000;

/** Keeps texts in this process alone: an editor's preview reads all issues again whenever one is saved. */
export function cacheInMemory(): (key: string) => CachedText {
  const texts = new Map<string, string>();
  return (key) => ({
    read: () => texts.get(key),
    write: (text) => {
      texts.set(key, text);
      const [oldest] = texts.keys();
      if (texts.size > MOST_KEPT && oldest !== undefined) texts.delete(oldest);
    },
  });
}
