import type { Address } from '#lib/views/addresses.ts';
import type { Sizes } from './page-cache.ts';

type Row = { path: string; pages: number } & Sizes;
type Sized = { address: Address; sizes: Sizes };

/** A table of the kinds of pages: how many pages there are of each, and the largest one with its sizes in bytes. */
export function sizeTable(pages: Iterable<Sized>): string {
  const largestOf = new Map<Address['kind'], Row>();
  for (const { address, sizes } of pages) {
    const { kind, path } = address;
    const largest = largestOf.get(kind);
    const count = (largest?.pages ?? 0) + 1;
    if (largest === undefined || sizes.bytes > largest.bytes)
      largestOf.set(kind, { path, ...sizes, pages: count });
    else largest.pages = count;
  }
  const rows = [...largestOf].map(([kind, { path, bytes, brotli, pages: count }]) =>
    [
      kind.padEnd(12),
      String(count).padStart(5),
      `${String(bytes).padStart(7)} bytes`,
      `${String(brotli).padStart(6)} in brotli`,
      decodeURI(path),
    ].join('  '),
  );
  return ['type         pages  the largest of them', ...rows].join('\n');
}
