import { linkSync, writeFileSync } from 'node:fs';
import { hasCode } from '#lib/system/failure.ts';
import { FileCache, sizeIfWhole, writeCached } from '#lib/system/file-cache.ts';
import { type CompressedForms, type Ending, endingsOf, pack } from './compress.ts';

/** The sizes of a file in bytes: as it is, and in brotli. */
export type Sizes = { bytes: number; brotli: number };

/** What identifies a printed file in the cache: the hash of all that makes its content, and brotli's quality. */
export type CacheKey = { key: string; quality: number };

/** How many cached files there may be before unused ones are removed: 1,000, and two releases at three files a page. */
const mostFiles = (pages: number) => 1000 + 2 * 3 * pages;

/**
 * The printed files, from one build to the next. Each file has up to three forms: brotli, gzip and uncompressed.
 *
 * A release has hard links to the cached files, not copies. So a file that is in no release has a single name, and
 * `prune` may remove it. The quality of the compression is no part of a file's name on the disk: a file that is to be
 * compressed with another quality is not rendered anew.
 */
export class PageCache {
  readonly #files: FileCache;
  /** The sizes of the files that this process has read or written: these need no second check. */
  #checked = new Map<string, Sizes>();
  /** `#checked` as it was at the end of the print before this one. */
  #checkedBefore = new Map<string, Sizes>();

  constructor(readonly folder: string) {
    this.#files = FileCache.open(folder);
  }

  /**
   * The cached forms of a file, for `sizesOf` to check: their bytes may be damaged.
   * @returns `undefined` if a form is missing, or if this process has read or written the file: then `find` is enough
   */
  formsToCheck(file: CacheKey, path: string): FormPaths | undefined {
    if (this.#sizesOf(file) !== undefined) return undefined;
    const paths = formsOf(path, file).map((form) => this.#files.pathOf(file.key, form));
    return paths.every((form) => form !== undefined) ? paths : undefined;
  }

  #sizesOf(file: CacheKey): Sizes | undefined {
    const id = idOf(file);
    const sizes = this.#checked.get(id) ?? this.#checkedBefore.get(id);
    return sizes && this.markChecked(file, sizes);
  }

  /** Remembers that the bytes of all forms of a file are as they were written. @returns its sizes in bytes */
  markChecked(file: CacheKey, sizes: Sizes): Sizes {
    this.#checked.set(idOf(file), sizes);
    return sizes;
  }

  /**
   * Makes sure that a file is in the cache in all its forms, and as it was written. Compressed forms that are missing
   * or damaged are made from the uncompressed one.
   * @returns its sizes in bytes; `undefined` where the file has to be made
   */
  find(file: CacheKey, path: string): Sizes | undefined {
    const known = this.#sizesOf(file);
    if (known !== undefined) return known;
    const forms = formsOf(path, file).map((form) => this.#files.read(file.key, form)?.bytes);
    const [brotli, identity] = [forms[0], forms.at(-1)];
    if (identity === undefined) return undefined;
    if (brotli === undefined || forms.includes(undefined))
      return this.write(file, pack(path, identity, file.quality));
    return this.markChecked(file, { bytes: identity.length, brotli: brotli.length });
  }

  /** Writes a file in all its forms. @returns its sizes in bytes */
  write(file: CacheKey, packed: CompressedForms): Sizes {
    return this.note(file, writeForms(this.folder, file, packed));
  }

  /** Notes what `writeForms` wrote into this cache's folder. @returns its sizes in bytes */
  note(file: CacheKey, { paths, sizes }: WrittenForms): Sizes {
    for (const path of paths) this.#files.note(path);
    return this.markChecked(file, sizes);
  }

  /**
   * Makes a hard link to each form of a file; a copy where the file system has no hard links.
   * @param path the path of the link to the uncompressed form; its folder has to exist
   * @throws Error where the file is in the cache no more
   */
  link(file: CacheKey, path: string): void {
    for (const ending of endingsOf(path)) {
      const form = cachedEnding(ending, file);
      const cached = this.#files.pathOf(file.key, form);
      if (cached !== undefined && linkIfPossible(cached, path + ending)) continue;
      // Another build may have removed the file, or the file system has no hard links.
      const bytes = this.#files.read(file.key, form)?.bytes;
      if (bytes === undefined) throw new Error(`${path} is in the cache no more`);
      writeFileSync(path + ending, bytes, { flag: 'wx' });
    }
  }

  /** Removes the files that are in no release, once there are too many files. */
  prune(): void {
    this.#checkedBefore = this.#checked;
    this.#checked = new Map();
    if (this.#files.size <= mostFiles(this.#checkedBefore.size)) return;
    this.#files.prune((_, names) => names > 1);
  }
}

/** The paths of a file's cached forms: brotli and gzip where there are such forms, the uncompressed file last. */
export type FormPaths = readonly string[];

/** The sizes of a cached file in bytes; `undefined` if the bytes of one of its forms do not match its name. */
export function sizesOf(forms: FormPaths): Sizes | undefined {
  const [brotli, ...others] = forms.map(sizeIfWhole);
  const bytes = others.length === 0 ? brotli : others.at(-1);
  if (brotli === undefined || bytes === undefined || others.includes(undefined)) return undefined;
  return { bytes, brotli };
}

/** The forms of a file that `writeForms` has written into a cache's folder. */
export type WrittenForms = { paths: FormPaths; sizes: Sizes };

/** Writes the forms of a file into a cache's folder. It may run on any thread. */
export function writeForms(folder: string, file: CacheKey, packed: CompressedForms): WrittenForms {
  const paths = packed.map(({ ending, bytes }) =>
    writeCached(folder, file.key, cachedEnding(ending, file), bytes),
  );
  const [brotli = 0, bytes = brotli] = [packed[0], packed.at(-1)].map((form) => form?.bytes.length);
  return { paths, sizes: { bytes, brotli } };
}

function idOf({ key, quality }: CacheKey): string {
  return `${key} ${quality}`;
}

function formsOf(path: string, file: CacheKey): string[] {
  return endingsOf(path).map((ending) => cachedEnding(ending, file));
}

/** The ending of a form in the cache: that of brotli names the quality too, because a file may have several. */
function cachedEnding(ending: Ending, { quality }: CacheKey): string {
  return ending === '.br' ? `.br${quality}` : ending;
}

/** Makes a hard link. @returns `false` where the file is gone, or the file system has no hard links */
function linkIfPossible(path: string, to: string): boolean {
  try {
    linkSync(path, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS')) return false;
    throw error;
  }
}
