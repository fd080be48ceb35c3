import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { knownHash } from '#lib/content/issue-cache.ts';
import { Failure } from '#lib/site/failure.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { onceEach } from '#lib/site/once.ts';
import { isShared } from '#lib/site/shared.ts';

/** What the pages are compiled from: everything but the commands and the press. */
const COMPILED = ['app', 'components', 'lib'];
const NOT_COMPILED = /^lib\/(editor|publish|setup)\//;
const CONFIG = ['proxy.ts', 'next.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** What writes the public files: what the pages are made of, but for what renders them. */
const WRITING = ['lib', 'package-lock.json'];
const PRINTING = ['lib/publish'];

/**
 * The hashes, in hex, of the code that `next build` compiles, and of that which decides what the pages and the
 * public files are in the end, the press included.
 */
export type CodeFingerprints = { compiled: string; pages: string; files: string };

/** The fingerprints of the code as it is now. */
export function codeFingerprints(root: string): CodeFingerprints {
  const printing = hashFiles(root, PRINTING);
  const writing = hashFiles(root, WRITING, isCompiled);
  const compiled = hashFiles(root, [...COMPILED, ...CONFIG], isCompiled);
  return { compiled, pages: compiled + printing, files: writing + printing };
}

function isCompiled(file: string): boolean {
  return !NOT_COMPILED.test(file);
}

/** The hash of the code that decides what an issue file is parsed to; hex. */
export function parserFingerprint(root: string): string {
  return hashFiles(root, ['lib/content', 'lib/references', 'lib/site', 'package-lock.json']);
}

/** How deep in what a page is made of issues and items stand: below that nothing is looked at one by one. */
const DEPTH = 4;

/** The hash of a value, what is kept or shared in it by its own hash; 32 hex digits. */
export function fingerprintOf(value: unknown): string {
  return hashOf(textOf(value, DEPTH));
}

/**
 * A text that no other value has: of strings it tells how long they are, so that none can be taken for more than
 * one. JSON would copy them letter by letter, and nothing could stand in the place of what has a hash.
 */
function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  const known = knownHash(value) ?? sharedHash(value);
  if (known !== undefined) return `#${known}`;
  if (depth > 0 && Array.isArray(value)) {
    let text = '[';
    for (const each of value) text += `${textOf(each, depth - 1)},`;
    return `${text}]`;
  }
  if (depth > 0 && Object.getPrototypeOf(value) === Object.prototype) {
    let text = '{';
    for (const [name, inner] of Object.entries(value))
      text += `${name.length}:${name}=${textOf(inner, depth - 1)},`;
    return `${text}}`;
  }
  return JSON.stringify(value);
}

/** The hash of what stands in many values; `undefined` of what does not. */
function sharedHash(value: object): string | undefined {
  return isShared(value) ? hashOfShared(value) : undefined;
}

const hashOfShared = onceEach((value: object) => hashOf(JSON.stringify(value)));

/**
 * The hash of the names and contents of files and of all files in folders that are `wanted`; hex. It waits for the
 * disk: a command has nothing else to do before it knows, and hundreds of small files take longer one turn each.
 */
export function hashFiles(
  root: string,
  paths: readonly string[],
  wanted: (file: string) => boolean = () => true,
): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of listFiles(root, path).filter(wanted)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * A file itself, or all files below a folder, sorted; paths relative to `root`.
 * @throws Failure for a link: what it leads to is not the project's
 */
export function listFiles(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(root, below);
      if (entry.isFile()) return [below];
      if (!entry.isSymbolicLink()) return [];
      throw new Failure(`${below} is a link: put what it leads to in its place.`, 2);
    });
}
