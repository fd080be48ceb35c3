import { mkdirSync } from 'node:fs';
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { isRunning } from '#lib/system/running.ts';

/** Ends the name of a release that is not complete. */
const UNFINISHED = '.part';
/** How many releases stay on the disk, so that one can go back to an earlier one. The newest counts. */
const RELEASES = 3;

/**
 * A printed site, in a folder of its own. The output folder is a symbolic link to the newest release. A rename of
 * that link is atomic, so readers get either the old site or the new one, never a mixture.
 */
export class Release {
  private constructor(
    readonly folder: string,
    readonly out: string,
    /** The folders that exist already. */
    readonly folders: Set<string>,
  ) {}

  /** The folder that holds the releases of an output folder: `.out` for `out`. */
  static releasesFolder(out: string): string {
    return join(dirname(out), `.${basename(out)}`);
  }

  /**
   * Begins a release, in a folder whose name marks it as unfinished.
   * @param stamp a hash of the site's files; it becomes a part of the release's name, see `currentStamp`
   * @throws Failure when `out` is a folder that no build made, or the release cannot be written beside it
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

  /** The stamp of the release that `out` links to now; `undefined` where there is none. */
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

  /** The path at which a file of the release is to be written. Its folder is made if need be. */
  pathFor(path: string): string {
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

  /** Makes `out` link to this release instead of the one before, in one step. */
  async publish(): Promise<void> {
    await rename(this.folder + UNFINISHED, this.folder);
    // The link has the ending of unfinished releases, so that `removeOld` removes it if the build is killed here.
    const link = `${this.folder}.link${UNFINISHED}`;
    await symlink(relative(dirname(this.out), this.folder), link, 'junction');
    await rename(link, this.out);
  }

  /** Removes the oldest releases, and unfinished ones of builds that were killed. */
  async removeOld(): Promise<void> {
    const folder = Release.releasesFolder(this.out);
    const names = (await readdir(folder)).filter((name) => RELEASE.test(name)).sort();
    // Other builds may run at the same time: their releases stay, and so does the one that `out` links to now.
    const served = basename(await readlink(this.out));
    const isOfOtherBuild = (name: string) =>
      processOf(name) !== process.pid && isRunning(processOf(name));
    const complete = names.filter((name) => !name.endsWith(UNFINISHED));
    const old = complete
      .slice(0, -RELEASES)
      .filter((name) => name !== served && !isOfOtherBuild(name));
    const stale = names.filter((name) => name.endsWith(UNFINISHED) && !isRunning(processOf(name)));
    const removed = [...old, ...stale];
    await Promise.all(
      removed.map((name) => rm(join(folder, name), { recursive: true, force: true })),
    );
  }

  /** Removes the unfinished release. */
  async discard(): Promise<void> {
    await rm(this.folder + UNFINISHED, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The folder of a release that is begun now. */
function nameFor(out: string, stamp: string): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return join(Release.releasesFolder(out), `${time}-${process.pid}-${stamp}`);
}

/** The name of a release: the time, the number of the process that made it, and the stamp. */
const RELEASE = /^\d{8}T\d{6}Z-(\d+)-/;

function stampIn(name: string): string {
  return name.split('-').at(-1) ?? '';
}

/** The number of the process that made a release. */
function processOf(name: string): number {
  return Number(RELEASE.exec(name)?.[1]);
}

/**
 * Makes sure that nothing is at `out`, or a link to one of our releases.
 * @throws Failure where anything else is there: a build must not replace a folder of the user's
 */
async function assertOurs(out: string): Promise<void> {
  try {
    if ((await lstat(out)).isSymbolicLink()) {
      const target = resolve(dirname(out), await readlink(out));
      if (dirname(target) === Release.releasesFolder(out)) return;
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return;
    throw error;
  }
  throw new Failure(
    `${out} was not made by a build of this site: move it away, or name another folder with OUT_DIR.`,
    2,
  );
}
