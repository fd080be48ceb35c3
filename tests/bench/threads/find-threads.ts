import { boundMemory } from '#lib/check/memory.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { IssueCache } from '#lib/content/folder/issue-cache.ts';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { entriesIn } from '#lib/content/queries.ts';
import { unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';

/**
 * A process that reads the archive of `CONTENT_DIR` with a cache in <folder>, and finds its threads. It limits its
 * memory as the press does.
 * `node … find-threads.ts <folder> [threads]`: without the last word it only reads the archive.
 */
const [, , kept = '', wanted] = process.argv;
await boundMemory(contentFolder());
const reader = new ArchiveReader(contentFolder(), publicReader(), new IssueCache(kept, 'bench'));
const { archive } = await reader.read({ compare: false });
if (archive === undefined) throw new Error('there is no archive');
if (wanted !== undefined) {
  const { all } = threadsOf(archive);
  const entries = entriesIn(archive);
  const counts = Array.from(
    entries,
    ({ issue, item }) => unpackTerms(archive.factsOf(item, issue.date).terms).length,
  );
  const terms = counts.reduce((sum, count) => sum + count, 0);
  console.log(`${counts.length} items, ${terms} terms, ${all.length} threads`);
}
