import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { hasCode } from '#lib/site/failure.ts';

/** The bytes of a file that the site serves as it is, by its path there; `undefined` where there is none. */
export type ReadPublic = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/**
 * Reads files of `public/`.
 * @throws Error when one is there and cannot be read
 */
export function publicReader(folder = resolve(/* turbopackIgnore: true */ 'public')): ReadPublic {
  return async (path) => {
    const file = resolve(/* turbopackIgnore: true */ folder, `.${path}`);
    // `%2f` in an address is a slash that no browser takes for one.
    if (!file.startsWith(folder + sep) || file.includes('\0')) return undefined;
    try {
      return new Uint8Array(await readFile(file));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG')) return undefined;
      throw error;
    }
  };
}
