import { readdirSync, statSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import type { ReadPublicFile } from '../archive.ts';

/**
 * Whether what stands at a path, links followed, is in a folder, links followed.
 * @throws Error when one of them is not there
 */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const [whole, part] = await Promise.all([realpath(folder), realpath(path)]);
  return part.startsWith(whole + sep);
}

/**
 * Reads files of `public/`. A link that leads out of it is no file of the site.
 * @throws Error when one is there and cannot be read
 */
export function publicReader(
  folder = resolve(/* turbopackIgnore: true */ 'public'),
): ReadPublicFile {
  return async (path) => {
    const file = resolve(/* turbopackIgnore: true */ folder, `.${path}`);
    // `%2f` in an address is a slash that no browser takes for one.
    if (!file.startsWith(folder + sep) || file.includes('\0')) return undefined;
    try {
      // A pipe might never end.
      if (!(await isInside(folder, file)) || !(await stat(file)).isFile()) return undefined;
      return new Uint8Array(await readFile(file));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP')) return undefined;
      throw error;
    }
  };
}

/**
 * The files of `public/`, sorted; their paths in the output folder.
 * @throws Failure for a link: what it leads to is not the project's
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
