import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { assertReadable, readRegistryFiles } from '#lib/content/folder/content-files.ts';
import { ArchiveReader, type ReadOptions } from '#lib/content/folder/read-archive.ts';
import { parseRegistries, type Registries } from '#lib/content/registries/registries.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';

/**
 * What was read of a content folder.
 * @throws Failure when the folder cannot be read
 */
export async function orFailure<Read>(folder: string, reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('SITE_ORIGIN'))
      throw new Failure(error.message, 2);
    if (!hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG')) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const path = error instanceof Error && 'path' in error ? String(error.path) : folder;
    // A file that is listed and cannot be read: a link that leads nowhere, or one that is another's.
    if (/\.(md|yml)$/.test(path)) {
      throw new Failure(
        `${displayPath(path)} cannot be read (${reason}): restore it, or let this user read it.`,
        2,
      );
    }
    throw new Failure(
      `The content folder ${folder} cannot be read (${reason}): it must hold site.yml and a folder issues; CONTENT_DIR names another.`,
      2,
    );
  }
}

/**
 * The registries of a content folder, without its issues.
 * @throws Failure when the folder cannot be read or its site.yml is unusable
 */
export async function readRegistries(folder: string): Promise<Registries> {
  const { registries } = parseRegistries(await orFailure(folder, readRegistryFiles(folder)));
  if (registries !== undefined) return registries;
  throw new Failure(`${join(folder, 'site.yml')} cannot be used: npm run check says why.`, 2);
}

/**
 * Everything in a content folder, issues that are not published yet too.
 * @throws Failure when the folder cannot be read or its site.yml is unusable
 */
export function readWholeArchive(folder: string): Promise<Archive> {
  return readArchive(folder, { includeUnpublished: true });
}

/**
 * What is public of a content folder today.
 * @throws Failure when the folder cannot be read or its site.yml is unusable
 */
export function readPublicArchive(folder: string): Promise<Archive> {
  return readArchive(folder, {});
}

async function readArchive(folder: string, options: ReadOptions): Promise<Archive> {
  const reading = new ArchiveReader(folder).read({ ...options, compare: false });
  const { archive } = await orFailure(folder, reading);
  if (archive !== undefined) return archive;
  throw new Failure(`${join(folder, 'site.yml')} cannot be used: npm run check says why.`, 2);
}

/**
 * The text of a file, its byte order mark kept: what is written again must have been read whole.
 * @throws Failure when it is not in UTF-8, or as `assertReadable` does; Error when it is not there
 */
export async function readUtf8(file: string): Promise<string> {
  assertReadable(file);
  const bytes = await readFile(file);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new Failure(`${displayPath(file)} is not in UTF-8: save it so, or npm run import it.`, 2);
}
