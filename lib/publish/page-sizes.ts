import type { Address } from '#lib/views/addresses.ts';
import type { Sizes } from './page-cache.ts';

type Row = { path: string; pages: number } & Sizes;
type Sized = { address: Address; sizes: Sizes };

/** The largest page of each kind. */
export class PageSizes {
  readonly #largest = new Map<Address['kind'], Row>();

  constructor(pages: Iterable<Sized>) {
    for (const page of pages) this.#add(page);
  }

  #add({ address: { kind, path }, sizes }: Sized): void {
    const largest = this.#largest.get(kind);
    const pages = (largest?.pages ?? 0) + 1;
    const isLarger = largest === undefined || sizes.bytes > largest.bytes;
    if (isLarger) this.#largest.set(kind, { path, ...sizes, pages });
    else largest.pages = pages;
  }

  table(): string {
    const rows = [...this.#largest].map(([kind, { path, bytes, brotli, pages }]) =>
      [
        kind.padEnd(12),
        String(pages).padStart(5),
        `${String(bytes).padStart(7)} bytes`,
        `${String(brotli).padStart(6)} in brotli`,
        decodeURI(path),
      ].join('  '),
    );
    return ['type         pages  the largest of them', ...rows].join('\n');
  }
}
