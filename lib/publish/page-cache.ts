import { rmSync, writeFileSync } from 'node:fs';
import { KeptFiles } from '#lib/site/kept-files.ts';
import { type Ending, endingsOf, formsOf, type Packed } from './compress.ts';
import { link } from './link.ts';
import type { Release } from './release.ts';

export type Sizes = { bytes: number; brotli: number };

/** How many files may be left over before any is looked at. */
const SLACK = 1000;
/** A page is three files; this many releases of them may be left over too. */
const FILES = 3;
const RELEASES = 2;

/**
 * What has been printed, kept under the fingerprint of all that it was made of. The files are linked into
 * a release, not copied: what no release holds any more has one name left.
 */
export class PageCache {
  readonly #kept: KeptFiles;
  /** What this process has read or written: a release has the same files, so that to read them again proves nothing. */
  readonly #proven = new Map<string, Sizes>();
  #used = new Set<string>();

  constructor(folder: string) {
    this.#kept = KeptFiles.open(folder);
  }

  /** Whether something is kept for a fingerprint; that it is as it was written, `take` finds out. */
  has(key: string): boolean {
    return this.#kept.pathOf(key, '') !== undefined;
  }

  /**
   * Puts what is kept for a fingerprint into a release.
   * @returns its sizes in bytes; `undefined` when it is not there, or not as it was written
   */
  take(key: string, release: Release, path: string): Sizes | undefined {
    const proven = this.#proven.get(key);
    if (proven !== undefined && release.stillHas(path, key)) return this.#prove(key, proven);
    const endings = endingsOf(path);
    const file = release.place(path, key);
    if (proven !== undefined) {
      const isThere = (ending: Ending) => {
        const path = this.#kept.pathOf(key, ending);
        return path !== undefined && link(path, file + ending);
      };
      if (endings.every(isThere)) return this.#prove(key, proven);
      for (const ending of endings) rmSync(file + ending, { force: true });
    }
    const forms = endings.flatMap((ending) => {
      const form = this.#kept.read(key, ending);
      return form === undefined ? [] : [{ ending, ...form }];
    });
    if (forms.length < endings.length) return undefined;
    for (const { ending, path, bytes } of forms) place(path, bytes, file + ending);
    const sizeOf = (wanted: Ending) => forms.find(({ ending }) => ending === wanted)?.bytes.length;
    const bytes = sizeOf('') ?? 0;
    return this.#prove(key, { bytes, brotli: sizeOf('.br') ?? bytes });
  }

  /** Keeps what was printed, and puts it into a release. @returns its sizes in bytes */
  keep(key: string, release: Release, path: string, packed: Packed): Sizes {
    const file = release.place(path, key);
    for (const [ending, bytes] of formsOf(packed))
      place(this.#kept.write(key, ending, bytes), bytes, file + ending);
    const { identity, br = identity } = packed;
    return this.#prove(key, { bytes: identity.length, brotli: br.length });
  }

  #prove(key: string, sizes: Sizes): Sizes {
    this.#used.add(key);
    this.#proven.set(key, sizes);
    return sizes;
  }

  /** Lets go of what no release holds, once that is more than the releases do. */
  prune(): void {
    const used = this.#used;
    this.#used = new Set();
    for (const key of this.#proven.keys()) if (!used.has(key)) this.#proven.delete(key);
    if (this.#kept.count() <= SLACK + used.size * FILES * RELEASES) return;
    this.#kept.prune((_, names) => names > 1);
  }
}

/** Writes what was read of a file where it cannot be given a second name. */
function place(path: string, bytes: Uint8Array, to: string): void {
  if (!link(path, to)) writeFileSync(to, bytes, { flag: 'wx' });
}
