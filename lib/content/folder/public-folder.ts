import { readdirSync, statSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import type { ReadPublicFile } from '../archive.ts';

/**
 * Whether the file at a path is inside a folder, once all symbolic links are resolved.
 * @throws Error when one of them is not there
 */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(path)]);
  return realFile.startsWith(realFolder + sep);
}

/**
 * Makes the function that reads files of `public/`. It returns `undefined` for links that lead out of the folder.
 * @throws Error when a file exists and cannot be read
 */
export function publicReader(
  folder = resolve(/* turbopackIgnore: true */ 'public'),
): ReadPublicFile {
  return async (path) => {
    const file = resolve(/* turbopackIgnore: true */ folder, `.${path}`);
    // `%2f` in an address becomes a slash here, and may lead out of the folder.
    if (!file.startsWith(folder + sep) || file.includes('\0')) return undefined;
    try {
      // A pipe is not read: it may never end.
      if (!(await isInside(folder, file)) || !(await stat(file)).isFile()) return undefined;
      return new Uint8Array(await readFile(file));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP')) return undefined;
      throw error;
    }
  };
}

/**
 * Lists the files of `public/`, sorted, by their paths in that folder.
 * @throws Failure for a symbolic link: it may lead to a file that is not part of the project
 */
export function listPublicFiles(root: string): string[] {
  const folder = join(root, 'public');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/');
      if (entry.isFile()) return [path];
      if (!entry.isSymbolicLink()) return [];
      throw new Failure(`public/${path} is a link: put what it leads to in its place.`, 2);
    })
    .sort();
}
