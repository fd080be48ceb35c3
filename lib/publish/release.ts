import { mkdirSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { isRunning } from '#lib/system/running.ts';

/** Ends the name of a release that is not complete. */
const UNFINISHED = '.part';
/** How many releases are kept, the newest included, to go back to. */
const KEPT = 3;

/**
 * A site in the making: a folder beside the output folder, which at the end takes its place. The output
 * folder is a link to the newest release, so that one rename, which is atomic, puts it there.
 */
export class Release {
  private constructor(
    readonly folder: string,
    readonly out: string,
    /** The folders that are there. */
    readonly folders: Set<string>,
  ) {}

  /** Where the releases of an output folder lie: `.out` for `out`. */
  static shelf(out: string): string {
    return join(dirname(out), `.${basename(out)}`);
  }

  /**
   * @param stamp stands in the release's name; see `currentStamp`
   * @throws Failure when `out` is a folder that no build made
   */
  static async begin(out: string, stamp: string): Promise<Release> {
    await assertOurs(out);
    const folder = nameFor(out, stamp);
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
    return new Release(folder, out, new Set([folder + UNFINISHED]));
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

  /** The place for a file, in a folder that is there. */
  place(path: string): string {
    const file = join(this.folder + UNFINISHED, path);
    this.#make(dirname(file));
    return file;
  }

  #make(folder: string): void {
    if (this.folders.has(folder)) return;
    this.#make(dirname(folder));
    mkdirSync(folder);
    this.folders.add(folder);
  }

  /** Puts the release in the place of the one before, in one step. */
  async publish(): Promise<void> {
    await rename(this.folder + UNFINISHED, this.folder);
    // Until it is renamed it is as unfinished as its release was.
    const link = `${this.folder}.link${UNFINISHED}`;
    await symlink(relative(dirname(this.out), this.folder), link, 'junction');
    await rename(link, this.out);
  }

  /** Lets go of the oldest releases, and of what builds left that were killed. */
  async sweep(): Promise<void> {
    const shelf = Release.shelf(this.out);
    const names = (await readdir(shelf)).filter((name) => RELEASE.test(name)).sort();
    // What another build is about to put in place, or one that began before others has just put there, stays.
    const served = basename(await readlink(this.out));
    const theirs = (name: string) => makerOf(name) !== process.pid && isRunning(makerOf(name));
    const complete = names.filter((name) => !name.endsWith(UNFINISHED));
    const old = complete.slice(0, -KEPT).filter((name) => name !== served && !theirs(name));
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
