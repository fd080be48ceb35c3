import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { Failure } from '#lib/site/failure.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { outputFile, paths } from '#lib/site/paths.ts';
import { BEST_QUALITY, pack } from './compress.ts';
import { listFiles } from './fingerprint.ts';
import { hostFiles } from './host-files/host-files.ts';
import { readVersion } from './host-files/version.ts';
import type { PageCache } from './page-cache.ts';
import type { Release } from './release.ts';

/** The project's folder, the key that IndexNow asks the site for, and the hash of the code that writes files. */
type Job = { root: string; indexNowKey: string | undefined; code: string };

/**
 * Puts into a release what stands there beside what the site's addresses have: the files of `public/`, those for
 * hosts, and the key. All pages have to be there already.
 * @throws Failure for a file of `public/` at the address of a page
 */
export async function addOtherFiles(
  { root, indexNowKey, code }: Job,
  archive: Archive,
  release: Release,
  kept: PageCache,
): Promise<void> {
  const add = async (path: string, content: string | Uint8Array) => {
    if (release.has(path))
      throw new Failure(
        `public/${path} has the address of a page of the site: give it another name.`,
        2,
      );
    // Most are as they were in the release before: those are not compressed again.
    const key = hashOf(code, path, content);
    if (kept.take(key, release, path) === undefined)
      kept.keep(key, release, path, await pack(path, content, BEST_QUALITY));
  };
  const publicFiles = listFiles(root, 'public').map((file) => file.slice('public/'.length));
  for (const path of publicFiles) await add(path, await readFile(join(root, 'public', path)));
  const read = (path: string) => readFile(release.fileOf(outputFile(path)), 'utf8');
  const version = await readVersion(root);
  for (const [path, content] of await hostFiles(archive, { version, publicFiles, read }))
    await add(path, content);
  if (indexNowKey !== undefined) await add(outputFile(paths.indexNowKey(indexNowKey)), indexNowKey);
}
