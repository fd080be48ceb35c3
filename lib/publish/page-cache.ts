import { linkSync, writeFileSync } from 'node:fs';
import { hasCode } from '#lib/system/failure.ts';
import { FileCache, sizeIfWhole, writeCached } from '#lib/system/file-cache.ts';
import { type Ending, endingsOf, type Packed, pack } from './compress.ts';

export type Sizes = { bytes: number; brotli: number };

/** A printed file: under what it is kept, and how well it is compressed, in brotli's quality. */
export type Kept = { key: string; quality: number };

/** How many cached files there may be before unused ones are removed: 1,000, and two releases at three files a page. */
const leftOver = (pages: number) => 1000 + 2 * 3 * pages;

/**
 * What has been printed, kept under the hash of all that it was made of. The files are linked into a release, not
 * copied: what no release holds any more has one name left. How well a file is compressed is no part of its key:
 * one that is to be compressed otherwise is not made anew.
 */
export class PageCache {
  readonly #kept: FileCache;
  /** The sizes of what this process has read or written: to read it again would prove nothing. */
  #proven = new Map<string, Sizes>();
  /** What `#proven` was when the print before this one ended. */
  #provenBefore = new Map<string, Sizes>();

  constructor(readonly folder: string) {
    this.#kept = FileCache.open(folder);
  }

  /**
   * The cached forms of a file, for `sizesOf` to check: their bytes may be damaged.
   * @returns `undefined` if a form is missing, or if this process has read or written the file: then `find` is enough
   */
  claim(kept: Kept, path: string): Files | undefined {
    if (this.#known(kept) !== undefined) return undefined;
    const files = formsOf(path, kept).map((form) => this.#kept.pathOf(kept.key, form));
    return files.every((file) => file !== undefined) ? files : undefined;
  }

  #known(kept: Kept): Sizes | undefined {
    const name = nameOf(kept);
    const sizes = this.#proven.get(name) ?? this.#provenBefore.get(name);
    return sizes && this.prove(kept, sizes);
  }

  /** Notes that all forms of a file were found to be whole. @returns its sizes in bytes */
  prove(kept: Kept, sizes: Sizes): Sizes {
    this.#proven.set(nameOf(kept), sizes);
    return sizes;
  }

  /**
   * Makes sure that a file is kept in all its forms, and as it was written.
   * @returns its sizes in bytes; `undefined` where it has to be made
   */
  find(kept: Kept, path: string): Sizes | undefined {
    const known = this.#known(kept);
    if (known !== undefined) return known;
    const read = formsOf(path, kept).map((form) => this.#kept.read(kept.key, form)?.bytes);
    const [brotli, identity] = [read[0], read.at(-1)];
    if (identity === undefined) return undefined;
    if (brotli === undefined || read.includes(undefined))
      return this.keep(kept, pack(path, identity, kept.quality));
    return this.prove(kept, { bytes: identity.length, brotli: brotli.length });
  }

  /** Keeps what was made. @returns its sizes in bytes */
  keep(kept: Kept, packed: Packed): Sizes {
    return this.note(kept, writeForms(this.folder, kept, packed));
  }

  /** Notes what `writeForms` wrote into this cache's folder. @returns its sizes in bytes */
  note(kept: Kept, { files, sizes }: Written): Sizes {
    for (const file of files) this.#kept.note(file);
    return this.prove(kept, sizes);
  }

  /**
   * Gives a file that was found or kept another name for each of its forms.
   * @param file the name of the file itself; its folder is there
   * @throws Error where it is kept no more
   */
  link(kept: Kept, file: string): void {
    for (const ending of endingsOf(file)) {
      const form = keptAs(ending, kept);
      const path = this.#kept.pathOf(kept.key, form);
      if (path !== undefined && link(path, file + ending)) continue;
      // Another build may have let go of it, or the file system gives files but one name.
      const bytes = this.#kept.read(kept.key, form)?.bytes;
      if (bytes === undefined) throw new Error(`${file} is not kept any more`);
      writeFileSync(file + ending, bytes, { flag: 'wx' });
    }
  }

  /** Lets go of what no release holds, once that is more than the releases do. */
  prune(): void {
    this.#provenBefore = this.#proven;
    this.#proven = new Map();
    if (this.#kept.size <= leftOver(this.#provenBefore.size)) return;
    this.#kept.prune((_, names) => names > 1);
  }
}

/** The paths of a file's cached forms: brotli and gzip where there are such forms, the uncompressed file last. */
export type Files = readonly string[];

/** The sizes of a cached file in bytes; `undefined` if the bytes of one of its forms do not match its name. */
export function sizesOf(files: Files): Sizes | undefined {
  const [brotli, ...others] = files.map(sizeIfWhole);
  const bytes = others.length === 0 ? brotli : others.at(-1);
  if (brotli === undefined || bytes === undefined || others.includes(undefined)) return undefined;
  return { bytes, brotli };
}

/** A file that `writeForms` has written into a cache's folder. */
export type Written = { files: Files; sizes: Sizes };

/** Writes the forms of a file into a cache's folder. It may run on any thread. */
export function writeForms(folder: string, kept: Kept, packed: Packed): Written {
  const files = packed.map(({ ending, bytes }) =>
    writeCached(folder, kept.key, keptAs(ending, kept), bytes),
  );
  const [brotli = 0, bytes = brotli] = [packed[0], packed.at(-1)].map((form) => form?.bytes.length);
  return { files, sizes: { bytes, brotli } };
}

function nameOf({ key, quality }: Kept): string {
  return `${key} ${quality}`;
}

function formsOf(path: string, kept: Kept): string[] {
  return endingsOf(path).map((ending) => keptAs(ending, kept));
}

function keptAs(ending: Ending, { quality }: Kept): string {
  return ending === '.br' ? `.br${quality}` : ending;
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
