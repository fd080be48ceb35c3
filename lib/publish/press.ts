import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parserHash } from '#lib/bundle/parser-hash.ts';
import { type PressCode, readPressCode } from '#lib/bundle/press-code.ts';
import { checkContent } from '#lib/check/check.ts';
import { boundMemory } from '#lib/check/memory.ts';
import type { Archive } from '#lib/content/archive.ts';
import { IssueCache } from '#lib/content/folder/issue-cache.ts';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { Failure } from '#lib/system/failure.ts';
import { onInterrupt } from '#lib/system/interrupt.ts';
import { orNoRoom } from '#lib/system/no-room.ts';
import type { Progress } from '#lib/system/progress.ts';
import { ThreadPool } from '#lib/system/thread-pool.ts';
import type { Job } from './job.ts';
import { cacheOtherFiles, type OutputFile } from './other-files.ts';
import { PageCache } from './page-cache.ts';
import { sizeTable } from './page-sizes.ts';
import { parseOnThreads } from './parse-on-threads.ts';
import { printAll } from './print.ts';
import { Release } from './release.ts';

/**
 * Builds the site once, see `Press.print`.
 * @throws Failure as `Press.print` does
 */
export async function build(job: Job, progress: Progress): Promise<void> {
  const press = await Press.open(job);
  try {
    await press.print(progress);
  } finally {
    await press.stop();
  }
}

/** Prints the site, again and again as its content changes. It remembers what it has read and checked before. */
export class Press {
  private constructor(
    readonly job: Job,
    readonly reader: ArchiveReader,
    readonly issueCache: IssueCache,
    readonly pageCache: PageCache,
    readonly code: PressCode,
    readonly pool: ThreadPool,
    readonly stop: () => Promise<void>,
  ) {}

  /**
   * @param pool threads that the caller shares and stops; without it the press starts and stops its own
   * @throws Failure where the caches cannot be written
   */
  static open(job: Job, pool?: ThreadPool): Promise<Press> {
    return orNoRoom(Press.#open(job, pool));
  }

  static async #open(job: Job, given?: ThreadPool): Promise<Press> {
    await boundMemory(job.content);
    const parsedBy = parserHash(job.root);
    const issueCache = new IssueCache(join(job.cache, 'issues'), parsedBy);
    const pageCache = new PageCache(join(job.cache, 'pages'));
    const code = await readPressCode(job.root);
    const pool = given ?? new ThreadPool();
    pool.makeReady(code.writers.worker, 'loadWriters');
    const task = { folder: job.content, cache: issueCache.folder, parsedBy };
    const parse = parseOnThreads(pool, code.writers.worker, task);
    const reader = new ArchiveReader(job.content, publicReader(), issueCache, parse);
    const stop = given === undefined ? () => pool.stop() : async () => {};
    return new Press(job, reader, issueCache, pageCache, code, pool, stop);
  }

  /**
   * Builds the site: checks the content, makes every page and file that is not cached from an earlier build, and
   * replaces the site in `out` with the new one. The old site stays untouched until that last step.
   * @param onPublished is called when the new site is in place, before old releases are removed
   * @returns the archive that was printed
   * @throws Failure with the lines of `check` where the content has an error; also where the disk is full, or cannot
   *   be written
   */
  print(progress: Progress, onPublished?: () => void): Promise<Archive> {
    return orNoRoom(this.#print(progress, onPublished));
  }

  async #print(progress: Progress, onPublished?: () => void): Promise<Archive> {
    const { job, reader } = this;
    const includeUnpublished = job.unpublished === true;
    const checked = { reader, prints: true, since: job.publicBefore, includeUnpublished };
    const { archive, errors, report } = await checkContent(job.content, checked);
    if (archive === undefined || errors > 0) throw new Failure(report);
    progress.done(report);
    await this.printArchive(archive, progress, onPublished);
    return archive;
  }

  /** Builds the site as `print` does, but from an archive that was read before, and without checking the content. */
  async printArchive(
    archive: Archive,
    progress: Progress,
    onPublished?: () => void,
  ): Promise<void> {
    const { job, code, pageCache: cache, pool } = this;
    const { printed, made } = await printAll({
      ...{ archive, code, cache, pool, progress },
      ...(job.excerpt === undefined ? {} : { excerpt: job.excerpt }),
    });
    const taken = new Set(printed.map(({ name }) => name));
    const others = await cacheOtherFiles({ ...job, archive, code }, cache, taken);
    const files = [...printed, ...others];
    const stamp = stampOf(files);
    const count = `${printed.length} pages`;
    if ((await Release.currentStamp(job.out)) === stamp) {
      progress.done(`Nothing has changed: ${count} are in ${job.out}.`);
      return;
    }
    await this.#release(stamp, files, onPublished);
    const kinds = `${made} rendered, ${printed.length - made} from the cache`;
    progress.done(`${count} are in ${job.out}: ${kinds}.\n${sizeTable(printed)}`);
  }

  async #release(
    stamp: string,
    files: readonly OutputFile[],
    onPublished?: () => void,
  ): Promise<void> {
    const { job, pageCache, issueCache } = this;
    const release = await Release.begin(job.out, stamp);
    const forget = onInterrupt(() => release.discard());
    try {
      for (const file of files) pageCache.link(file, release.pathFor(file.name));
      await release.publish();
    } catch (error) {
      // The first error is the one to report: it may be the reason for the second.
      await release.discard().catch((second: unknown) => console.error(second));
      throw error;
    } finally {
      forget();
    }
    onPublished?.();
    pageCache.prune();
    issueCache.prune();
    await release.removeOld();
  }
}

/** A hash of all files of a site. Two sites with the same stamp are the same to the byte. */
function stampOf(files: readonly OutputFile[]): string {
  const hash = createHash('sha256');
  for (const { name, key, quality } of files) hash.update(`${name} ${key} ${quality}\n`);
  return hash.digest('hex').slice(0, 16);
}
