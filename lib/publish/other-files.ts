import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { listPublicFiles } from '#lib/content/folder/public-folder.ts';
import { outputFile, paths } from '#lib/site/paths.ts';
import { Failure } from '#lib/system/failure.ts';
import { hashOf } from '#lib/system/hash.ts';
import { BEST_QUALITY, pack } from './compress.ts';
import { hostFiles } from './host-files/host-files.ts';
import { readVersion } from './host-files/version.ts';
import type { CacheKey, PageCache } from './page-cache.ts';

/** A file of the site: its name in the output folder, and its cache key. */
export type OutputFile = CacheKey & { name: string };

type Inputs = {
  /** The project's folder. */
  root: string;
  archive: Archive;
  code: PressCode;
  /** The site's key for IndexNow, which is published in a file. */
  indexNowKey: string | undefined;
};

/**
 * Puts into the cache what the site has besides its addresses: the files of `public/`, those that hosts read, and the
 * file with the IndexNow key.
 * @param taken the names of the files that addresses have
 * @throws Failure for a file of `public/` at the address of a page
 */
export async function cacheOtherFiles(
  { root, archive, code, indexNowKey }: Inputs,
  cache: PageCache,
  taken: ReadonlySet<string>,
): Promise<OutputFile[]> {
  const publicFiles = listPublicFiles(root);
  const version = await readVersion(root);
  const files: [name: string, content: string | Uint8Array][] = [];
  for (const name of publicFiles) files.push([name, await readFile(join(root, 'public', name))]);
  files.push(...hostFiles(archive, { version, publicFiles, code }));
  if (indexNowKey !== undefined)
    files.push([outputFile(paths.indexNowKey(indexNowKey)), indexNowKey]);
  const others: OutputFile[] = [];
  const names = new Set(taken);
  for (const [name, content] of files) {
    if (names.has(name))
      throw new Failure(
        `public/${name} has the address of a page of the site: give it another name.`,
        2,
      );
    names.add(name);
    const file = { name, key: hashOf(name, content), quality: BEST_QUALITY };
    if (cache.find(file, name) === undefined) cache.write(file, pack(name, content, file.quality));
    others.push(file);
  }
  return others;
}
