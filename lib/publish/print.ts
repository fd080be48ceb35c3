import { resolve } from 'node:path';
import pMap from 'p-map';
import type { PressCode } from '#lib/bundle/press-code.ts';
import type { Archive } from '#lib/content/archive.ts';
import { outputFile } from '#lib/site/paths.ts';
import type { ThreadPool } from '#lib/system/thread-pool.ts';
import { type Address, addressesOf } from '#lib/views/addresses.ts';
import { type Claim, type Order, type Place, type Step, stepsOf } from './batches.ts';
import type { Packed } from './compress.ts';
import { draftOf } from './drafts.ts';
import type { Batch, Work } from './file-worker.ts';
import { Keys } from './keys.ts';
import { inOrder } from './order.ts';
import type { PageCache, Sizes } from './page-cache.ts';

/** What a site is printed with. */
export type Printing = {
  archive: Archive;
  code: PressCode;
  kept: PageCache;
  pool: ThreadPool;
  /** Called after each batch that had to be made, with how many pages and files were so far. */
  tell: (made: number) => void;
};

/** The folder of the site's own pictures. */
const PUBLIC = resolve('public');

/**
 * How many batches a thread may be behind: so many that this one goes on rendering while they load what they write
 * with, and so few that what waits for them takes no more than 20 MB.
 */
const AHEAD = 16;

/** A page or file of the site that was printed, and its size. */
export type Printed = Place & { sizes: Sizes };

/**
 * Makes every page and file of an archive that is not kept, and keeps it. Pages are rendered on this thread while
 * others write, compress, and check what is kept.
 * @returns all of them in the order of the addresses, and how many had to be made
 */
export async function printAll(printing: Printing): Promise<{ printed: Printed[]; made: number }> {
  const { archive, pool } = printing;
  const printer = new Printer(printing);
  await pMap(stepsOf(printer.drafts()), (step) => printer.take(step), {
    concurrency: AHEAD * pool.threads,
  });
  const printed = addressesOf(archive).map((address): Printed => {
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
  async *drafts(): AsyncIterable<Order | Claim> {
    const { archive, kept } = this.printing;
    for (const { address, quality } of inOrder(archive)) {
      const { place, work } = await this.#draft(address, quality);
      const known = kept.known(place);
      if (known !== undefined) {
        this.#note(place, known);
        continue;
      }
      const files = kept.claim(place, place.name);
      if (files !== undefined) {
        yield { place, files };
        continue;
      }
      const found = kept.find(place, place.name);
      if (found === undefined) yield { place, work: work() };
      else this.#note(place, found);
    }
  }

  async take(step: Step): Promise<void> {
    if ('make' in step) await this.#make(step.make);
    else await this.#check(step.check);
  }

  async #make(orders: readonly Order[]): Promise<void> {
    const { code, kept, pool, tell } = this.printing;
    const works = orders.map(({ work }) => work);
    const batch: Batch = { works, publicFolder: PUBLIC };
    const packed = await pool.run<Batch, Packed[]>(code.writers.worker, 'writeAndPack', batch);
    for (const [at, { place }] of orders.entries()) {
      const file = packed[at];
      if (file === undefined) throw new Error(`${place.address.path} was not written`);
      this.#note(place, kept.keep(place, file));
    }
    this.made += orders.length;
    tell(this.made);
  }

  /** Makes anew each file whose bytes are damaged or missing. */
  async #check(claims: readonly Claim[]): Promise<void> {
    const { code, kept, pool } = this.printing;
    const files = claims.flatMap((claim) => claim.files);
    const found = await pool.run<readonly string[], (number | undefined)[]>(
      code.writers.worker,
      'sizesIfWhole',
      files,
    );
    const sizes = found.values();
    const damaged: Order[] = [];
    for (const { place, files: forms } of claims) {
      const own = forms.map(() => sizes.next().value);
      const [brotli] = own;
      const bytes = own.at(-1);
      if (brotli !== undefined && bytes !== undefined && !own.includes(undefined)) {
        kept.prove(place, { bytes, brotli });
        this.#note(place, { bytes, brotli });
        continue;
      }
      const mended = kept.find(place, place.name);
      if (mended !== undefined) this.#note(place, mended);
      else damaged.push({ place, work: (await this.#draft(place.address, place.quality)).work() });
    }
    if (damaged.length > 0) await this.#make(damaged);
  }

  async #draft(address: Address, quality: number): Promise<{ place: Place; work: () => Work }> {
    const { archive, code } = this.printing;
    const { key, make } = await draftOf(address, archive, code, this.#keys);
    const name = outputFile(address.path);
    return { place: { address, name, key, quality }, work: () => make({ name, quality }) };
  }

  #note(place: Place, sizes: Sizes): void {
    this.printed.set(place.address, { ...place, sizes });
  }
}
