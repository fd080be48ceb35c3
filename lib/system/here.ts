import { relative, resolve } from 'node:path';

/** The folder in which npm was called: it runs commands in the project's own and keeps the other here. */
const here = () => process.env.INIT_CWD ?? '';

/** The path of a file that the command line names, as it is named from where the editor is. */
export function fileNamed(word: string): string {
  return resolve(here(), word);
}

/** How the editor names a file from there. */
export function nameFromHere(path: string): string {
  return relative(here(), path) || path;
}
