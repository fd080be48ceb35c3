import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { Failure } from '#lib/system/failure.ts';
import { git, withTree } from './git.ts';

/**
 * The archive of a content folder in a git revision, with the issues that were public at a time.
 * @param now that time; without it, the time of the commit
 * @throws Failure when there is no such revision, or its content cannot be used
 */
export async function readRevision(revision: string, folder: string, now?: Date): Promise<Archive> {
  const unknown = `"${revision}" is no file, no address of a sitemap and no git revision that has ${folder}`;
  const tree = await git(folder, unknown, [
    'rev-parse',
    '--verify',
    '--end-of-options',
    `${revision}:./`,
  ]);
  const unreadable = `${revision} cannot be read`;
  const day = now ?? (await timeOf(revision, folder));
  return withTree(tree.trim(), folder, unreadable, async (files) => {
    const { archive } = await new ArchiveReader(files).read({ now: day, compare: false });
    if (archive === undefined) throw new Failure(`${unreadable} (its site.yml is unusable).`, 2);
    return archive;
  });
}

async function timeOf(revision: string, folder: string): Promise<Date> {
  const args = ['log', '-1', '--format=%cI', '--end-of-options', revision, '--'];
  return new Date((await git(folder, `${revision} is no commit`, args)).trim());
}
