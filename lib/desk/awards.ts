import type { SumReference } from '#lib/references/reference.ts';
import type { CaseStory } from './cases.ts';

/** A sum that a court awarded or the parties agreed on. `words` is the sum as the item writes it. */
export type Award = { story: CaseStory; sum: SumReference; words: string };

/** The awards in one currency, the largest first. Sums in different currencies are not compared. */
export type CurrencyAwards = { currency: string; awards: Award[] };

/** The awards in stories of cases, by currency. The currency with the most awards comes first. */
export function awardsIn(stories: readonly CaseStory[]): CurrencyAwards[] {
  const byCurrency = new Map<string, Award[]>();
  for (const story of stories)
    for (const { words, ...sum } of story.sums) {
      if (sum.role !== 'award' && sum.role !== 'settlement') continue;
      const known = byCurrency.get(sum.currency) ?? [];
      byCurrency.set(sum.currency, [...known, { story, sum, words }]);
    }
  return Array.from(byCurrency, ([currency, awards]) => ({
    currency,
    awards: awards.sort((a, b) => b.sum.amount - a.sum.amount),
  })).sort((a, b) => b.awards.length - a.awards.length);
}
