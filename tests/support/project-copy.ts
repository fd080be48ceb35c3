import { copyFileSync, cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hasCode } from '#lib/site/failure.ts';
import { temporaryFolder } from './content-folder.ts';

const root = join(import.meta.dirname, '../..');
const LEFT = new Set(['.git', '.next', '.out', 'node_modules', 'out', 'tests']);

/** A copy of the project for one test, whose code it may change. */
export function copyProject(): string {
  const folder = join(temporaryFolder(), 'project');
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT.has(relative(root, path)) });
  // The compiler takes no package from outside its folder.
  linkFolder(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Gives every file of a folder a second name in another; where that cannot be, it is copied. */
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
