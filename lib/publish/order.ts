import { type Address, isFile, isPage } from '#lib/views/addresses.ts';
import { isListed } from '#lib/views/pages.ts';
import { BEST_QUALITY, GOOD_QUALITY, HIGH_QUALITY } from './compress.ts';

/**
 * How many of a kind are compressed as well as can be: the newest issues, and of each kind of list the pages that
 * come first.
 */
const BEST_ISSUES = 12;
const BEST_PAGES = 4;

/**
 * How well each address is compressed, in brotli's quality; they have to be asked for in their order. What is read
 * most is worth the time of the best, the long tail is not.
 */
class Qualities {
  readonly #counts = new Map<Address['kind'], number>();

  of(address: Address): number {
    const before = this.#counts.get(address.kind) ?? 0;
    this.#counts.set(address.kind, before + 1);
    if (isFile(address)) return GOOD_QUALITY;
    if (address.kind === 'issue') return before < BEST_ISSUES ? BEST_QUALITY : GOOD_QUALITY;
    if (before >= BEST_PAGES) return GOOD_QUALITY;
    // The first scripts are those that every page loads, and no edit changes them.
    if (!isPage(address)) return BEST_QUALITY;
    return isListed(address) ? HIGH_QUALITY : GOOD_QUALITY;
  }
}

/**
 * Every address in the order in which it is printed, and how well it is compressed. Files come first: threads are
 * busy with them while pages are rendered. The forms of an issue come together, and those of the newest issue before
 * others: after an edit there is most to do for them.
 */
export function inOrder(addresses: readonly Address[]): { address: Address; quality: number }[] {
  const qualities = new Qualities();
  const all = addresses.map((address) => ({ address, quality: qualities.of(address) }));
  const files = all.filter(({ address }) => isFile(address));
  const byPath = files.toSorted((a, b) => (a.address.path < b.address.path ? 1 : -1));
  return [...byPath, ...all.filter(({ address }) => !isFile(address))];
}
