import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { sampleIssue, temporaryFolder } from './content-folder.ts';
import { printSite } from './printing.ts';
import { registryTexts } from './registries.ts';
import { makeTemporaryFolder, writeFilesInto } from './temporary-folder.ts';

let kept: Promise<string> | undefined;

/** Prints a site of one issue, once for all test files of a process. @returns the folder of what was kept of it */
function keepOneSite(): Promise<string> {
  const { folder, remove } = makeTemporaryFolder();
  process.once('exit', remove);
  const content = join(folder, 'content');
  writeFilesInto(content, { ...registryTexts, 'issues/2025-03-31.md': sampleIssue(1, 1) });
  const cache = join(folder, 'cache');
  return printSite(content, { cache, out: join(folder, 'site/out') }).then(() => cache);
}

/**
 * A cache for one test, as a build of another site left it. Scripts, icons and cards take most of the time of a small
 * build: only a test that is about a build from nothing begins with an empty cache.
 */
export async function warmCache(): Promise<string> {
  const cache = temporaryFolder();
  await fillCache(cache);
  return cache;
}

/** Fills the folder of a cache as `warmCache` does, for all tests of a file. */
export async function fillCache(cache: string): Promise<void> {
  kept ??= keepOneSite();
  cpSync(await kept, cache, { recursive: true });
}
