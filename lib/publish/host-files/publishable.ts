import { Failure } from '#lib/system/failure.ts';
import { HIDDEN } from './patterns.ts';

/** A file or folder whose name begins with a dot, but not `.well-known` (RFC 8615). */
const DOT = /(?:^|\/)\.(?!well-known\/)|.\/\./;

/**
 * Makes sure that every file of `public/` may be published.
 * @param names the paths of the files in `public/`
 * @throws Failure for the first file that may not
 */
export function assertPublishable(names: readonly string[]): void {
  for (const name of names) {
    if (DOT.test(name))
      throw new Failure(
        `public/${name} is a hidden file, and all of public/ is published: move it out of public/, or give it a name without the dot.`,
        2,
      );
    if (HIDDEN.test(`/${name}`))
      throw new Failure(
        `public/${name} has a name that hosts never serve, such as those of their own files and of compressed forms: give it another name.`,
        2,
      );
  }
}
