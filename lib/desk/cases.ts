import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import { onceEach } from '#lib/site/once.ts';
import type { CaseFacts } from './read-case.ts';

/** An item that reports of a case. */
export type CaseStory = CaseFacts & { entry: Entry };

/** Every item that reports of a case, newest first. */
export const casesOf: (archive: Archive) => readonly CaseStory[] = onceEach(findCases);

function findCases(archive: Archive): CaseStory[] {
  const stories: CaseStory[] = [];
  for (const entry of entriesIn(archive)) {
    const { facts } = entry.item;
    if (facts.case !== undefined) stories.push({ entry, ...facts.case });
  }
  return stories;
}
