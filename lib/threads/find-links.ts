import type { Issue, Item } from '#lib/content/issue.ts';
import { type Entry, entriesOf } from '#lib/content/queries.ts';
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
 * changes no link, so that what was found for the issues up to one that has changed is not looked for again.
 * The time it takes grows with the number of items, for a term that many have says nothing.
 * @param issues the newest first
 */
export function findLinks(issues: readonly Issue[]): Links {
  const [first] = issues.slice(-1);
  if (first === undefined) return { entries: [], byIssue: [] };
  const finder = finders.get(first) ?? new LinkFinder();
  finders.set(first, finder);
  return finder.find(issues.toReversed());
}

/** By the oldest issue: an archive that is read again has the same, and little else of it changes. */
const finders = new WeakMap<Issue, LinkFinder>();

/** Finds links again and again: what has been read of issues in order of time stays for the next time. */
export class LinkFinder {
  readonly #issues: { issue: Issue; size: number; links: readonly Link[] }[] = [];
  readonly #entries: Entry[] = [];
  readonly #index = new TermIndex();
  readonly #grams = new GramIndex();

  /** @param issues the oldest first */
  find(issues: readonly Issue[]): Links {
    const changed = this.#issues.findIndex(({ issue }, at) => issue !== issues[at]);
    if (changed !== -1) this.#forgetFrom(changed);
    for (const issue of issues.slice(this.#issues.length)) this.#read(issue);
    return {
      entries: [...this.#entries],
      byIssue: this.#issues.map(({ size, links }) => ({ size, links })),
    };
  }

  #read(issue: Issue): void {
    const start = this.#entries.length;
    const terms: Term[][] = [];
    for (const entry of entriesOf(issue)) {
      const own = readTerms(entry.item, issue.date);
      terms.push(own);
      this.#entries.push(entry);
      this.#index.add(own);
      this.#grams.add(firstWords(entry.item));
    }
    const links = terms.flatMap((own, offset) => this.#linksOf(start + offset, own));
    this.#issues.push({ issue, size: terms.length, links });
  }

  #forgetFrom(at: number): void {
    for (const { size } of this.#issues.splice(at)) {
      for (const { item } of this.#entries.splice(-size, size).reverse()) {
        this.#index.removeLast();
        this.#grams.removeLast(firstWords(item));
      }
    }
  }

  #linksOf(later: number, terms: readonly Term[]): Link[] {
    const index = this.#index;
    const rare: { term: Term; rarity: number }[] = [];
    const candidates = new Set<number>();
    for (const term of terms) {
      const rarity = index.rarity(term.key);
      if (rarity === 0) continue;
      rare.push({ term, rarity });
      if (!canLink(term)) continue;
      for (const earlier of index.linkedBy(term.key)) if (earlier < later) candidates.add(earlier);
    }
    const nearest = [...candidates].sort((a, b) => b - a).slice(0, MOST_COMPARED);
    const links: Link[] = [];
    for (const earlier of nearest) {
      const [one, other] = [this.#entries[later]?.item, this.#entries[earlier]?.item];
      if (one === undefined || other === undefined || links.length === MOST_LINKS) break;
      const shared = rare.flatMap(({ term, rarity }): Shared[] => {
        const place = index.placeIn(earlier, term.key);
        return place === undefined ? [] : [{ term, earlier: place, rarity }];
      });
      const evidence = compareItems(one, other, shared, this.#grams);
      if (evidence !== undefined) links.push({ ...evidence, later, earlier });
    }
    return links;
  }
}

/** What an item says first: title and first sentence. */
function firstWords({ title, text }: Item): string {
  return `${title} ${text.slice(0, leadEnd(text))}`.toLowerCase();
}
