import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { Failure, hasCode } from './failure.ts';
import { hashOf } from './hash.ts';

/** The name of a folder that files are spread over. */
const SHARD = /^[0-9a-f]{2}$/;
const NAME = /^([0-9a-f]{32})\.([0-9a-f]{32})(\.[a-z\d]+)?$/;

/**
 * A folder of files that can be made again, each kept under the hash of what it is made of. A file's name
 * says what is in it: `<key>.<hash of key and content><ending>`. So nothing else has to be written, several
 * processes may share the folder, and what is not the file that its name says is thrown away: one that was
 * damaged, one under another's name, a link to somewhere else. The files lie spread over folders named by the
 * first letters of their keys, as git's objects do: in one large folder ext4 takes ten times as long to make a file.
 */
export class FileCache {
  readonly #seals = new Map<string, string>();

  private constructor(readonly folder: string) {}

  /** @throws Failure where the folder cannot be made */
  static open(folder: string): FileCache {
    const kept = new FileCache(folder);
    makeFolder(folder);
    for (const path of kept.#paths()) kept.note(path);
    return kept;
  }

  /** Lets `read` find a file that is in the folder already, such as one that `writeCached` wrote on another thread. */
  note(path: string): void {
    const [, key, seal, ending = ''] = NAME.exec(basename(path)) ?? [];
    if (key !== undefined && seal !== undefined) this.#seals.set(key + ending, seal);
  }

  /** Where a file is kept; `undefined` where none is. What is in it now nobody has looked at. */
  pathOf(key: string, ending: string): string | undefined {
    const seal = this.#seals.get(key + ending);
    return seal === undefined ? undefined : pathOf(this.folder, key, seal, ending);
  }

  /** Where a file is kept, what is in it and the hash of that; `undefined` where none is, or not what its name says. */
  read(key: string, ending: string): { path: string; bytes: Buffer; hash: string } | undefined {
    const seal = this.#seals.get(key + ending);
    if (seal === undefined) return undefined;
    const path = pathOf(this.folder, key, seal, ending);
    const bytes = readIfThere(path);
    const hash = bytes === undefined ? '' : hashOf(bytes);
    if (bytes !== undefined && sealOf(key, ending, hash) === seal) return { path, bytes, hash };
    this.#seals.delete(key + ending);
    rmSync(path, { force: true, recursive: true });
    return undefined;
  }

  /** Keeps a file. @returns its path */
  write(key: string, ending: string, bytes: Uint8Array): string {
    const path = writeCached(this.folder, key, ending, bytes);
    this.note(path);
    return path;
  }

  /** The paths of all that lies here, whoever put it here. */
  #paths(): string[] {
    return readdirSync(this.folder, { withFileTypes: true, recursive: true })
      .filter((entry) => !(entry.isDirectory() && SHARD.test(entry.name)))
      .map(({ parentPath, name }) => join(/* turbopackIgnore: true */ parentPath, name));
  }

  /** How many files are kept, as far as this process knows. */
  get size(): number {
    return this.#seals.size;
  }

  /** Removes the files that are not `wanted`, told by key and by how many names they have. */
  prune(wanted: (key: string, names: number) => boolean): void {
    for (const path of this.#paths()) {
      // Another process may have let go of it first.
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (found === undefined || found.isDirectory()) continue;
      if (!wanted(basename(path).slice(0, 32), found.nlink)) rmSync(path, { force: true });
    }
  }
}

/**
 * Writes a file into the folder of a `FileCache`. It may run on any thread.
 * @returns its path, for `FileCache.note`
 */
export function writeCached(
  folder: string,
  key: string,
  ending: string,
  bytes: Uint8Array,
): string {
  const path = pathOf(folder, key, sealOf(key, ending, hashOf(bytes)), ending);
  // Under its name stands nothing that is not complete. All are made in one folder: ext4 takes twice as long to
  // make a file in another folder than the one before.
  const unfinished = join(/* turbopackIgnore: true */ folder, `${process.pid}-${threadId}.part`);
  writeFileSync(unfinished, bytes);
  try {
    renameSync(unfinished, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    renameSync(unfinished, path);
  }
  return path;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    // On a read-only disk Node reports a folder that it could not make as missing.
    if (
      !hasCode(
        error,
        'EROFS',
        'ENOENT',
        'EACCES',
        'EPERM',
        'ENOTDIR',
        'EEXIST',
        'ELOOP',
        'ENAMETOOLONG',
      )
    )
      throw error;
    throw new Failure(
      `The cache folder ${folder} cannot be made (${error.message}): name another with BUILD_CACHE.`,
      2,
    );
  }
}

function pathOf(folder: string, key: string, seal: string, ending: string): string {
  // Without these comments Next's bundler assumes that any file of the project may be read here, and traces them all.
  const shard = join(/* turbopackIgnore: true */ folder, key.slice(0, 2));
  return join(/* turbopackIgnore: true */ shard, `${key}.${seal}${ending}`);
}

/** The size of a file that is kept, in bytes; `undefined` where there is none, or not what its name says. */
export function sizeIfWhole(path: string): number | undefined {
  const [, key, seal, ending = ''] = NAME.exec(basename(path)) ?? [];
  const bytes = key === undefined ? undefined : readIfThere(path);
  if (key === undefined || bytes === undefined) return undefined;
  return sealOf(key, ending, hashOf(bytes)) === seal ? bytes.length : undefined;
}

/** What the name of a file says of it, so that no file is taken for another. */
function sealOf(key: string, ending: string, hash: string): string {
  return hashOf(key, ending, hash);
}

/** What is read of a file itself, never of what a link leads to: that may be another tomorrow. */
const ITSELF = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

function readIfThere(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, ITSELF);
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR', 'ELOOP')) return undefined;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
