import { type Pairs, pairsOfLetters } from '#lib/site/pair-index.ts';

/** Among fewer entries what they have in common may be their story. */
const LEAST_ENTRIES = 4;

/**
 * The pairs of letters of each entry of a feed, without those that most entries have: a greeting, a notice of rights or
 * the name of a column says nothing of a story, and by them all entries would be one.
 */
export function ownPairs(texts: readonly string[]): Pairs[] {
  const all = texts.map(pairsOfLetters);
  if (all.length < LEAST_ENTRIES) return all;
  const counts = new Map<number, number>();
  for (const pairs of all) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return all.map((pairs) => pairs.filter((pair) => (counts.get(pair) ?? 0) <= all.length / 2));
}
