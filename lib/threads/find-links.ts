import type { Issue } from '#lib/content/issue.ts';
import type { Entry } from '#lib/content/queries.ts';
import { compareItems, type Evidence, type Shared } from './compare.ts';
import { GramIndex } from './gram-index.ts';
import { TermIndex } from './term-index.ts';
import { readTerms } from './terms/read-terms.ts';
import { leadEnd, type Term } from './terms/term.ts';

/** Two entries of one story, by their positions, and why. */
export type Link = Evidence & { later: number; earlier: number };

/** The items of an archive, the oldest first, and what links each issue's to those before them. */
export type Links = {
  entries: readonly Entry[];
  /** How many items each issue has, and what links them. */
  byIssue: readonly { size: number; links: readonly Link[] }[];
};

/** An item is compared in full with so many others at most, the nearest in what they share. */
const MOST_COMPARED = 40;

/**
 * Which items tell of what earlier ones told. Each issue is read with those before it alone: what comes later
 * changes no link. The time it takes grows with the number of items, for a term that many have says nothing.
 * @param issues the newest first
 */
export function findLinks(issues: readonly Issue[]): Links {
  const entries: Entry[] = [];
  const terms: Map<string, Term>[] = [];
  const index = new TermIndex();
  const grams = new GramIndex();
  const byIssue = [...issues].reverse().map((issue) => {
    const start = entries.length;
    for (const { section, items } of issue.sections) {
      for (const item of items) {
        const own = new Map(readTerms(item, issue.date).map((term) => [term.key, term]));
        entries.push({ issue, section, item });
        terms.push(own);
        index.add(own.keys());
        grams.add(`${item.title} ${item.text.slice(0, leadEnd(item.text))}`.toLowerCase());
      }
    }
    const own = entries.slice(start);
    return { size: own.length, links: own.flatMap((_, offset) => linksOf(start + offset)) };
  });
  return { entries, byIssue };

  function linksOf(later: number): Link[] {
    const candidates = new Map<number, Shared[]>();
    for (const [key, term] of terms[later] ?? []) {
      const rarity = index.rarity(key);
      if (rarity === 0) continue;
      for (const earlier of index.having(key)) {
        const place = terms[earlier]?.get(key)?.place;
        if (earlier >= later || place === undefined) continue;
        const shared = candidates.get(earlier) ?? [];
        candidates.set(earlier, shared);
        shared.push({ term, earlier: place, rarity });
      }
    }
    return [...candidates]
      .sort(([a], [b]) => b - a)
      .slice(0, MOST_COMPARED)
      .flatMap(([earlier, shared]) => {
        const [one, other] = [entries[later], entries[earlier]];
        if (one === undefined || other === undefined) return [];
        const evidence = compareItems(one.item, other.item, shared, grams);
        return evidence === undefined ? [] : [{ ...evidence, later, earlier }];
      });
  }
}
