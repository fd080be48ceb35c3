import type { Address } from '#lib/views/addresses.ts';
import type { WriterName } from '#lib/views/file-writers.ts';
import { HIGH_QUALITY } from './compress.ts';
import type { Work } from './file-worker.ts';
import type { Kept } from './page-cache.ts';

/** An address that is to be printed, its name in the output folder, and its cache key. */
export type Place = Kept & { address: Address; name: string };
/** A page or file that has to be made. */
export type Order = { place: Place; work: Work };
/** A page or file that the cache seems to have: the files of all its forms, which are still to be checked. */
export type Claim = { place: Place; files: readonly string[] };

/** What a thread is given at a time: files to make, or files that are kept to check. */
export type Step = { make: Order[] } | { check: Claim[] };

/**
 * How much a thread is given at a time: sixteen light files, or two that take long. The forms of an issue are copied
 * to it with one copy of the issue; and to hand over a page by itself takes as long as to compress it.
 */
const BATCH = 16;
const HEAVY = 8;
/** Files that are kept are read in 0.1 ms each. */
const CHECKED_AT_ONCE = 128;

/** What has to be made and what has to be checked, each in batches, as it is asked for. */
export async function* stepsOf(drafts: AsyncIterable<Order | Claim>): AsyncIterable<Step> {
  let make: Order[] = [];
  let check: Claim[] = [];
  let weight = 0;
  for await (const draft of drafts) {
    if ('work' in draft) {
      make.push(draft);
      weight += weightOf(draft.work);
    } else check.push(draft);
    if (weight >= BATCH) {
      yield { make };
      make = [];
      weight = 0;
    }
    if (check.length >= CHECKED_AT_ONCE) {
      yield { check };
      check = [];
    }
  }
  if (make.length > 0) yield { make };
  if (check.length > 0) yield { check };
}

/** These writers take ten times as long as a page. */
const HEAVY_WRITERS: ReadonlySet<WriterName> = new Set(['issue book', 'volume', 'word', 'card']);

/** Pages that are compressed well take ten times as long as others, too. */
function weightOf(work: Work): number {
  if (work.quality >= HIGH_QUALITY) return HEAVY;
  return 'writer' in work && HEAVY_WRITERS.has(work.writer) ? HEAVY : 1;
}
