import { join, relative } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { ArchiveReader, type ReadArchive } from '#lib/content/folder/read-archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { readDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { displayPath, resolveUserPath } from '#lib/system/working-folder.ts';
import { checkDesk } from './check-desk.ts';
import { findIgnoredFiles } from './check-ignored-files.ts';
import { checkEmblem, checkPictures } from './check-pictures.ts';
import { checkRedirects } from './check-redirects.ts';
import { checkThreads } from './check-threads.ts';
import { type DeskListing, listDesk } from './desk-listing.ts';
import { checkPermalinks } from './permalinks/check-permalinks.ts';
import { type PublicBefore, readPublicBefore } from './permalinks/public-before.ts';
import { orFailure } from './read-folder.ts';
import { type ReportFormat, writeReport } from './report.ts';

export type CheckOptions = {
  now?: Date;
  /** The files whose faults are reported, as the editor names them; without it all files. */
  files?: readonly string[];
  format?: ReportFormat;
  /** Warnings count as errors. */
  strict?: boolean;
  /** A reader that has read the folder before: it reads only the files that have changed. */
  reader?: ArchiveReader;
  /** What was public before: a sitemap's file or address, or a git revision. */
  since?: string | undefined;
  /** Whether the site is printed next: then the list of all its addresses is made anyway. */
  prints?: boolean;
  /** Whether drafts and issues of later days are in the archive. */
  includeUnpublished?: boolean;
  /** Which issues are listed with what the desk takes from them; without it none. */
  desk?: DeskListing;
  /** The folder that the files are read from, such as a checkout of the git index; without it the folder itself. */
  readFrom?: string;
};

export type Checked = {
  /** The public issues; `undefined` when `site.yml` cannot be used. */
  archive: Archive | undefined;
  errors: number;
  warnings: number;
  report: string;
  /** What the desk takes from new issues, see `listDesk`; empty where there is nothing to show. */
  listing: string;
};

/**
 * Reads a content folder and reports every fault in it.
 * @throws Failure when the folder cannot be read, a file of `files` is not in it, or there is no `since`
 */
export async function checkContent(folder: string, options: CheckOptions = {}): Promise<Checked> {
  const content = await readForCheck(folder, options);
  const chosen = chooseFiles(content, folder, options.files);
  if (options.strict) makeErrors(chosen.files);
  const messages = chosen.files.flatMap((file) => file.messages);
  const errors = messages.filter((message) => message.fatal).length;
  const report = writeReport({ ...chosen, folder }, options.format ?? 'text');
  const paths = options.files && new Set(chosen.files.map(({ path }) => path));
  const listing =
    options.desk === undefined ? '' : await listDesk(content, folder, options.desk, paths);
  return { archive: content.archive, errors, warnings: messages.length - errors, report, listing };
}

async function readForCheck(
  folder: string,
  { since, now = new Date(), reader, readFrom = folder, prints, includeUnpublished }: CheckOptions,
): Promise<ReadArchive> {
  const before = since === undefined ? undefined : await readPublicBefore(since, folder, now);
  return readContent(reader ?? new ArchiveReader(readFrom), now, {
    before,
    prints,
    includeUnpublished,
  });
}

/**
 * The files whose faults are reported, and the issues that are counted with them.
 * @param names the files as the editor names them; `undefined` for all
 * @throws Failure when a file is not in the folder
 */
function chooseFiles(
  { archive, written, diagnostics }: ReadArchive,
  folder: string,
  names: readonly string[] | undefined,
): { files: Diagnostics[]; issues: readonly Issue[] } {
  if (names === undefined) return { files: diagnostics, issues: archive?.issues ?? [] };
  const paths = diagnostics.map(({ path }) => path);
  const chosen = new Set(names.map((name) => contentPath(name, folder, paths)));
  // A page that was lost may have no file any more that could be named: its fault is always reported.
  const files = diagnostics.flatMap((file) =>
    chosen.has(file.path) ? [file] : (file.only('permalink-removed') ?? []),
  );
  return { files, issues: written.filter(({ place }) => chosen.has(place.path)) };
}

/** Makes all warnings errors. */
function makeErrors(files: readonly Diagnostics[]): void {
  for (const message of files.flatMap((file) => file.messages)) message.fatal = true;
}

type ContentOptions = {
  before?: PublicBefore | undefined;
  prints?: boolean | undefined;
  includeUnpublished?: boolean | undefined;
};

/**
 * The archive of a content folder and every fault in it.
 * @throws Failure when the folder cannot be read
 */
export async function readContent(
  reader: ArchiveReader,
  now = new Date(),
  { before, prints, includeUnpublished = false }: ContentOptions = {},
): Promise<ReadArchive> {
  const read = await orFailure(reader.folder, reader.read({ now, includeUnpublished }));
  if (read.archive !== undefined) {
    checkEmblem(read.archive.site, read.diagnostics, process.cwd());
    checkRedirects(read.archive, read.diagnostics, prints);
    checkThreads(read.archive, read.written, read.diagnostics);
    checkDesk(read.archive, read.written, read.diagnostics);
  }
  checkPictures(read.written, read.diagnostics, process.cwd());
  read.diagnostics.push(...(await findIgnoredFiles(reader.folder)));
  if (read.archive !== undefined && before !== undefined)
    checkPermalinks(read.archive, read.diagnostics, before);
  return read;
}

/**
 * The path of a file in the content folder.
 * @param file the file as the editor names it, or the day of an issue
 * @param paths the paths of the folder's files
 * @throws Failure when the file is none of them
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
    `${file} is no issue of the content folder: name one, such as ${example} or 2025-03-31, or none for all issues.`,
    2,
  );
}
