import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader, type ReadOptions } from '#lib/content/folder/read-archive.ts';
import { Failure } from '#lib/system/failure.ts';
import { git, withTree } from './git.ts';

/**
 * The archive of a content folder in a git revision, with the issues that were public at a time.
 * @param now that time; without it, the time of the commit
 * @throws Failure when there is no such revision, or its content cannot be used
 */
export async function readRevision(revision: string, folder: string, now?: Date): Promise<Archive> {
  const unknown = `"${revision}" is no file, no address of a sitemap and no git revision that has ${folder}`;
  const tree = await treeOf(revision, folder, unknown);
  return readTree(tree, revision, folder, { now: now ?? (await timeOf(revision, folder)) });
}

/**
 * The archive of a content folder in a git revision with all its issues, drafts and issues of later days too.
 * @throws Failure when there is no such revision, or its content cannot be used
 */
export async function readWholeRevision(revision: string, folder: string): Promise<Archive> {
  const unknown = `"${revision}" is no git revision that has ${folder}`;
  const tree = await treeOf(revision, folder, unknown);
  return readTree(tree, revision, folder, { includeUnpublished: true });
}

async function treeOf(revision: string, folder: string, unknown: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--end-of-options', `${revision}:./`];
  return (await git(folder, unknown, args)).trim();
}

function readTree(
  tree: string,
  revision: string,
  folder: string,
  options: Pick<ReadOptions, 'now' | 'includeUnpublished'>,
): Promise<Archive> {
  const unreadable = `${revision} cannot be read`;
  return withTree(tree, folder, unreadable, async (files) => {
    const { archive } = await new ArchiveReader(files).read({ ...options, compare: false });
    if (archive === undefined) throw new Failure(`${unreadable} (its site.yml is unusable).`, 2);
    return archive;
  });
}

async function timeOf(revision: string, folder: string): Promise<Date> {
  const args = ['log', '-1', '--format=%cI', '--end-of-options', revision, '--'];
  return new Date((await git(folder, `${revision} is no commit`, args)).trim());
}
