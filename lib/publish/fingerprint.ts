import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the pages are compiled from, and what prints them. */
const COMPILED = [
  'app',
  'components',
  'lib/cards',
  'lib/content',
  'lib/search',
  'lib/site',
  'lib/syndication',
  'lib/views',
];
const CONFIG = ['proxy.ts', 'next.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const PRINTING = ['lib/publish'];

/** The hash of the code that `next build` compiles; hex. */
export function compiledFingerprint(root: string): Promise<string> {
  return hashFiles(root, [...COMPILED, ...CONFIG]);
}

/** The hash of the code that decides what a page looks like in the end, the press included; hex. */
export function codeFingerprint(root: string): Promise<string> {
  return hashFiles(root, [...COMPILED, ...CONFIG, ...PRINTING]);
}

/** The hash of the names and contents of files and of all files in folders; hex. */
export async function hashFiles(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await listFiles(root, path)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** A file itself, or all files below a folder, sorted; paths relative to `root`. */
export async function listFiles(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await listFiles(root, below)));
    else if (entry.isFile()) files.push(below);
  }
  return files;
}
