import { linkSync, writeFileSync } from 'node:fs';
import { hasCode } from '#lib/site/failure.ts';
import { KeptFiles } from '#lib/site/kept-files.ts';
import { formsOf, isText, type Packed } from './compress.ts';

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
  #used = 0;

  constructor(folder: string) {
    this.#kept = KeptFiles.open(folder);
  }

  /**
   * Puts what is kept for a fingerprint at `file`.
   * @returns its sizes in bytes; `undefined` when it is not there, or not as it was written
   */
  take(key: string, file: string): Sizes | undefined {
    const endings = isText(file) ? ['.br', '.gz', ''] : [''];
    const forms = endings.map((ending) => ({ ending, form: this.#kept.read(key, ending) }));
    if (forms.some(({ form }) => form === undefined)) return undefined;
    for (const { ending, form } of forms) if (form !== undefined) place(form, file + ending);
    this.#used += 1;
    const sizeOf = (wanted: string) =>
      forms.find(({ ending }) => ending === wanted)?.form?.bytes.length;
    const bytes = sizeOf('') ?? 0;
    return { bytes, brotli: sizeOf('.br') ?? bytes };
  }

  /** Keeps what was printed, and puts it at `file`. @returns its sizes in bytes */
  keep(key: string, file: string, packed: Packed): Sizes {
    for (const [ending, bytes] of formsOf(packed))
      place({ path: this.#kept.write(key, ending, bytes), bytes }, file + ending);
    this.#used += 1;
    const { identity, br = identity } = packed;
    return { bytes: identity.length, brotli: br.length };
  }

  /** Lets go of what no release holds, once that is more than the releases do. */
  prune(): void {
    if (this.#kept.count() <= SLACK + this.#used * FILES * RELEASES) return;
    this.#kept.prune((_, names) => names > 1);
  }
}

/**
 * Gives a file of the cache a second name; where a file can have but one, or another build has let go of it
 * meanwhile, what was read of it is written.
 */
function place({ path, bytes }: { path: string; bytes: Uint8Array }, to: string): void {
  try {
    linkSync(path, to);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS')) throw error;
    writeFileSync(to, bytes, { flag: 'wx' });
  }
}
