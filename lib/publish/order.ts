import { type Address, isFile, isPage } from '#lib/views/addresses.ts';
import { isListed } from '#lib/views/pages.ts';
import { BEST_QUALITY, GOOD_QUALITY, HIGH_QUALITY } from './compress.ts';

/** How many pages of a kind get the best compression: the newest issues, and the first pages of each other kind. */
const BEST_ISSUES = 12;
const BEST_PAGES = 4;

/**
 * Chooses brotli's quality for each address. The best compression takes long, so only the pages that are read most get
 * it. `of` counts the addresses of each kind, so it has to be called once for each, in their order.
 */
class Qualities {
  readonly #counts = new Map<Address['kind'], number>();

  of(address: Address): number {
    const before = this.#counts.get(address.kind) ?? 0;
    this.#counts.set(address.kind, before + 1);
    if (isFile(address)) return GOOD_QUALITY;
    if (address.kind === 'issue') return before < BEST_ISSUES ? BEST_QUALITY : GOOD_QUALITY;
    if (before >= BEST_PAGES) return GOOD_QUALITY;
    // The first scripts are those that every page loads; and they change only when the code does.
    if (!isPage(address)) return BEST_QUALITY;
    return isListed(address) ? HIGH_QUALITY : GOOD_QUALITY;
  }
}

/**
 * Every address in the order in which it is printed, and brotli's quality for it. Files come first, so that the worker
 * threads are busy with them while the main thread renders pages. Files are sorted by path, the newest issue first:
 * an editor most often edits that issue, so most of the files that have to be made are its editions.
 */
export function inOrder(addresses: readonly Address[]): { address: Address; quality: number }[] {
  const qualities = new Qualities();
  const all = addresses.map((address) => ({ address, quality: qualities.of(address) }));
  const files = all.filter(({ address }) => isFile(address));
  const byPath = files.toSorted((a, b) => (a.address.path < b.address.path ? 1 : -1));
  return [...byPath, ...all.filter(({ address }) => !isFile(address))];
}
