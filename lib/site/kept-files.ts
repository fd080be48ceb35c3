import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './failure.ts';

const NAME = /^([0-9a-f]{32})\.([0-9a-f]{32})(\.[a-z]+)?$/;

/** The hash of all that a file is made of; 32 hex digits. */
export function hashOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/**
 * A folder of files that can be made again, each kept under the hash of what it is made of. A file's name
 * says what is in it: `<key>.<hash of the content><ending>`. So nothing else has to be written, several
 * processes may share the folder, and a file that is not what its name says is thrown away.
 */
export class KeptFiles {
  readonly #hashes = new Map<string, string>();

  private constructor(readonly folder: string) {}

  static open(folder: string): KeptFiles {
    const kept = new KeptFiles(folder);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const [, key, hash, ending = ''] = NAME.exec(name) ?? [];
      if (key !== undefined && hash !== undefined) kept.#hashes.set(key + ending, hash);
    }
    return kept;
  }

  /** Where a file is kept, what is in it and the hash of that; `undefined` where none is, or not what its name says. */
  read(key: string, ending: string): { path: string; bytes: Buffer; hash: string } | undefined {
    const hash = this.#hashes.get(key + ending);
    if (hash === undefined) return undefined;
    const path = join(this.folder, `${key}.${hash}${ending}`);
    const bytes = readIfThere(path);
    if (bytes !== undefined && hashOf(bytes) === hash) return { path, bytes, hash };
    this.#hashes.delete(key + ending);
    rmSync(path, { force: true, recursive: true });
    return undefined;
  }

  /** Keeps a file. @returns where */
  write(key: string, ending: string, bytes: Uint8Array): string {
    const hash = hashOf(bytes);
    const path = join(this.folder, `${key}.${hash}${ending}`);
    // Under its name stands nothing that is not complete.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
    this.#hashes.set(key + ending, hash);
    return path;
  }

  /** How many files there are, those of other processes and unfinished ones included. */
  count(): number {
    return readdirSync(this.folder).length;
  }

  /** Removes the files that are not `wanted`, told by key and by how many names they have. */
  prune(wanted: (key: string, names: number) => boolean): void {
    for (const name of readdirSync(this.folder)) {
      const path = join(this.folder, name);
      if (!wanted(name.slice(0, 32), statSync(path).nlink)) rmSync(path, { force: true });
    }
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR')) return undefined;
    throw error;
  }
}
