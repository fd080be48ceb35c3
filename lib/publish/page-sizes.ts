import type { Address } from '#lib/views/addresses.ts';
import type { Sizes } from './page-cache.ts';

type Row = { path: string; pages: number } & Sizes;

/** The largest page of each kind. */
export class PageSizes {
  readonly #largest = new Map<Address['kind'], Row>();

  /** Kinds are told in the order in which the addresses name them. */
  constructor(addresses: readonly Address[]) {
    for (const { kind, path } of addresses) {
      this.#largest.set(kind, { path, bytes: 0, brotli: 0, pages: 0 });
    }
  }

  add({ kind, path }: Address, { bytes, brotli }: Sizes): void {
    const largest = this.#largest.get(kind);
    const pages = (largest?.pages ?? 0) + 1;
    // Of two as large the first by name is told, in whatever order they are printed.
    const isLarger =
      largest === undefined ||
      bytes > largest.bytes ||
      (bytes === largest.bytes && path < largest.path);
    if (isLarger) this.#largest.set(kind, { path, bytes, brotli, pages });
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
