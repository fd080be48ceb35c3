import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProjectTo } from '#tests/support/project-copy.ts';
import { makeExported } from '../same/export-project.ts';
import { type Cost, runWhole } from '../whole-process.ts';

/** Something that makes a site of a content folder, in a copy of the project. */
export type Builder = {
  name: string;
  /** Makes a copy of the project to build in, in a folder that is not there yet. */
  prepare: (project: string) => void | Promise<void>;
  /** Where it puts the site. */
  out: (project: string) => string;
  /** Removes all that earlier builds left. */
  clean: (project: string) => void;
  build: (project: string, content: string) => Promise<Cost>;
};

export const dibao: Builder = {
  name: 'Dibao',
  prepare: (project) => void copyProjectTo(project),
  out: (project) => join(project, 'out'),
  clean: (project) => remove(project, ['.next', 'out', '.out']),
  build: (project, content) =>
    runWhole(['lib/setup/run.cjs', 'lib/publish/cli.ts', 'build'], {
      cwd: project,
      env: { CONTENT_DIR: content, SITE_ORIGIN: '' },
    }),
};

/** Where it lies in the project. */
const PLAIN = 'tests/bench/plain';

/** A static export as Next's own documentation has it: an index, the issues, the sections. */
export const plainNext: Builder = {
  name: 'plain Next export',
  prepare(project) {
    copyProjectTo(project, [PLAIN]);
    // Next would compile it, and all of ours that it imports, with the plain pages.
    rmSync(join(project, 'proxy.ts'));
  },
  out: (project) => join(project, PLAIN, 'out'),
  clean: (project) => remove(join(project, PLAIN), ['.next', 'out']),
  build: (project, content) =>
    runWhole(['node_modules/next/dist/bin/next', 'build', PLAIN], {
      cwd: project,
      env: { CONTENT_DIR: content },
    }),
};

/** The very same site, every address of it, as Next exports it. */
export const sameNext: Builder = {
  name: 'Next export of the same addresses',
  prepare: (project) => makeExported(copyProjectTo(project)),
  out: (project) => join(project, 'out'),
  clean: (project) => remove(project, ['.next', 'out']),
  build: (project, content) =>
    runWhole(['node_modules/next/dist/bin/next', 'build'], {
      cwd: project,
      env: { CONTENT_DIR: content, SITE_ORIGIN: '' },
    }),
};

function remove(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}

/** How many files a folder holds and how many bytes, links followed. */
export function sizeOf(folder: string): { files: number; bytes: number } {
  const sum = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    sum.files += 1;
    sum.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return sum;
}

/** Adds a sentence to the first item of the newest issue of a content folder. */
export function editNewestIssue(content: string, sentence: string): void {
  changeNewestIssue(content, (text) => text.replace(/^(### .+\n\n)/m, `$1${sentence}`));
}

/** Adds words to the first title of the newest issue of a content folder. */
export function retitleNewestIssue(content: string, words: string): void {
  changeNewestIssue(content, (text) => text.replace(/^### .*/m, `$&${words}`));
}

function changeNewestIssue(content: string, change: (text: string) => string): void {
  const newest = readdirSync(join(content, 'issues')).sort().at(-1);
  if (newest === undefined) throw new Error(`${content} holds no issue`);
  const file = join(content, 'issues', newest);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
