import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '#lib/system/failure.ts';
import { signatureOf } from '#lib/system/file-signature.ts';

/** Larger files are read from the disk for each answer, in bytes. */
const SMALL = 256 * 1024;
/** How much memory the cached files may take, in bytes. */
const BUDGET = 32 * 1024 * 1024;
/** About how much memory a cached file takes besides its content, in bytes. */
const OVERHEAD = 500;
/** After so many ms a cached file is compared with the disk again: a copy of the site may be overwritten in place. */
const FRESH = 100;

/** A file of the site. */
export type StoredFile = {
  /** Its path on the disk. */
  path: string;
  /** In bytes. */
  size: number;
  /**
   * A strong entity tag (RFC 9110, 8.8.3), made from the bytes alone: two machines with the same file agree, and the
   * compressed forms of a file each have a tag of their own.
   */
  tag: string;
  /** The content of a small file; `undefined` for a large one. */
  bytes: Buffer | undefined;
};

/** `checked` is when the file was last compared with the disk, in ms since 1970. */
type CachedFile = StoredFile & { signature: string; checked: number };

/** Reads the files of a folder, and caches in memory those that were asked for last. */
export class StoredFiles {
  /** By name, in the order in which they were last asked for. */
  readonly #cached = new Map<string, CachedFile>();
  readonly #loading = new Map<string, Promise<StoredFile | undefined>>();
  #used = 0;

  constructor(
    readonly folder: string,
    readonly budget = BUDGET,
  ) {}

  /**
   * A file of the folder; `undefined` where there is none.
   * @param name its path in the folder; the caller makes sure that it does not lead out of the folder
   * @throws Error when the file is there and cannot be read
   */
  async find(name: string): Promise<StoredFile | undefined> {
    const known = this.#cached.get(name);
    if (known !== undefined && Date.now() - known.checked < FRESH) return this.#touch(name, known);
    // Several requests for a file at the same time wait for one read.
    const loading = this.#loading.get(name) ?? this.#load(name, known);
    this.#loading.set(name, loading);
    try {
      return await loading;
    } finally {
      this.#loading.delete(name);
    }
  }

  async #load(name: string, known: CachedFile | undefined): Promise<StoredFile | undefined> {
    const path = join(this.folder, name);
    const stats = await statsOf(path);
    if (stats !== undefined && known?.signature === signatureOf(stats)) {
      known.checked = Date.now();
      return this.#touch(name, known);
    }
    this.#forget(name);
    const file = stats?.isFile() ? await readWhole(path) : undefined;
    return file && this.#touch(name, file);
  }

  /** Makes a file the one that was asked for last, and removes the oldest until all fit into the budget. */
  #touch(name: string, file: CachedFile): CachedFile {
    this.#forget(name);
    this.#cached.set(name, file);
    this.#used += memoryOf(file);
    for (const oldest of this.#cached.keys()) {
      if (this.#used <= this.budget) break;
      this.#forget(oldest);
    }
    return file;
  }

  #forget(name: string): void {
    const file = this.#cached.get(name);
    if (file === undefined) return;
    this.#cached.delete(name);
    this.#used -= memoryOf(file);
  }
}

async function readWhole(path: string): Promise<CachedFile | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const stats = await handle.stat();
    const hash = createHash('sha256');
    let bytes: Buffer | undefined;
    if (stats.size <= SMALL) {
      bytes = await handle.readFile();
      hash.update(bytes);
    } else {
      for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk);
    }
    const tag = `"${hash.digest('base64url').slice(0, 22)}"`;
    const size = bytes?.length ?? stats.size;
    return { path, size, tag, bytes, signature: signatureOf(stats), checked: Date.now() };
  } catch (error) {
    // Its release was removed a moment ago.
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  } finally {
    await handle?.close();
  }
}

async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP')) return undefined;
    throw error;
  }
}

/** How much memory a cached file takes, in bytes. */
function memoryOf({ bytes }: CachedFile): number {
  return OVERHEAD + (bytes?.length ?? 0);
}
