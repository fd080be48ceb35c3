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

/** The name of a subfolder: the first two digits of the keys of its files. */
const SHARD = /^[0-9a-f]{2}$/;
const NAME = /^([0-9a-f]{32})\.([0-9a-f]{32})(\.[a-z\d]+)?$/;

/**
 * A cache of files on the disk. The key of a file is a hash of everything that it is made from. The name of a file is
 * `<key>.<checksum><ending>`, and the checksum is a hash of key, ending and content. So the cache needs no index,
 * several processes may share it, and a file that does not match its name is removed: a damaged file, a file under
 * another name, a symbolic link. The files are in subfolders that are named by the first two digits of their keys, as
 * git's objects are: in one large folder ext4 takes ten times as long to make a file.
 */
export class FileCache {
  readonly #checksums = new Map<string, string>();

  private constructor(readonly folder: string) {}

  /** @throws Failure where the folder cannot be made */
  static open(folder: string): FileCache {
    const cache = new FileCache(folder);
    makeFolder(folder);
    for (const path of cache.#paths()) cache.note(path);
    return cache;
  }

  /** Lets `read` find a file that is in the folder already, such as one that `writeCached` wrote on another thread. */
  note(path: string): void {
    const [, key, checksum, ending = ''] = NAME.exec(basename(path)) ?? [];
    if (key !== undefined && checksum !== undefined) this.#checksums.set(key + ending, checksum);
  }

  /** The path of a file; `undefined` where there is none. The content is not checked. */
  pathOf(key: string, ending: string): string | undefined {
    const checksum = this.#checksums.get(key + ending);
    return checksum === undefined ? undefined : pathOf(this.folder, key, checksum, ending);
  }

  /**
   * Reads a file and checks it.
   * @returns its path, its content and the hash of its content; `undefined` where there is no such file, or it does not
   *   match its checksum: then it is removed
   */
  read(key: string, ending: string): { path: string; bytes: Buffer; hash: string } | undefined {
    const checksum = this.#checksums.get(key + ending);
    if (checksum === undefined) return undefined;
    const path = pathOf(this.folder, key, checksum, ending);
    const bytes = readIfThere(path);
    const hash = bytes === undefined ? '' : hashOf(bytes);
    if (bytes !== undefined && checksumOf(key, ending, hash) === checksum)
      return { path, bytes, hash };
    this.#checksums.delete(key + ending);
    rmSync(path, { force: true, recursive: true });
    return undefined;
  }

  /** Writes a file. @returns its path */
  write(key: string, ending: string, bytes: Uint8Array): string {
    const path = writeCached(this.folder, key, ending, bytes);
    this.note(path);
    return path;
  }

  /** The paths of everything in the folder, files of other programs too. */
  #paths(): string[] {
    return readdirSync(this.folder, { withFileTypes: true, recursive: true })
      .filter((entry) => !(entry.isDirectory() && SHARD.test(entry.name)))
      .map(({ parentPath, name }) => join(/* turbopackIgnore: true */ parentPath, name));
  }

  /** How many files this process knows of. */
  get size(): number {
    return this.#checksums.size;
  }

  /** Removes the files that are not `wanted`. `names` is the number of hard links to a file. */
  prune(wanted: (key: string, names: number) => boolean): void {
    for (const path of this.#paths()) {
      // Another process may have removed the file first.
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats === undefined || stats.isDirectory()) continue;
      if (!wanted(basename(path).slice(0, 32), stats.nlink)) rmSync(path, { force: true });
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
  const path = pathOf(folder, key, checksumOf(key, ending, hashOf(bytes)), ending);
  // The file is written under another name first, so that under its own name it is always complete. All these files
  // are made in one folder: ext4 takes twice as long if a file is made in another folder than the one before it.
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
    // On a read-only disk Node reports ENOENT for a folder that it could not make.
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

function pathOf(folder: string, key: string, checksum: string, ending: string): string {
  // Without these comments Next's bundler assumes that any file of the project may be read here, and traces them all.
  const shard = join(/* turbopackIgnore: true */ folder, key.slice(0, 2));
  return join(/* turbopackIgnore: true */ shard, `${key}.${checksum}${ending}`);
}

/** The size of a cached file in bytes; `undefined` where there is none, or it does not match its checksum. */
export function sizeIfWhole(path: string): number | undefined {
  const [, key, checksum, ending = ''] = NAME.exec(basename(path)) ?? [];
  const bytes = key === undefined ? undefined : readIfThere(path);
  if (key === undefined || bytes === undefined) return undefined;
  return checksumOf(key, ending, hashOf(bytes)) === checksum ? bytes.length : undefined;
}

/** The checksum in the name of a file. Key and ending are parts of it, so that no file passes for another. */
function checksumOf(key: string, ending: string, hash: string): string {
  return hashOf(key, ending, hash);
}

/** Opens a file but no symbolic link: what a link leads to may change. */
const NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

function readIfThere(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, NO_LINK);
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR', 'ELOOP')) return undefined;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
