import { type Dirent, readFileSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { type RegistryFiles, registryNames } from '../registries/registries.ts';
import { decodeTextFile, type TextFile } from '../text-file.ts';
import { isInside } from './public-folder.ts';

/** The path of the content folder: `CONTENT_DIR`, or else `content`. */
export function contentFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.CONTENT_DIR || 'content');
}

/**
 * The names of a content folder's issue files, sorted.
 * @throws Error when the folder cannot be read, Failure when a link leads out of it
 */
export async function listIssueFiles(folder: string): Promise<string[]> {
  const issues = join(folder, 'issues');
  await assertInside(folder, issues);
  const entries = await readdir(issues, { withFileTypes: true });
  const files = entries.filter(isIssueFile);
  for (const file of files)
    if (file.isSymbolicLink()) await assertInside(folder, join(issues, file.name));
  return files.map(({ name }) => name).sort();
}

/** Whether a file in the folder `issues` is read as an issue. Names that begin with a dot or `_` are not. */
export function isIssueFile(entry: Dirent): boolean {
  return /^[^._].*\.md$/.test(entry.name) && !entry.isDirectory();
}

/**
 * Makes sure that a path in a content folder is no link that leads out of it. Everything that is read there is
 * published, and must not be some other file of this machine.
 * @throws Failure for a link to somewhere else, or to itself
 */
export async function assertInside(folder: string, path: string): Promise<void> {
  try {
    if (await isInside(folder, path)) return;
  } catch (error) {
    if (!hasCode(error, 'ELOOP')) throw error;
    throw new Failure(`${path} is a link that leads back to itself: put a file in its place.`, 2);
  }
  throw new Failure(
    `${path} is a link that leads out of the content folder: put what it leads to in its place.`,
    2,
  );
}

/**
 * The registry files of a content folder.
 * @throws Error when one cannot be read, Failure when it is a link that leads out of the folder
 */
export async function readRegistryFiles(folder: string): Promise<RegistryFiles> {
  const entriesByName = new Map(
    (await readdir(folder, { withFileTypes: true })).map((entry) => [entry.name, entry]),
  );
  const entries = registryNames.map(async (name) => {
    const file = entriesByName.get(`${name}.yml`);
    if (file?.isSymbolicLink()) await assertInside(folder, join(folder, file.name));
    return [name, file && (await readText(folder, file.name))] as const;
  });
  const files = Object.fromEntries(await Promise.all(entries));
  const { site, sections, sources, topics, redirects, entities, threads, desk } = files;
  return { site, sections, sources, topics, redirects, entities, threads, desk };
}

/** An issue file: its path in the content folder, and its bytes. */
export type IssueFile = { path: string; bytes: Uint8Array };

/** In bytes: eighty times the longest issue of the shipped content. To check so much text takes some seconds. */
export const largestFile = 1024 * 1024;

/**
 * Makes sure that a content file is a regular file and small enough to be parsed in seconds. A pipe or a device may
 * never end, and a process that waits for one does not react to Ctrl-C.
 * @throws Failure when it is not a regular file, or too large; Error when there is none
 */
export function assertReadable(path: string): void {
  const stats = statSync(path);
  if (!stats.isFile())
    throw new Failure(
      `${path} is no file but a folder, a pipe, a socket or a device: put a file in its place.`,
      2,
    );
  if (stats.size <= largestFile) return;
  const size = `${(stats.size / largestFile).toFixed(1)} MB`;
  throw new Failure(
    `${path} has ${size}, and a content file may have 1: take out what is no text of it, or part it in two.`,
    2,
  );
}

/**
 * Reads an issue file synchronously: to read hundreds of small files asynchronously takes three to four times the CPU.
 * @throws Error when it cannot be read, Failure as `assertReadable` does
 */
export function readIssueFile(folder: string, path: string): IssueFile {
  const file = join(folder, path);
  assertReadable(file);
  return { path, bytes: readFileSync(file) };
}

/** A text file of a content folder. @throws Error when it cannot be read, Failure as `assertReadable` does */
export async function readText(folder: string, path: string): Promise<TextFile> {
  assertReadable(join(folder, path));
  return decodeTextFile(path, await readFile(join(folder, path)));
}
