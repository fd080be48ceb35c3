import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pMap from 'p-map';
import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { outputFile } from '#lib/site/paths.ts';
import type { Progress } from '#lib/system/progress.ts';
import type { ThreadPool } from '#lib/system/thread-pool.ts';
import { type Address, addressesOf } from '#lib/views/addresses.ts';
import { type Claim, type Order, type Place, stepsOf } from './batches.ts';
import { draftOf } from './drafts.ts';
import type { Batch, Work } from './file-worker.ts';
import { Keys } from './keys.ts';
import { inOrder } from './order.ts';
import type { Files, PageCache, Sizes, Written } from './page-cache.ts';

/** What a site is printed with. */
export type Printing = {
  archive: Archive;
  code: PressCode;
  kept: PageCache;
  pool: ThreadPool;
  progress: Progress;
};

/** How many batches a thread may have at a time: one in work, and one that waits. */
const AHEAD = 2;

/** A page or file of the site that was printed, and its size. */
export type Printed = Place & { sizes: Sizes };

/**
 * Makes every page and file of an archive that is not kept, and keeps it. Pages are rendered on this thread while
 * others write, compress, and check what is kept.
 * @returns all of them in the order of the addresses, and how many had to be made
 */
export async function printAll(printing: Printing): Promise<{ printed: Printed[]; made: number }> {
  const { archive, pool } = printing;
  const addresses = addressesOf(archive);
  const printer = new Printer(printing);
  const isIdle = () => pool.running < pool.threads;
  await pMap(
    stepsOf(printer.drafts(addresses), isIdle),
    (step) => ('make' in step ? printer.make(step.make) : printer.check(step.check)),
    { concurrency: AHEAD * pool.threads },
  );
  const printed = addresses.map((address): Printed => {
    const found = printer.printed.get(address);
    if (found === undefined) throw new Error(`${address.path} was not printed`);
    return found;
  });
  return { printed, made: printer.made };
}

class Printer {
  readonly printed = new Map<Address, Printed>();
  made = 0;
  readonly #keys: Keys;

  constructor(readonly printing: Printing) {
    this.#keys = new Keys(printing.archive);
  }

  /** What has to be made or checked, one by one as it is asked for. */
  async *drafts(addresses: readonly Address[]): AsyncIterable<Order | Claim> {
    const { kept, pool } = this.printing;
    for (const { address, quality } of inOrder(addresses)) {
      // Without a pause this thread would not hear that another has finished, and that one would get no more work.
      if (pool.running > 0) await setImmediate();
      const { place, work } = await this.#draft(address, quality);
      const files = kept.claim(place, place.name);
      const found = files === undefined ? kept.find(place, place.name) : undefined;
      if (found !== undefined) this.#note(place, found);
      else yield files === undefined ? { place, work: work() } : { place, files };
    }
  }

  async make(orders: readonly Order[]): Promise<void> {
    const { code, kept, pool, progress } = this.printing;
    const works = orders.map(({ work }) => work);
    const batch: Batch = { works, publicFolder: resolve('public'), cache: kept.folder };
    const written = await pool.run<Batch, Written[]>(code.writers.worker, 'writeAndKeep', batch);
    for (const [at, { place }] of orders.entries()) {
      const file = written[at];
      if (file === undefined) throw new Error(`${place.address.path} was not written`);
      this.#note(place, kept.note(place, file));
    }
    this.made += orders.length;
    progress.step(`Printing: ${this.made} pages and files so far`);
  }

  /** Makes anew each file whose bytes are damaged or missing. */
  async check(claims: readonly Claim[]): Promise<void> {
    const { code, kept, pool } = this.printing;
    const files = claims.map((claim) => claim.files);
    const { worker } = code.writers;
    const sizes = await pool.run<Files[], (Sizes | undefined)[]>(worker, 'sizesIfWhole', files);
    const damaged: Order[] = [];
    for (const [at, { place }] of claims.entries()) {
      const whole = sizes[at];
      if (whole !== undefined) kept.prove(place, whole);
      const found = whole ?? kept.find(place, place.name);
      if (found !== undefined) this.#note(place, found);
      else damaged.push({ place, work: (await this.#draft(place.address, place.quality)).work() });
    }
    if (damaged.length > 0) await this.make(damaged);
  }

  async #draft(address: Address, quality: number): Promise<{ place: Place; work: () => Work }> {
    const { archive, code } = this.printing;
    const { key, make } = await draftOf(address, archive, code, this.#keys);
    const name = outputFile(address.path);
    return {
      place: { address, name, key, quality },
      work: () => ({ name, key, quality, ...make() }),
    };
  }

  #note(place: Place, sizes: Sizes): void {
    this.printed.set(place.address, { ...place, sizes });
  }
}
