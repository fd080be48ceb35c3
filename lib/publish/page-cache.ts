import { createHash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '#lib/site/failure.ts';
import { type Ending, formsOf, isText, type Packed } from './compress.ts';

export type Sizes = { bytes: number; brotli: number };

/**
 * What has been printed, kept under the fingerprint of all that it was made of. A file's name says what is
 * in it: `<fingerprint>.<hash of the content>`, with `.br` and `.gz` beside it; so nothing else has to be
 * written, several builds may share the folder, and a file that is not what its name says is thrown away.
 *
 * The files are linked into a release, not copied: what no release holds any more has one name left.
 */
export class PageCache {
  readonly #hashes = new Map<string, Map<Ending, string>>();
  #used = 0;

  private constructor(readonly folder: string) {}

  static open(folder: string): PageCache {
    const cache = new PageCache(folder);
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const [, key, hash, ending] = NAME.exec(name) ?? [];
      if (key !== undefined && hash !== undefined) cache.#note(key, endingOf(ending), hash);
    }
    return cache;
  }

  /**
   * Puts what is kept for a fingerprint at `file`.
   * @returns its sizes in bytes; `undefined` when it is not there, or not as it was written
   */
  take(key: string, file: string): Sizes | undefined {
    const known = this.#hashes.get(key);
    const endings: Ending[] = isText(file) ? ['.br', '.gz', ''] : [''];
    const sizes: Partial<Record<Ending, number>> = {};
    for (const ending of endings) {
      const hash = known?.get(ending);
      if (hash === undefined) return this.#forget(key);
      const size = sizeAsNamed(this.#path(key, ending, hash), hash);
      if (size === undefined) return this.#forget(key);
      sizes[ending] = size;
    }
    for (const ending of endings)
      place(this.#path(key, ending, known?.get(ending) ?? ''), file + ending);
    this.#used += 1;
    const { '': bytes = 0, '.br': brotli = bytes } = sizes;
    return { bytes, brotli };
  }

  /** Keeps what was printed, and puts it at `file`. @returns its sizes in bytes */
  keep(key: string, file: string, packed: Packed): Sizes {
    for (const [ending, bytes] of formsOf(packed)) {
      const hash = hashOf(bytes);
      const path = this.#path(key, ending, hash);
      // Under its name stands nothing that is not complete.
      const unfinished = `${path}.${process.pid}`;
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, path);
      place(path, file + ending);
      this.#note(key, ending, hash);
    }
    this.#used += 1;
    const { identity, br = identity } = packed;
    return { bytes: identity.length, brotli: br.length };
  }

  /** Lets go of what no release holds, once that is more than what one does. */
  prune(): void {
    const names = readdirSync(this.folder);
    if (names.length <= SLACK + this.#used * 6) return;
    for (const name of names) {
      const path = join(this.folder, name);
      if (statSync(path).nlink === 1) rmSync(path, { force: true });
    }
  }

  #path(key: string, ending: Ending, hash: string): string {
    return join(this.folder, `${key}.${hash}${ending}`);
  }

  #note(key: string, ending: Ending, hash: string): void {
    const known = this.#hashes.get(key) ?? new Map<Ending, string>();
    this.#hashes.set(key, known.set(ending, hash));
  }

  #forget(key: string): undefined {
    for (const [ending, hash] of this.#hashes.get(key) ?? [])
      rmSync(this.#path(key, ending, hash), { force: true });
    this.#hashes.delete(key);
  }
}

const NAME = /^([0-9a-f]{32})\.([0-9a-f]{32})(\.br|\.gz)?$/;
/** How many files may be left over before any is looked at. */
const SLACK = 1000;

function endingOf(ending: string | undefined): Ending {
  return ending === '.br' || ending === '.gz' ? ending : '';
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** The size of a file that holds what its name says, in bytes. */
function sizeAsNamed(path: string, hash: string): number | undefined {
  try {
    const bytes = readFileSync(path);
    return hashOf(bytes) === hash ? bytes.length : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EISDIR')) return undefined;
    throw error;
  }
}

/** Gives a file of the cache a second name; where a file can have but one, it is copied. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS')) throw error;
    copyFileSync(from, to);
  }
}
