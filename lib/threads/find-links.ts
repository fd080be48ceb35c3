import type { Issue } from '#lib/content/issue.ts';
import type { Entry } from '#lib/content/queries.ts';
import { canLink, compareItems, type Evidence, type Shared } from './compare.ts';
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

/** An item is compared in full with so many others at most, the newest that it shares something with. */
const MOST_COMPARED = 40;
/** More links than these would join an item to what it is joined to already. */
const MOST_LINKS = 6;

/**
 * Which items tell of what earlier ones told. Each issue is read with those before it alone: what comes later
 * changes no link. The time it takes grows with the number of items, for a term that many have says nothing.
 * @param issues the newest first
 */
export function findLinks(issues: readonly Issue[]): Links {
  const entries: Entry[] = [];
  const terms: Map<string, Term>[] = [];
  const index = new TermIndex();
  // Who can be linked by a term, apart from those who have it somewhere.
  const linkable = new TermIndex();
  const grams = new GramIndex();
  const byIssue = [...issues].reverse().map((issue) => {
    const start = entries.length;
    for (const { section, items } of issue.sections) {
      for (const item of items) {
        const own = new Map(readTerms(item, issue.date).map((term) => [term.key, term]));
        entries.push({ issue, section, item });
        terms.push(own);
        index.add(own.keys());
        linkable.add(keysThatLink(own));
        grams.add(`${item.title} ${item.text.slice(0, leadEnd(item.text))}`.toLowerCase());
      }
    }
    const own = entries.slice(start);
    return { size: own.length, links: own.flatMap((_, offset) => linksOf(start + offset)) };
  });
  return { entries, byIssue };

  function linksOf(later: number): Link[] {
    const own = terms[later] ?? new Map<string, Term>();
    const rarities = new Map<string, number>();
    const candidates = new Set<number>();
    for (const [key, term] of own) {
      const rarity = index.rarity(key);
      if (rarity === 0) continue;
      rarities.set(key, rarity);
      if (!canLink(term)) continue;
      for (const earlier of linkable.having(key)) if (earlier < later) candidates.add(earlier);
    }
    const nearest = [...candidates].sort((a, b) => b - a).slice(0, MOST_COMPARED);
    const links: Link[] = [];
    for (const earlier of nearest) {
      const [one, other] = [entries[later]?.item, entries[earlier]?.item];
      if (one === undefined || other === undefined || links.length === MOST_LINKS) break;
      const shared = sharedOf(own, terms[earlier] ?? own, rarities);
      const evidence = compareItems(one, other, shared, grams);
      if (evidence !== undefined) links.push({ ...evidence, later, earlier });
    }
    return links;
  }
}

function* keysThatLink(terms: ReadonlyMap<string, Term>): Iterable<string> {
  for (const [key, term] of terms) if (canLink(term)) yield key;
}

function sharedOf(
  own: ReadonlyMap<string, Term>,
  others: ReadonlyMap<string, Term>,
  rarities: ReadonlyMap<string, number>,
): Shared[] {
  return [...rarities].flatMap(([key, rarity]) => {
    const [term, other] = [own.get(key), others.get(key)];
    return term === undefined || other === undefined
      ? []
      : [{ term, earlier: other.place, rarity }];
  });
}
