import type { SumReference } from '#lib/references/reference.ts';
import type { CaseStory } from './cases.ts';

/** A sum that a court awarded or the parties agreed on, in the words of the item that tells of it. */
export type Award = { story: CaseStory; sum: SumReference; words: string };

/** The awards of one currency, the largest first: sums of different currencies are not compared. */
export type Awards = { currency: string; awards: Award[] };

/** The sums that the stories of cases say were awarded or agreed on, by currency; that with the most first. */
export function awardsIn(stories: readonly CaseStory[]): Awards[] {
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
