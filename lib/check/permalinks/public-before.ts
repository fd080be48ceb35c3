import { readFile, stat } from 'node:fs/promises';
import type { Archive } from '#lib/content/archive.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { resolveUserPath } from '#lib/system/working-folder.ts';
import { isListed, pagesOf } from '#lib/views/pages.ts';
import { readRevision } from './revision.ts';
import { fetchSitemap, type ListedPage, readSitemap } from './sitemap.ts';

/** What was public before. */
export type PublicBefore = {
  /** The sitemap or the revision that says so, as the user named it. */
  from: string;
  /** The paths of pages, percent-encoded or not. */
  paths: readonly string[];
  /** The items of the issues; empty for a sitemap, which lists only pages. */
  items: readonly { date: IsoDate; id: string; title: string; text: string }[];
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
  const before = await readBefore(since, folder, now);
  if ('archive' in before) return publicOf(before.archive, since);
  return { from: since, paths: before.pages.map(({ url }) => new URL(url).pathname), items: [] };
}

/** Every page of an archive that a sitemap lists, and every item of the archive. */
export function publicOf(archive: Archive, from: string): PublicBefore {
  const pages = pagesOf(archive).filter(isListed);
  const items = archive.issues.flatMap(({ date, sections }) =>
    sections.flatMap((section) =>
      section.items.map(({ id, title, text }) => ({ date, id, title, text })),
    ),
  );
  return { from, paths: pages.map(({ path }) => path), items };
}

/** The pages that a sitemap lists, or the archive of a git revision. */
export type Before = { pages: readonly ListedPage[] } | { archive: Archive };

/**
 * Reads a sitemap, by file or address, or a git revision of the content folder.
 * @param now decides which issues of a revision count as public; without it, the time of the commit does
 * @throws Failure when `since` is none of these
 */
export async function readBefore(since: string, folder: string, now?: Date): Promise<Before> {
  if (/^https?:\/\//i.test(since)) return { pages: await fetchSitemap(since) };
  const file = resolveUserPath(since);
  if (await isFile(file)) return { pages: await readSitemap(await readBytes(file, since), since) };
  return { archive: await readRevision(since, folder, now) };
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
