/** So many of a kind are enough: all are made by one view and one component. */
const ENOUGH = 8;

/**
 * The addresses of each kind or, where there are many, some of them from the first to the last: the pages of hundreds
 * of items and publishers are made alike. `ALL_PAGES=yes` takes all of them.
 */
export function someOfEachKind<Address extends { kind: string }>(
  addresses: readonly Address[],
): Address[] {
  if (process.env.ALL_PAGES === 'yes') return [...addresses];
  const byKind = new Map<string, Address[]>();
  for (const address of addresses)
    byKind.set(address.kind, [...(byKind.get(address.kind) ?? []), address]);
  return [...byKind.values()].flatMap((own) => {
    const step = Math.max((own.length - 1) / (ENOUGH - 1), 1);
    const taken = new Set(own.map((_, at) => Math.round(at * step)));
    return own.filter((_, at) => taken.has(at));
  });
}
