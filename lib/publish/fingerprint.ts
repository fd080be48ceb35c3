import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { knownHash } from '#lib/content/issue-cache.ts';
import { Failure } from '#lib/site/failure.ts';
import { hashOf } from '#lib/site/kept-files.ts';

/** What the pages are compiled from: everything but the commands and the press. */
const COMPILED = ['app', 'components', 'lib'];
const NOT_COMPILED = /^lib\/(editor|publish|setup)\//;
const CONFIG = ['proxy.ts', 'next.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** What writes the public files: what the pages are made of, but for what renders them. */
const WRITING = ['lib', 'package-lock.json'];
const PRINTING = ['lib/publish'];

/** The hash of the code that `next build` compiles; hex. */
export function compiledFingerprint(root: string): Promise<string> {
  return hashFiles(root, [...COMPILED, ...CONFIG], (file) => !NOT_COMPILED.test(file));
}

/** The hashes of the code that decides what the pages and the public files are in the end, the press included; hex. */
export async function codeFingerprints(root: string): Promise<{ pages: string; files: string }> {
  const printing = await hashFiles(root, PRINTING);
  const writing = await hashFiles(root, WRITING, (file) => !NOT_COMPILED.test(file));
  return { pages: (await compiledFingerprint(root)) + printing, files: writing + printing };
}

/** The hash of the code that decides what an issue file is parsed to; hex. */
export function parserFingerprint(root: string): Promise<string> {
  return hashFiles(root, ['lib/content', 'lib/references', 'lib/site', 'package-lock.json']);
}

/** How deep in what a page is made of issues and items stand: below that nothing is looked at one by one. */
const DEPTH = 4;

/** The hash of a value as JSON tells it, issues and items that are kept by their own hash; 32 hex digits. */
export function fingerprintOf(value: unknown): string {
  return hashOf(JSON.stringify(withHashes(value, DEPTH)));
}

/** The value with the hashes of kept issues and items in their place. JSON's own replacer would be asked of every string. */
function withHashes(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = knownHash(value);
  if (known !== undefined) return known;
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((each) => withHashes(each, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withHashes(inner, depth - 1)]),
  );
}

/** The hash of the names and contents of files and of all files in folders that are `wanted`; hex. */
export async function hashFiles(
  root: string,
  paths: readonly string[],
  wanted: (file: string) => boolean = () => true,
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of (await listFiles(root, path)).filter(wanted)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * A file itself, or all files below a folder, sorted; paths relative to `root`.
 * @throws Failure for a link: what it leads to is not the project's
 */
export async function listFiles(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await listFiles(root, below)));
    else if (entry.isFile()) files.push(below);
    else if (entry.isSymbolicLink())
      throw new Failure(`${below} is a link: put what it leads to in its place.`, 2);
  }
  return files;
}
