import { relative, resolve } from 'node:path';

/**
 * The folder in which the user called npm. npm itself runs every command in the project's folder, and leaves the
 * user's folder in INIT_CWD.
 */
const userFolder = () => process.env.INIT_CWD ?? '';

/** The absolute path of a file that the user names on the command line, relative to the user's own folder. */
export function resolveUserPath(word: string): string {
  return resolve(userFolder(), word);
}

/** A path as messages show it: relative to the user's own folder. */
export function displayPath(path: string): string {
  return relative(userFolder(), path) || path;
}
