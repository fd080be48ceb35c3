import { join, relative } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader, type ReadArchive } from '#lib/content/folder/read-archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { readDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { displayPath, resolveUserPath } from '#lib/system/working-folder.ts';
import { findIgnoredFiles } from './check-ignored-files.ts';
import { checkPictures } from './check-pictures.ts';
import { checkRedirects } from './check-redirects.ts';
import { checkThreads } from './check-threads.ts';
import { checkPermalinks } from './permalinks/check-permalinks.ts';
import { type PublicBefore, readPublicBefore } from './permalinks/public-before.ts';
import { orFailure } from './read-folder.ts';
import { type Format, writeReport } from './report.ts';

export type CheckOptions = {
  now?: Date;
  /** The files whose faults are told, as the editor names them; all where it is not said. */
  files?: readonly string[];
  format?: Format;
  /** Warnings count as errors. */
  strict?: boolean;
  /** What has read the folder before, and reads again what changed alone. */
  reader?: ArchiveReader;
  /** What was public before: a sitemap's file or address, or a git revision. */
  since?: string | undefined;
  /** Whether the site is printed next, so that its addresses are listed in full anyway. */
  prints?: boolean;
  /** Where the files are that are read as those of the folder; the folder itself where it is not said. */
  readFrom?: string;
};

export type Checked = {
  /** What is public; `undefined` when `site.yml` is unusable. */
  archive: Archive | undefined;
  errors: number;
  warnings: number;
  report: string;
};

/**
 * Reads a content folder and reports every fault in it.
 * @throws Failure when the folder cannot be read, a file is no issue of it, or `since` names nothing
 */
export async function checkContent(folder: string, options: CheckOptions = {}): Promise<Checked> {
  const { files, format = 'text', strict = false, since, now = new Date() } = options;
  const before = since === undefined ? undefined : await readPublicBefore(since, folder, now);
  const from = options.readFrom ?? folder;
  const reader = options.reader ?? new ArchiveReader(from);
  const { archive, written, diagnostics } = await readContent(reader, now, {
    before,
    prints: options.prints,
  });
  const paths = diagnostics.map(({ path }) => path);
  const named = new Set(files?.map((file) => contentPath(file, folder, paths)));
  const isNamed = ({ place }: Issue) => named.has(place.path);
  const shown = diagnostics.flatMap((file) => {
    if (files === undefined || named.has(file.path)) return [file];
    // Whose page is lost is in no file that could be named.
    return file.only('permalink-removed') ?? [];
  });
  const messages = shown.flatMap((file) => file.messages);
  if (strict) for (const message of messages) message.fatal = true;
  const errors = messages.filter((message) => message.fatal).length;
  const issues = files === undefined ? (archive?.issues ?? []) : written.filter(isNamed);
  const report = writeReport({ issues, folder, files: shown }, format);
  return { archive, errors, warnings: messages.length - errors, report };
}

/**
 * The archive of a content folder and every fault in it.
 * @throws Failure when the folder cannot be read
 */
export async function readContent(
  reader: ArchiveReader,
  now = new Date(),
  { before, prints }: { before?: PublicBefore | undefined; prints?: boolean | undefined } = {},
): Promise<ReadArchive> {
  const read = await orFailure(reader.folder, reader.read({ now }));
  if (read.archive !== undefined) {
    checkRedirects(read.archive, read.diagnostics, prints);
    checkThreads(read.archive, read.written, read.diagnostics);
  }
  checkPictures(read.written, read.diagnostics, process.cwd());
  read.diagnostics.push(...(await findIgnoredFiles(reader.folder)));
  if (read.archive !== undefined && before !== undefined)
    checkPermalinks(read.archive, read.diagnostics, before);
  return read;
}

/**
 * The path in a content folder of a file as the editor names it, or of the issue of a day.
 * @param paths the paths of the folder's files
 * @throws Failure when it is none of them
 */
export function contentPath(file: string, folder: string, paths: readonly string[]): string {
  const day = readDate(file);
  const path =
    day === undefined
      ? relative(folder, resolveUserPath(file)).replaceAll('\\', '/')
      : `issues/${day}.md`;
  if (paths.includes(path)) return path;
  const example = displayPath(join(folder, 'issues', '2025-03-31.md'));
  throw new Failure(
    `${file} is no issue of the content folder: name one such as ${example} or 2025-03-31, or none to take them all.`,
    2,
  );
}
