import { linkSync } from 'node:fs';
import { hasCode } from '#lib/site/failure.ts';

/**
 * Gives a file of the cache, or of a release, another name.
 * @returns whether it could: a file system may give files but one, another build may have let go of it meanwhile
 */
export function link(path: string, to: string): boolean {
  try {
    linkSync(path, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS')) return false;
    throw error;
  }
}
