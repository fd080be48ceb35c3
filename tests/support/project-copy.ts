import { copyFileSync, cpSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hasCode } from '#lib/system/failure.ts';
import { temporaryFolder } from './content-folder.ts';

const root = join(import.meta.dirname, '../..');
const LEFT = new Set(['.git', '.next', '.out', 'node_modules', 'out', 'tests']);

/**
 * Copies the project, so that a test can change its code, into a folder that does not exist yet. Of `tests/` only the
 * named folders are copied.
 * @returns the folder
 */
export function copyProjectTo(folder: string, tests: readonly string[] = []): string {
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT.has(relative(root, path)) });
  for (const name of tests) cpSync(join(root, name), join(folder, name), { recursive: true });
  // Next's compiler refuses packages from outside the project.
  linkFolder(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A temporary project of `lib/setup`, which runs before anything is installed, and of these files. */
export function projectWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  cpSync(join(root, 'lib/setup'), join(folder, 'lib/setup'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Makes hard links to the files of a folder in another folder, or copies where that is impossible. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== '.cache') linkFolder(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else if (entry.isFile()) linkFile(source, target);
  }
}

function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV', 'EPERM', 'EMLINK')) throw error;
    copyFileSync(from, to);
  }
}
