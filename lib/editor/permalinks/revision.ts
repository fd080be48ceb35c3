import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { type Archive, ArchiveReader } from '#lib/content/archive.ts';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { addressesOf, isPage } from '#lib/views/addresses.ts';
import type { PublicBefore } from './public-before.ts';

const execute = promisify(execFile);

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
  const temporary = await mkdtemp(join(tmpdir(), 'dibao-since-'));
  try {
    // An index of its own leaves the editor's alone.
    const index = { GIT_INDEX_FILE: join(temporary, 'index') };
    const files = join(temporary, 'files') + sep;
    const unreadable = `${revision} cannot be read`;
    await git(folder, unreadable, ['read-tree', tree.trim()], index);
    const top = (await git(folder, unreadable, ['rev-parse', '--show-toplevel'])).trim();
    await git(top, unreadable, ['checkout-index', '--all', '--force', `--prefix=${files}`], index);
    const day = now ?? (await timeOf(revision, folder));
    const { archive } = await new ArchiveReader(files).read({ now: day, compare: false });
    if (archive === undefined) throw new Failure(`${unreadable} (its site.yml is unusable).`, 2);
    return archive;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw new Failure(`${unknown}.`, 2);
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function timeOf(revision: string, folder: string): Promise<Date> {
  const args = ['log', '-1', '--format=%cI', '--end-of-options', revision, '--'];
  return new Date((await git(folder, `${revision} is no commit`, args)).trim());
}

/** Every page of an archive and every item in it. */
export function publicOf(archive: Archive, from: string): PublicBefore {
  const pages = addressesOf(archive).filter(isPage);
  const items = archive.issues.flatMap(({ date, sections }) =>
    sections.flatMap((section) =>
      section.items.map(({ id, title, text }) => ({ date, id, title, text })),
    ),
  );
  return { from, paths: pages.map(({ path }) => path), items };
}

async function git(
  folder: string,
  what: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<string> {
  try {
    const env = { ...process.env, ...environment };
    return (await execute('git', args, { cwd: folder, env, encoding: 'utf8' })).stdout;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new Failure(`${what} (${said || error.message}).`, 2);
  }
}
