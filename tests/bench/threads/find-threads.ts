import { ArchiveReader } from '#lib/content/archive.ts';
import { contentFolder } from '#lib/content/content-files.ts';
import { IssueCache } from '#lib/content/issue-cache.ts';
import { publicReader } from '#lib/content/public-folder.ts';
import { boundMemory } from '#lib/editor/memory.ts';
import { unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

/**
 * A process that reads the archive of `CONTENT_DIR` with what is kept of it in a folder, and finds its stories;
 * it keeps its memory in bounds as the press does.
 * `node … find-threads.ts <folder> [threads]`: without the last word it only reads.
 */
const [, , kept = '', wanted] = process.argv;
await boundMemory(contentFolder());
const reader = new ArchiveReader(contentFolder(), publicReader(), new IssueCache(kept, 'bench'));
const { archive } = await reader.read({ compare: false });
if (archive === undefined) throw new Error('there is no archive');
if (wanted !== undefined) {
  const { all } = threadsOf(archive);
  const items = archive.issues.flatMap(({ sections }) => sections.flatMap((each) => each.items));
  const terms = items.reduce((sum, { facts }) => sum + unpackTerms(facts.terms).length, 0);
  console.log(`${items.length} items, ${terms} terms, ${all.length} threads`);
}
