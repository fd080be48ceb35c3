import type { Address } from '#lib/views/addresses.ts';
import type { Work } from './file-worker.ts';
import type { Files, Kept } from './page-cache.ts';

/** An address that is to be printed, its name in the output folder, and its cache key. */
export type Place = Kept & { address: Address; name: string };
/** A page or file that has to be made. */
export type Order = { place: Place; work: Work };
/** A page or file that the cache seems to have, which is still to be checked. */
export type Claim = { place: Place; files: Files };

/** What a thread is given at a time: files to make, or files that are kept to check. */
export type Step = { make: Order[] } | { check: Claim[] };

/**
 * How many files a busy thread is given next. A cold build of 52 issues takes 27 s of CPU with 1, 22 with 4, 16 or 64.
 */
const BATCH = 16;

/**
 * What has to be made and what has to be checked, each in batches, as it is asked for.
 * @param isIdle whether a thread waits for work: then it gets what there is
 */
export async function* stepsOf(
  drafts: AsyncIterable<Order | Claim>,
  isIdle: () => boolean,
): AsyncIterable<Step> {
  let make: Order[] = [];
  let check: Claim[] = [];
  for await (const draft of drafts) {
    if ('files' in draft) check.push(draft);
    else make.push(draft);
    if (make.length >= BATCH || (make.length > 0 && isIdle())) {
      yield { make };
      make = [];
    }
    if (check.length >= BATCH) {
      yield { check };
      check = [];
    }
  }
  if (make.length > 0) yield { make };
  if (check.length > 0) yield { check };
}
