import { join } from 'node:path';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { SearchItem } from '#lib/search/find.ts';
import { addDays } from '#lib/site/dates.ts';

/** A generator of numbers from 0 to 1 that gives the same ones every time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * As many items as wanted, sixteen to a weekly issue, newest first: sentences of the shipped issues put
 * together anew, always in the same way. Put together of clauses, no item tells another's story again.
 */
export async function generateItems(
  count: number,
  by: 'sentence' | 'clause' = 'sentence',
): Promise<SearchItem[]> {
  const content = join(import.meta.dirname, '../../content');
  const { archive } = await new ArchiveReader(content).read();
  const shipped =
    archive?.issues.flatMap((issue) => issue.sections.flatMap(({ items }) => items)) ?? [];
  const sentences = shipped.flatMap(({ text }) =>
    text.split(by === 'sentence' ? /(?<=。)/ : /(?<=[，。；])/),
  );
  // A sentence is some three clauses long.
  const least = by === 'sentence' ? 3 : 9;
  const random = seededRandom(20250331);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error('there is nothing to pick from');
    return picked;
  };
  return Array.from({ length: count }, (_, index) => ({
    date: addDays('2025-09-15', -7 * Math.floor(index / 16)),
    id: `g${index}`,
    title: `${pick(shipped).title}之${index}`,
    text: Array.from({ length: least + Math.floor((random() * 5 * least) / 3) }, () =>
      pick(sentences),
    ).join(''),
    section: pick(['focus', 'industry', 'briefs', 'overseas']),
    sources: [{ name: pick(shipped).attributions[0]?.source.name ?? '' }],
    topics: pick(shipped).topics,
  }));
}

/** Items by the year of their issues, in the order in which they come. */
export function byYear(items: readonly SearchItem[]): Map<string, SearchItem[]> {
  const years = new Map<string, SearchItem[]>();
  for (const item of items) {
    const year = item.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  return years;
}
