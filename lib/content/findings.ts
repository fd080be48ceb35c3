import type { Issue } from './issue.ts';

/** A text that is kept under what it was made of; to read it yields nothing where it was not written yet. */
export type KeptText = { read: () => string | undefined; write: (text: string) => void };

/**
 * Where something is kept that was found in some issues, in their order. `undefined` where one of them is not known
 * by a hash, and nothing can be kept of it.
 * @param what names the finding, and all that it is a function of besides the issues
 */
export type KeptFor = (what: string, issues: readonly Issue[]) => KeptText | undefined;

/** Far more than are in use; those of issues as they were some hundred edits ago go first. */
const MOST_KEPT = 2000;

/** Keeps texts in this process alone: an editor's preview reads all issues again whenever one is saved. */
export function keepInMemory(): (key: string) => KeptText {
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
