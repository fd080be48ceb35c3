import { type Archive, ArchiveReader } from '#lib/content/archive.ts';
import { Failure } from '#lib/site/failure.ts';
import { isListed, pagesOf } from '#lib/views/pages.ts';
import { git, withTree } from './git.ts';
import type { PublicBefore } from './public-before.ts';

/**
 * What was public of a content folder as it was in a git revision, by the calendar of `now` or else of the
 * time at which it was committed.
 * @throws Failure when there is no such revision, or the content in it cannot be used
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

/** Every page of an archive that search engines know, and every item in it. */
export function publicOf(archive: Archive, from: string): PublicBefore {
  const pages = pagesOf(archive).filter(isListed);
  const items = archive.issues.flatMap(({ date, sections }) =>
    sections.flatMap((section) =>
      section.items.map(({ id, title, text }) => ({ date, id, title, text })),
    ),
  );
  return { from, paths: pages.map(({ path }) => path), items };
}
