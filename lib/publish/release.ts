import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { isRunning } from '#lib/site/running.ts';
import { endingsOf } from './compress.ts';

/** Ends the name of a release that is not complete. */
const UNFINISHED = '.part';
/** How many releases are kept, the newest included, to go back to. */
const KEPT = 3;
/** Begins the stamp of a release that another of the same pages is to replace: nobody need go back to it. */
export const IN_HASTE = 'haste';

/** A folder of files, and under what each is kept: a release that is begun with it has most of its own already. */
export type Standby = { folder: string; keys: ReadonlyMap<string, string> };

/**
 * A site in the making: a folder beside the output folder, which at the end takes its place. The output
 * folder is a link to the newest release, so that one rename, which is atomic, puts it there.
 */
export class Release {
  readonly #folders = new Set<string>();
  /** Under what each file is kept. */
  readonly #keys = new Map<string, string>();
  /** The same of what it was begun with and nobody has asked for yet. */
  readonly #before: Map<string, string>;

  private constructor(
    readonly folder: string,
    readonly out: string,
    before: ReadonlyMap<string, string>,
  ) {
    this.#before = new Map(before);
  }

  /** Where the releases of an output folder lie: `.out` for `out`. */
  static shelf(out: string): string {
    return join(dirname(out), `.${basename(out)}`);
  }

  /**
   * @param stamp stands in the release's name; see `currentStamp`
   * @param standby what it is begun with; its folder is used up
   * @throws Failure when `out` is a folder that no build made
   */
  static async begin(out: string, stamp: string, standby?: Standby): Promise<Release> {
    await assertOurs(out);
    const folder = nameFor(out, stamp);
    if (standby !== undefined && (await isRenamed(standby.folder, folder + UNFINISHED)))
      return new Release(folder, out, standby.keys);
    try {
      await mkdir(folder + UNFINISHED, { recursive: true });
    } catch (error) {
      if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'ENOSPC')) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Failure(
        `The site cannot be written to ${out} (${reason}): name another place with OUT_DIR.`,
        2,
      );
    }
    return new Release(folder, out, new Map());
  }

  /** The stamp of the release that `out` leads to now; `undefined` when there is none. */
  static async currentStamp(out: string): Promise<string | undefined> {
    try {
      const target = resolve(dirname(out), await readlink(out));
      await lstat(target);
      return stampIn(basename(target));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EINVAL', 'ENOTDIR')) return undefined;
      throw error;
    }
  }

  /** Where a file of the release is. */
  fileOf(path: string): string {
    return join(this.folder + UNFINISHED, path);
  }

  /** Whether something has been put there. */
  has(path: string): boolean {
    return this.#keys.has(path);
  }

  /** Whether it was begun with the file that is kept under a key, which then stays. */
  stillHas(path: string, key: string): boolean {
    if (this.#before.get(path) !== key) return false;
    this.#before.delete(path);
    this.#keys.set(path, key);
    return true;
  }

  /** The place for a file that is kept under a key: its folder is there, and nothing else is in its place. */
  place(path: string, key: string): string {
    this.#clear(path);
    this.#keys.set(path, key);
    const file = this.fileOf(path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return file;
  }

  /** Takes away what was there before and is no more. */
  #clear(path: string): void {
    if (!this.#before.delete(path)) return;
    const file = this.fileOf(path);
    for (const ending of endingsOf(path)) rmSync(file + ending, { force: true });
  }

  /** Puts the release in the place of the one before, in one step. */
  async publish(): Promise<void> {
    for (const path of this.#before.keys()) {
      this.#clear(path);
      removeEmpty(dirname(this.fileOf(path)), this.fileOf(''));
    }
    await rename(this.folder + UNFINISHED, this.folder);
    // Until it is renamed it is as unfinished as its release was.
    const link = `${this.folder}.link${UNFINISHED}`;
    await symlink(relative(dirname(this.out), this.folder), link, 'junction');
    await rename(link, this.out);
  }

  /** Keeps what it has for the release that comes after what is published now. */
  standBy(): Standby {
    return { folder: this.folder + UNFINISHED, keys: this.#keys };
  }

  /** Lets go of the oldest releases, and of what builds left that were killed. */
  async sweep(): Promise<void> {
    const shelf = Release.shelf(this.out);
    const names = (await readdir(shelf)).filter((name) => RELEASE.test(name)).sort();
    // What another build is about to put in place, or one that began before others has just put there, stays.
    const served = basename(await readlink(this.out));
    const theirs = (name: string) => makerOf(name) !== process.pid && isRunning(makerOf(name));
    const complete = names.filter((name) => !name.endsWith(UNFINISHED));
    const kept = complete.filter((name) => !stampIn(name).startsWith(IN_HASTE)).slice(-KEPT);
    const old = complete.filter((name) => !kept.includes(name) && name !== served && !theirs(name));
    const stale = names.filter((name) => name.endsWith(UNFINISHED) && !isRunning(makerOf(name)));
    const gone = [...old, ...stale];
    await Promise.all(gone.map((name) => rm(join(shelf, name), { recursive: true, force: true })));
  }

  /** Throws the unfinished release away. */
  async discard(): Promise<void> {
    await rm(this.folder + UNFINISHED, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A folder's name for a release that is begun now. */
function nameFor(out: string, stamp: string): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return join(Release.shelf(out), `${time}-${process.pid}-${stamp}`);
}

/** Renames a folder, unless somebody has cleared it away. */
async function isRenamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Removes a folder with nothing in it, and those above it, below `top`, that then have nothing either. */
function removeEmpty(folder: string, top: string): void {
  if (relative(top, folder) === '') return;
  try {
    rmdirSync(folder);
  } catch (error) {
    // Of two pages that went from it, the first leaves it to the second.
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) return;
    throw error;
  }
  removeEmpty(dirname(folder), top);
}

/** The name of a release: time, process and stamp. */
const RELEASE = /^\d{8}T\d{6}Z-(\d+)-/;

function stampIn(name: string): string {
  return name.split('-').at(-1) ?? '';
}

function makerOf(name: string): number {
  return Number(RELEASE.exec(name)?.[1]);
}

/** Makes sure that `out` is nothing, or a link to one of our releases. */
async function assertOurs(out: string): Promise<void> {
  try {
    if ((await lstat(out)).isSymbolicLink()) {
      const target = resolve(dirname(out), await readlink(out));
      if (dirname(target) === Release.shelf(out)) return;
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return;
    throw error;
  }
  throw new Failure(
    `${out} is a folder that no build of this site made: move it away, or name another with OUT_DIR.`,
    2,
  );
}
