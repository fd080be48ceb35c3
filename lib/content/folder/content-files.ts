import { type Dirent, readFileSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { type RegistryFiles, registryNames } from '../registries/registries.ts';
import { decodeTextFile, type TextFile } from '../text-file.ts';
import { isInside } from './public-folder.ts';

/** The content folder that `CONTENT_DIR` names, else `content`. */
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

/** Whether an entry of the folder `issues` is read as an issue. */
export function isIssueFile(entry: Dirent): boolean {
  return /^[^._].*\.md$/.test(entry.name) && !entry.isDirectory();
}

/**
 * Makes sure that what a content folder holds under a path is in it: what is read there is published.
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
  const found = new Map(
    (await readdir(folder, { withFileTypes: true })).map((entry) => [entry.name, entry]),
  );
  const entries = registryNames.map(async (name) => {
    const file = found.get(`${name}.yml`);
    if (file?.isSymbolicLink()) await assertInside(folder, join(folder, file.name));
    return [name, file && (await readText(folder, file.name))] as const;
  });
  const files = Object.fromEntries(await Promise.all(entries));
  const { site, sections, sources, topics, redirects, entities, threads } = files;
  return { site, sections, sources, topics, redirects, entities, threads };
}

/** An issue file of a content folder: its path from there and its bytes. */
export type IssueFile = { path: string; bytes: Uint8Array };

/** Eighty times the longest issue that was shipped. A check of so much text takes some seconds. */
const LARGEST = 1024 * 1024;

/**
 * Makes sure that a content file can be read to its end and parsed in seconds. A pipe or a device may never end, and
 * a process that waits for one does not react to Ctrl-C.
 * @throws Failure for what is no file, or too large; Error when it is not there
 */
export function assertReadable(path: string): void {
  const stats = statSync(path);
  if (!stats.isFile())
    throw new Failure(
      `${path} is no file but a folder, a pipe, a socket or a device: put a file in its place.`,
      2,
    );
  if (stats.size <= LARGEST) return;
  const size = `${(stats.size / LARGEST).toFixed(1)} MB`;
  throw new Failure(
    `${path} has ${size}, and a content file may have 1: take out what is no text of it, or part it in two.`,
    2,
  );
}

/**
 * Reads an issue file. It waits for the disk: to read hundreds of small files asynchronously takes three to four
 * times the CPU.
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
