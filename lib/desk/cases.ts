import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { CaseFacts } from './facts.ts';

/** An entry that reports on a case. */
export type CaseStory = CaseFacts & { entry: Entry };

/** Every entry that reports on a case, newest first. */
export function casesOf(archive: Archive): CaseStory[] {
  const stories: CaseStory[] = [];
  for (const entry of entriesIn(archive)) {
    const facts = archive.factsOf(entry.item, entry.issue.date);
    if (facts.case !== undefined) stories.push({ entry, ...facts.case });
  }
  return stories;
}
