import { join, relative } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { type Archive, ArchiveReader, type ReadArchive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/diagnostics.ts';
import { checkRedirects } from './check-redirects.ts';
import { readFolder } from './read-folder.ts';

export type Checked = {
  /** What is public; `undefined` when `site.yml` is unusable. */
  archive: Archive | undefined;
  errors: number;
  warnings: number;
  /** vfile-reporter's lines for the files with faults, and a line that counts. */
  report: string;
};

/**
 * Reads a content folder and reports every fault in it.
 * @throws Failure when the folder cannot be read
 */
export async function checkContent(folder: string, now?: Date): Promise<Checked> {
  const { archive, diagnostics } = await readContent(folder, now);
  const messages = diagnostics.flatMap((file) => file.messages);
  const errors = messages.filter((message) => message.fatal).length;
  const warnings = messages.length - errors;
  const lines = reporter(
    diagnostics.filter((file) => file.messages.length > 0).map((file) => toVFile(file, folder)),
  );
  return {
    archive,
    errors,
    warnings,
    report: [lines, countLine(archive, errors, warnings)].filter(Boolean).join('\n\n'),
  };
}

/**
 * The archive of a content folder and every fault in it.
 * @throws Failure when the folder cannot be read
 */
export async function readContent(folder: string, now?: Date): Promise<ReadArchive> {
  const read = await readFolder(folder, () =>
    new ArchiveReader(folder).read(now === undefined ? {} : { now }),
  );
  if (read.archive !== undefined) checkRedirects(read.archive, read.diagnostics);
  return read;
}

/** The faults of a content file of a folder as vfile-reporter takes them, its path from where we are. */
export function toVFile({ path, messages }: Diagnostics, folder = ''): VFile {
  const file = new VFile({ path: relative('', join(folder, path)) });
  file.messages.push(...messages);
  return file;
}

function countLine(archive: Archive | undefined, errors: number, warnings: number): string {
  const issues = archive?.issues ?? [];
  const items = issues
    .flatMap((issue) => issue.sections)
    .reduce((sum, { items }) => sum + items.length, 0);
  return `${issues.length} issues, ${items} items: ${errors} errors, ${warnings} warnings`;
}
