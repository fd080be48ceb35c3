import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { entriesOf } from '#lib/content/queries.ts';
import { PairIndex, pairsOf } from '#lib/site/pair-index.ts';
import { ComparedItem, Comparison } from './compare.ts';
import { RareTerm } from './rare-term.ts';
import { canLink, namesOneStory } from './reasons.ts';
import { TermIndex } from './term-index.ts';
import { unpackTerms } from './terms/packed-terms.ts';
import { leadEnd } from './terms/term.ts';
import type { Link } from './thread.ts';

/** An item is compared in full with so many earlier items at most: the newest of those that share a linking term. */
const MOST_COMPARED = 40;
/** An item has so many links at most. More would only lead to items that it is joined to already. */
const MOST_LINKS = 6;

/** An item that is in the index: its position in the archive, its packed terms and their numbers. */
type ReadItem = { position: number; packed: string; numbers: readonly number[] };

/** Finds the links between items. It reads the issues in order of time. */
export class LinkFinder {
  readonly #compared: ComparedItem[] = [];
  readonly #index = new TermIndex();
  /** The pairs of characters in the headline of each item. */
  readonly #pairs = new PairIndex();
  /** How many issues were read so far. */
  #issues = 0;

  constructor(readonly factsOf: Archive['factsOf']) {}

  /**
   * Finds the links of the items in the newest `count` issues.
   * @param issues the oldest first; a later call passes the same issues again and may add newer ones
   * @returns one list of links for each of the `count` issues
   */
  find(issues: readonly Issue[], count: number): Link[][] {
    const firstWanted = issues.length - count;
    const linksByIssue: Link[][] = [];
    for (; this.#issues < issues.length; this.#issues += 1) {
      const issue = issues[this.#issues];
      const items = issue === undefined ? [] : this.#read(issue);
      if (this.#issues >= firstWanted)
        linksByIssue.push(items.flatMap((item) => this.#linksOf(item)));
    }
    return linksByIssue;
  }

  #read(issue: Issue): ReadItem[] {
    return entriesOf(issue).map(({ item }) => {
      const position = this.#compared.length;
      const packed = this.factsOf(item, issue.date).terms;
      this.#compared.push(new ComparedItem(item.title, item.text));
      this.#pairs.add(pairsOf(headlineOf(item)));
      return { position, packed, numbers: this.#index.add(packed) };
    });
  }

  #linksOf({ position, packed, numbers }: ReadItem): Link[] {
    const later = this.#compared[position];
    if (later === undefined) return [];
    const rare = new Map<number, RareTerm>();
    const linking: number[] = [];
    for (const [at, term] of unpackTerms(packed).entries()) {
      const number = numbers[at] ?? -1;
      const rarity = this.#index.rarity(number, namesOneStory(term.kind));
      if (rarity === 0) continue;
      rare.set(number, new RareTerm(term, rarity));
      if (canLink(term)) linking.push(number);
    }
    const comparison = new Comparison(later, this.#pairs);
    const links: Link[] = [];
    for (const candidate of this.#index.itemsLinkedBy(linking, position, MOST_COMPARED)) {
      const earlier = this.#compared[candidate];
      if (earlier === undefined || links.length === MOST_LINKS) break;
      const evidence = comparison.compare(earlier, this.#index.sharedWith(candidate, rare));
      if (evidence !== undefined) links.push({ ...evidence, later: position, earlier: candidate });
    }
    return links;
  }
}

/** An item's title and first sentence. */
function headlineOf({ title, text }: Item): string {
  return `${title} ${text.slice(0, leadEnd(text))}`.toLowerCase();
}
