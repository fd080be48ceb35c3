import { linkSync, writeFileSync } from 'node:fs';
import { hasCode } from '#lib/site/failure.ts';
import { KeptFiles } from '#lib/site/kept-files.ts';
import { isText, type Packed, pack } from './compress.ts';

export type Sizes = { bytes: number; brotli: number };

/** A printed file: under what it is kept, and how well it is compressed, in brotli's quality. */
export type Kept = { key: string; quality: number };

/** One of the forms of a file: what its name adds to the file's, in a release and where it is kept. */
type Form = { ending: '' | '.br' | '.gz'; kept: string };

/** How many files may be left over before any is looked at. */
const SLACK = 1000;
/** A page is three files; this many releases of them may be left over too. */
const FILES = 3;
const RELEASES = 2;

/**
 * What has been printed, kept under the hash of all that it was made of. The files are linked into a release, not
 * copied: what no release holds any more has one name left. How well a file is compressed is no part of its key:
 * one that is to be compressed otherwise is not made anew.
 */
export class PageCache {
  readonly #kept: KeptFiles;
  /** The sizes of what this process has read or written: to read it again would prove nothing. */
  readonly #proven = new Map<string, Sizes>();
  #used = new Set<string>();

  constructor(folder: string) {
    this.#kept = KeptFiles.open(folder);
  }

  /**
   * Where all forms of a file are kept, the file itself last; `undefined` if one is not there. Whether their bytes are
   * undamaged is still to be checked, see `sizeIfWhole`.
   */
  claim({ key, quality }: Kept, path: string): string[] | undefined {
    const places = formsOf(path, quality).map((form) => this.#kept.pathOf(key, form.kept));
    return places.every((place) => place !== undefined) ? places : undefined;
  }

  /** Notes that all forms of a file were found to be whole. */
  prove(kept: Kept, sizes: Sizes): void {
    const name = nameOf(kept);
    this.#used.add(name);
    this.#proven.set(name, sizes);
  }

  /** The sizes of a file in bytes, where this process has read or written it before. */
  known(kept: Kept): Sizes | undefined {
    const name = nameOf(kept);
    const sizes = this.#proven.get(name);
    if (sizes !== undefined) this.#used.add(name);
    return sizes;
  }

  /**
   * Makes sure that a file is kept in all its forms, and as it was written.
   * @returns its sizes in bytes; `undefined` where it has to be made
   */
  find(kept: Kept, path: string): Sizes | undefined {
    const known = this.known(kept);
    if (known !== undefined) return known;
    const identity = this.#kept.read(kept.key, '');
    if (identity === undefined) return undefined;
    const sizes = { bytes: identity.bytes.length, brotli: identity.bytes.length };
    for (const form of formsOf(path, kept.quality)) {
      const bytes = this.#kept.read(kept.key, form.kept)?.bytes;
      if (bytes === undefined) {
        return this.keep(kept, pack(path, identity.bytes, kept.quality));
      }
      if (form.ending === '.br') sizes.brotli = bytes.length;
    }
    this.prove(kept, sizes);
    return sizes;
  }

  /** Keeps what was made. @returns its sizes in bytes */
  keep(kept: Kept, { identity, br, gz }: Packed): Sizes {
    this.#kept.write(kept.key, '', identity);
    if (br !== undefined) this.#kept.write(kept.key, brotliForm(kept.quality), br);
    if (gz !== undefined) this.#kept.write(kept.key, '.gz', gz);
    const sizes = { bytes: identity.length, brotli: (br ?? identity).length };
    this.prove(kept, sizes);
    return sizes;
  }

  /**
   * Gives a file that was found or kept another name for each of its forms.
   * @param file the name of the file itself; its folder is there
   * @throws Error where it is kept no more
   */
  link({ key, quality }: Kept, file: string): void {
    for (const { ending, kept } of formsOf(file, quality)) {
      const path = this.#kept.pathOf(key, kept);
      if (path !== undefined && link(path, file + ending)) continue;
      // Another build may have let go of it, or the file system gives files but one name.
      const bytes = this.#kept.read(key, kept)?.bytes;
      if (bytes === undefined) throw new Error(`${file} is not kept any more`);
      writeFileSync(file + ending, bytes, { flag: 'wx' });
    }
  }

  /** Lets go of what no release holds, once that is more than the releases do. */
  prune(): void {
    const used = this.#used;
    this.#used = new Set();
    for (const name of this.#proven.keys()) if (!used.has(name)) this.#proven.delete(name);
    if (this.#kept.size <= SLACK + used.size * FILES * RELEASES) return;
    this.#kept.prune((_, names) => names > 1);
  }
}

function nameOf({ key, quality }: Kept): string {
  return `${key} ${quality}`;
}

function formsOf(path: string, quality: number): Form[] {
  const identity: Form = { ending: '', kept: '' };
  if (!isText(path)) return [identity];
  return [{ ending: '.br', kept: brotliForm(quality) }, { ending: '.gz', kept: '.gz' }, identity];
}

function brotliForm(quality: number): string {
  return `.br${quality}`;
}

/** @returns whether a file got another name */
function link(path: string, to: string): boolean {
  try {
    linkSync(path, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS')) return false;
    throw error;
  }
}
