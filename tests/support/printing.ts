import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { codeFingerprints } from '#lib/publish/fingerprint.ts';
import { listPages, type Page } from '#lib/publish/page-list.ts';
import { contentFolderWith, sampleIssue } from './content-folder.ts';
import { readArchive } from './feeds.ts';

const root = join(import.meta.dirname, '../..');

/** The archive of two issues, the newest of 2025-03-31. */
export function smallArchive(): Promise<Archive> {
  const issues = { '2025-03-24.md': sampleIssue(1), '2025-03-31.md': sampleIssue(2) };
  return readArchive(contentFolderWith(issues));
}

/** All that is printed of an archive; see `listPages`. */
export async function listed(archive: Archive, kept?: ReadonlySet<string>): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of listPages(codeFingerprints(root), archive, kept)) pages.push(page);
  return pages;
}

/** How many pages a build says that it rendered and kept. */
export function countsOf(stdout: string): { rendered: number; kept: number } {
  const [, rendered, kept] = /(\d+) rendered, (\d+) kept/.exec(stdout) ?? [];
  return { rendered: Number(rendered), kept: Number(kept) };
}

/** Replaces words in a file that must be there. */
export function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}
