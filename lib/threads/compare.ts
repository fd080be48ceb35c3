import { fold } from '#lib/site/fold.ts';
import { type PairIndex, pairsOf } from '#lib/site/pair-index.ts';
import { type Claims, contradict, readClaims } from './contradictions.ts';
import type { SharedTerm } from './rare-term.ts';
import { rarityOf } from './rarity.ts';
import { reasonsIn, type Support } from './reasons.ts';
import { sharedRuns } from './shared-runs.ts';
import { weightOf } from './terms/read-terms.ts';
import type { Evidence } from './thread.ts';

/** An item as it is compared. Its title is compared with forty others: what is read of it is read once. */
export class ComparedItem {
  #foldedTitle: string | undefined;
  #claims: Claims | undefined;

  constructor(
    readonly title: string,
    readonly text: string,
  ) {}

  get foldedTitle(): string {
    this.#foldedTitle ??= fold(this.title);
    return this.#foldedTitle;
  }

  get claims(): Claims {
    this.#claims ??= readClaims(this.title);
    return this.#claims;
  }
}

/** How strong a link is by what names one story. Nothing that has to be supported is so strong. */
const NAMED = 10;

/** Compares an item with earlier ones. */
export class Comparison {
  #foldedText: string | undefined;

  constructor(
    readonly later: ComparedItem,
    readonly pairs: PairIndex,
  ) {}

  /** Whether the two tell one story: the weightiest reason, or `undefined`. */
  compare(earlier: ComparedItem, shared: readonly SharedTerm[]): Evidence | undefined {
    const found = reasonsIn(shared);
    for (const { reason, anchor, least } of found) {
      const { term, rarity } = anchor.of;
      if (least === undefined) return { reason, term: term.label, strength: NAMED + rarity };
      if (contradict(this.later.claims, earlier.claims)) return undefined;
      const strength = this.#supportFor(anchor, least, earlier, shared);
      if (strength >= least.all) return { reason, term: term.label, strength };
    }
    return undefined;
  }

  /** How much the names they share, and the words of their titles, speak for two items; 0 where headlines do not. */
  #supportFor(
    anchor: SharedTerm,
    least: Support,
    earlier: ComparedItem,
    shared: readonly SharedTerm[],
  ): number {
    const { later, pairs } = this;
    let headlines = 0;
    let bodies = 0;
    for (const { of, earlier: place } of shared) {
      const { term, rarity } = of;
      if (term.kind === 'day' || of.overlaps(anchor.of)) continue;
      const weight = rarity * weightOf(term.place) * weightOf(place);
      if (term.place === 'text' || place === 'text') bodies += weight;
      else headlines += weight;
    }
    const named = shared.flatMap(({ of }) => of.spellings);
    const title = without(later.foldedTitle, named);
    const earlierTitle = without(earlier.foldedTitle, named);
    for (const run of sharedRuns(title, earlierTitle, 2)) headlines += weighRun(run, pairs) * 0.5;
    if (headlines < least.headlines) return 0;
    this.#foldedText ??= fold(later.text);
    for (const [one, text] of [
      [title, fold(earlier.text)],
      [earlierTitle, this.#foldedText],
    ] as const)
      for (const run of sharedRuns(one, without(text, named), 4))
        bodies += weighRun(run, pairs) * 0.25;
    return headlines + bodies;
  }
}

function without(folded: string, named: readonly string[]): string {
  return named.reduce((rest, name) => rest.replaceAll(name, ' '), folded);
}

/** The rarer its rarest pair and the longer it is, the more a run of characters says; figures say nothing. */
function weighRun(run: string, pairs: PairIndex): number {
  const words = run.replace(/^[\d年月日]+|(?<![\d年月日])[\d年月日]+$/g, '');
  const rarity = rarestPair(words, pairs);
  if (words.length < 3 && rarity < 0.6) return 0;
  return rarity * (1 + 0.15 * (words.length - 2));
}

/** How rare the rarest pair of characters in a text is, 0 to 1. */
function rarestPair(text: string, pairs: PairIndex): number {
  let least = Number.POSITIVE_INFINITY;
  for (const pair of pairsOf(text)) least = Math.min(least, pairs.frequency(pair));
  return rarityOf(least, pairs.size);
}
