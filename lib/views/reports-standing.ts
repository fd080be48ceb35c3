import type { Archive } from '#lib/content/archive.ts';
import type { Years } from '#lib/content/queries.ts';
import type { ReportsStanding } from './timeline.ts';

/**
 * How many of a publisher's reports the ledger knows, and how many of them still stand.
 * @param slug of the publisher: an item may cite others too
 * @returns `undefined` where the ledger knows none of them
 */
export function reportsStanding(
  { standings }: Pick<Archive, 'standings'>,
  slug: string,
  years: Years,
): ReportsStanding | undefined {
  if (standings === undefined || standings.size === 0) return undefined;
  const urls = new Set<string>();
  for (const { item } of [...years.values()].flat())
    for (const { source, url } of item.attributions)
      if (source.slug === slug && url !== undefined) urls.add(url);
  const known = [...urls].flatMap((url) => standings.get(url) ?? []).filter(isTold);
  if (known.length === 0) return undefined;
  return { known: known.length, stand: known.filter(({ stands }) => stands).length };
}

/** Whether it is known that a report stands or is gone: one may only have a copy. */
function isTold({ stands, goneSince }: { stands: boolean; goneSince?: string }): boolean {
  return stands || goneSince !== undefined;
}
