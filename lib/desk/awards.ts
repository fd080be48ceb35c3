import { yearOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { Case } from './lists/cases.ts';

/**
 * A sum that a court awarded or the parties agreed on, with the name and the page of its case. `words` is the sum as
 * the item writes it.
 */
export type Award = { name: string; path: string; amount: number; words: string };

/** The awards in one currency, the largest first. Sums in different currencies are not compared. */
export type CurrencyAwards = { currency: string; awards: Award[] };

/**
 * The largest award of each case that the issues of a year report, by currency. The currency with the most awards comes
 * first.
 */
export function awardsIn(cases: readonly Case[], year: string): CurrencyAwards[] {
  const byCurrency = new Map<string, Award[]>();
  for (const { id, name, sums } of cases) {
    const largest = new Map<string, Award>();
    for (const { role, currency, amount, words, entry } of sums) {
      if ((role !== 'award' && role !== 'settlement') || yearOf(entry.issue.date) !== year)
        continue;
      if (amount > (largest.get(currency)?.amount ?? 0))
        largest.set(currency, { name, path: paths.case(id), amount, words });
    }
    for (const [currency, award] of largest) {
      const awards = byCurrency.get(currency);
      if (awards === undefined) byCurrency.set(currency, [award]);
      else awards.push(award);
    }
  }
  return Array.from(byCurrency, ([currency, awards]) => ({
    currency,
    awards: awards.sort((a, b) => b.amount - a.amount),
  })).sort((a, b) => b.awards.length - a.awards.length);
}
