import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pMap from 'p-map';
import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { outputFile } from '#lib/site/paths.ts';
import type { Progress } from '#lib/system/progress.ts';
import type { ThreadPool } from '#lib/system/thread-pool.ts';
import { type Address, addressesOf } from '#lib/views/addresses.ts';
import { type AddressFile, batchesOf, type FileToCheck, type FileToMake } from './batches.ts';
import type { WriteBatch, WriteTask } from './file-worker.ts';
import type { Excerpt } from './job.ts';
import { Keys } from './keys.ts';
import { inOrder } from './order.ts';
import type { FormPaths, PageCache, Sizes, WrittenForms } from './page-cache.ts';
import { printTaskOf } from './print-tasks.ts';

/** What a site is printed with. */
export type PrintOptions = {
  archive: Archive;
  code: PressCode;
  cache: PageCache;
  pool: ThreadPool;
  progress: Progress;
  excerpt?: Excerpt;
};

/** How many batches a thread may have at a time: one that it works on, and one that waits. */
const BATCHES_PER_THREAD = 2;

/** A printed page or file of the site, and its size. */
export type PrintedFile = AddressFile & { sizes: Sizes };

/**
 * Makes every page and file of an archive that is not in the cache, and adds it to the cache. This thread renders
 * pages, while others write files, compress, and check what is cached.
 * @returns all pages and files in the order of their addresses, and how many had to be made
 */
export async function printAll(
  options: PrintOptions,
): Promise<{ printed: PrintedFile[]; made: number }> {
  const { archive, pool, excerpt } = options;
  const all = addressesOf(archive);
  const addresses = excerpt === undefined ? all : all.filter(excerpt.holds);
  const printer = new Printer(options);
  const isIdle = () => pool.running < pool.threads;
  await pMap(
    batchesOf(printer.filesToDo(addresses), isIdle),
    (batch) => ('make' in batch ? printer.make(batch.make) : printer.check(batch.check)),
    { concurrency: BATCHES_PER_THREAD * pool.threads },
  );
  const printed = addresses.map((address): PrintedFile => {
    const file = printer.printed.get(address);
    if (file === undefined) throw new Error(`${address.path} was not printed`);
    return file;
  });
  return { printed, made: printer.made };
}

class Printer {
  readonly printed = new Map<Address, PrintedFile>();
  made = 0;
  readonly #keys: Keys;

  constructor(readonly options: PrintOptions) {
    this.#keys = new Keys(options.archive);
  }

  /** The files that have to be made or checked, one at a time. Files that need neither count as printed at once. */
  async *filesToDo(addresses: readonly Address[]): AsyncIterable<FileToMake | FileToCheck> {
    const { cache, pool } = this.options;
    for (const { address, quality } of inOrder(addresses)) {
      // Without a pause this thread never learns that another one has finished, and that one gets no more work.
      if (pool.running > 0) await setImmediate();
      const { file, taskOf } = await this.#prepare(
        address,
        this.options.excerpt?.quality ?? quality,
      );
      const forms = cache.formsToCheck(file, file.name);
      const sizes = forms === undefined ? cache.find(file, file.name) : undefined;
      if (sizes !== undefined) this.#record(file, sizes);
      else yield forms === undefined ? { file, task: taskOf() } : { file, forms };
    }
  }

  async make(files: readonly FileToMake[]): Promise<void> {
    const { code, cache, pool, progress } = this.options;
    const tasks = files.map(({ task }) => task);
    const batch: WriteBatch = { tasks, publicFolder: resolve('public'), cache: cache.folder };
    const { worker } = code.writers;
    const written = await pool.run<WriteBatch, WrittenForms[]>(worker, 'writeFiles', batch);
    for (const [index, { file }] of files.entries()) {
      const forms = written[index];
      if (forms === undefined) throw new Error(`${file.address.path} was not written`);
      this.#record(file, cache.note(file, forms));
    }
    this.made += files.length;
    progress.step(`Printing: ${this.made} pages and files so far`);
  }

  /** Checks cached files, and makes those anew whose bytes are damaged or missing. */
  async check(files: readonly FileToCheck[]): Promise<void> {
    const { code, cache, pool } = this.options;
    const forms = files.map((each) => each.forms);
    const { worker } = code.writers;
    const checked = await pool.run<FormPaths[], (Sizes | undefined)[]>(
      worker,
      'sizesIfWhole',
      forms,
    );
    const damaged: FileToMake[] = [];
    for (const [index, { file }] of files.entries()) {
      const whole = checked[index];
      if (whole !== undefined) cache.markChecked(file, whole);
      const sizes = whole ?? cache.find(file, file.name);
      if (sizes !== undefined) this.#record(file, sizes);
      else {
        const { taskOf } = await this.#prepare(file.address, file.quality);
        damaged.push({ file, task: taskOf() });
      }
    }
    if (damaged.length > 0) await this.make(damaged);
  }

  async #prepare(
    address: Address,
    quality: number,
  ): Promise<{ file: AddressFile; taskOf: () => WriteTask }> {
    const { archive, code } = this.options;
    const { key, makeContent } = await printTaskOf(address, archive, code, this.#keys);
    const name = outputFile(address.path);
    return {
      file: { address, name, key, quality },
      taskOf: () => ({ name, key, quality, ...makeContent() }),
    };
  }

  #record(file: AddressFile, sizes: Sizes): void {
    this.printed.set(file.address, { ...file, sizes });
  }
}
