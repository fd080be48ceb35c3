import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '#lib/system/failure.ts';
import { signatureOf } from '#lib/system/file-signature.ts';

/** A larger file is read anew for each answer, in bytes. */
const SMALL = 256 * 1024;
/** How much memory the files may take that are held for the next answer, in bytes. */
const BUDGET = 32 * 1024 * 1024;
/** About how much memory is needed to remember a file without its bytes. */
const ENTRY = 500;
/** A file is looked at again on the disk after so many ms: a copy of the site may be overwritten in place. */
const FRESH = 100;

/** A file of the site. */
export type StoredFile = {
  /** Its place on the disk. */
  path: string;
  /** In bytes. */
  size: number;
  /**
   * A strong entity tag (RFC 9110, 8.8.3), made from the bytes alone: two machines with the same file agree, and the
   * compressed forms of a file each have a tag of their own.
   */
  tag: string;
  /** All of it, where it is small. */
  bytes: Buffer | undefined;
};

type Entry = StoredFile & { signature: string; looked: number };

/** Reads the files of a folder, and holds those that were asked for last within a budget of memory. */
export class StoredFiles {
  /** The one that was asked for last is the last. */
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<StoredFile | undefined>>();
  #used = 0;

  constructor(
    readonly folder: string,
    readonly budget = BUDGET,
  ) {}

  /**
   * A file by its name in the folder, which must not lead out of it; `undefined` where there is none.
   * @throws Error when it is there and cannot be read
   */
  async find(name: string): Promise<StoredFile | undefined> {
    const known = this.#entries.get(name);
    if (known !== undefined && Date.now() - known.looked < FRESH) return this.#touch(name, known);
    // Many may ask for a file at once: it is read once for all of them.
    const loading = this.#loading.get(name) ?? this.#load(name, known);
    this.#loading.set(name, loading);
    try {
      return await loading;
    } finally {
      this.#loading.delete(name);
    }
  }

  async #load(name: string, known: Entry | undefined): Promise<StoredFile | undefined> {
    const path = join(this.folder, name);
    const stats = await statsOf(path);
    if (stats !== undefined && known?.signature === signatureOf(stats)) {
      known.looked = Date.now();
      return this.#touch(name, known);
    }
    this.#forget(name);
    const entry = stats?.isFile() ? await readEntry(path) : undefined;
    return entry && this.#touch(name, entry);
  }

  #touch(name: string, entry: Entry): Entry {
    this.#forget(name);
    this.#entries.set(name, entry);
    this.#used += weightOf(entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#used <= this.budget) break;
      this.#forget(oldest);
    }
    return entry;
  }

  #forget(name: string): void {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    this.#entries.delete(name);
    this.#used -= weightOf(entry);
  }
}

async function readEntry(path: string): Promise<Entry | undefined> {
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
    return { path, size, tag, bytes, signature: signatureOf(stats), looked: Date.now() };
  } catch (error) {
    // Its release was cleared away a moment ago.
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

function weightOf({ bytes }: Entry): number {
  return ENTRY + (bytes?.length ?? 0);
}
