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
 * Waits for a read of a content folder, and turns errors that an editor can mend into a `Failure`.
 * @throws Failure when the folder or a file in it cannot be read
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
    // The folder lists the file, but it cannot be read: it is a broken link, or another user's.
    if (/\.(md|yml|jsonl)$/.test(path)) {
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
 * @throws Failure when the folder cannot be read, or its site.yml cannot be used
 */
export async function readRegistries(folder: string): Promise<Registries> {
  const { registries } = parseRegistries(await orFailure(folder, readRegistryFiles(folder)));
  if (registries !== undefined) return registries;
  throw new Failure(`${join(folder, 'site.yml')} cannot be used: npm run check shows why.`, 2);
}

/**
 * The archive of a content folder with all its issues, drafts and issues of later days too.
 * @throws Failure when the folder cannot be read, or its site.yml cannot be used
 */
export function readWholeArchive(folder: string): Promise<Archive> {
  return readArchive(folder, { includeUnpublished: true });
}

/**
 * The archive of a content folder with the issues that are public now.
 * @throws Failure when the folder cannot be read, or its site.yml cannot be used
 */
export function readPublicArchive(folder: string): Promise<Archive> {
  return readArchive(folder, {});
}

async function readArchive(folder: string, options: ReadOptions): Promise<Archive> {
  const reading = new ArchiveReader(folder).read({ ...options, compare: false });
  const { archive } = await orFailure(folder, reading);
  if (archive !== undefined) return archive;
  throw new Failure(`${join(folder, 'site.yml')} cannot be used: npm run check shows why.`, 2);
}

/**
 * The text of a file with its byte order mark, for commands that write the file again: they must not lose a byte.
 * @throws Failure when the file is not in UTF-8, or as `assertReadable` does; Error when it does not exist
 */
export async function readUtf8(file: string): Promise<string> {
  assertReadable(file);
  const bytes = await readFile(file);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new Failure(
    `${displayPath(file)} is not in UTF-8: save it in UTF-8, or import it with npm run import.`,
    2,
  );
}
