import { readFile, stat } from 'node:fs/promises';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { fileNamed } from '../here.ts';
import { readRevision } from './revision.ts';
import { fetchSitemap, readSitemap } from './sitemap.ts';

/** What was public once. */
export type PublicBefore = {
  /** Where this is known from, as people name it. */
  from: string;
  /** The paths of pages, percent-encoded or not. */
  paths: readonly string[];
  /** The items of issues, where they are known: a sitemap lists pages alone. */
  items: readonly { date: string; id: string; title: string; text: string }[];
};

/**
 * What was public according to a sitemap's file or address, or in a git revision of a content folder.
 * @throws Failure when `since` is none of these
 */
export async function readPublicBefore(
  since: string,
  folder: string,
  now: Date,
): Promise<PublicBefore> {
  if (/^https?:\/\//i.test(since)) {
    return { from: since, paths: await fetchSitemap(since), items: [] };
  }
  const file = fileNamed(since);
  if (await isFile(file)) {
    const paths = await readSitemap(await readBytes(file, since), since);
    return { from: since, paths, items: [] };
  }
  return readRevision(since, folder, now);
}

async function readBytes(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(`${name} cannot be read (${error.message}).`, 2);
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return false;
    throw error;
  }
}
