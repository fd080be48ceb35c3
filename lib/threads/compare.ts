import { fold } from '#lib/site/fold.ts';
import { type PairIndex, pairAt } from '#lib/site/pair-index.ts';
import { type Claims, contradict, readClaims } from './contradictions.ts';
import type { SharedTerm } from './rare-term.ts';
import { rarityOf } from './rarity.ts';
import { type NeededSupport, reasonsIn } from './reasons.ts';
import { sharedRuns } from './shared-runs.ts';
import { weightOf } from './terms/read-terms.ts';
import type { Evidence } from './thread.ts';

/** An item as it is compared. It is compared with up to forty others, so what is read in it is memoised. */
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
    this.#claims ??= readClaims(this.title, this.text);
    return this.#claims;
  }
}

/** A link by a term that names one story by itself is at least so strong. No link that needs support is. */
const STRENGTH_WITHOUT_SUPPORT = 10;

/** Compares one item with earlier ones. */
export class Comparison {
  #foldedText: string | undefined;

  constructor(
    readonly later: ComparedItem,
    readonly pairs: PairIndex,
  ) {}

  /** Whether the two items report one story: the most telling evidence, or `undefined`. */
  compare(earlier: ComparedItem, shared: readonly SharedTerm[]): Evidence | undefined {
    for (const { reason, anchor, needed } of reasonsIn(shared)) {
      if (needed !== 'nothing' && contradict(this.later.claims, earlier.claims)) return undefined;
      const { term, rarity } = anchor.rare;
      if (typeof needed === 'string') {
        const strength = STRENGTH_WITHOUT_SUPPORT + rarity + namesInBothTitles(shared);
        return { reason, term: term.label, strength };
      }
      const strength = this.#supportFor(anchor, needed, earlier, shared);
      if (strength >= needed.all) return { reason, term: term.label, strength };
    }
    return undefined;
  }

  /**
   * How much two items share besides the anchor: other terms, and words of their titles. It is 0 where their headlines
   * share too little.
   */
  #supportFor(
    anchor: SharedTerm,
    needed: NeededSupport,
    earlier: ComparedItem,
    shared: readonly SharedTerm[],
  ): number {
    const { later, pairs } = this;
    let headlines = 0;
    let bodies = 0;
    for (const { rare, earlierPlace } of shared) {
      const { term, rarity } = rare;
      if (term.kind === 'day' || rare.overlaps(anchor.rare)) continue;
      const weight = rarity * weightOf(term.place) * weightOf(earlierPlace);
      if (term.place === 'text' || earlierPlace === 'text') bodies += weight;
      else headlines += weight;
    }
    // The shared terms have been counted: only the words between them are compared.
    const spellings = shared.flatMap(({ rare }) => rare.spellings);
    const title = withoutTerms(later.foldedTitle, spellings);
    const earlierTitle = withoutTerms(earlier.foldedTitle, spellings);
    for (const run of sharedRuns(title, earlierTitle, 2)) headlines += weighRun(run, pairs) * 0.5;
    if (headlines < needed.headlines) return 0;
    this.#foldedText ??= fold(later.text);
    for (const [words, text] of [
      [title, fold(earlier.text)],
      [earlierTitle, this.#foldedText],
    ] as const)
      for (const run of sharedRuns(words, withoutTerms(text, spellings), 4))
        bodies += weighRun(run, pairs) * 0.25;
    return headlines + bodies;
  }
}

/** How many names both titles have: of all the suits of writers, the one against the same company is the nearest. */
function namesInBothTitles(shared: readonly SharedTerm[]): number {
  return shared.filter(
    ({ rare: { term }, earlierPlace }) => term.place === 'title' && earlierPlace === 'title',
  ).length;
}

function withoutTerms(folded: string, spellings: readonly string[]): string {
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, ' '), folded);
}

/**
 * The weight of a run of characters that two items share. It grows with the length of the run and with the rarity of
 * its rarest pair. Dates and figures at its ends do not count.
 */
function weighRun(run: string, pairs: PairIndex): number {
  const words = run.replace(/^[\d年月日]+|(?<![\d年月日])[\d年月日]+$/g, '');
  const rarity = rarestPair(words, pairs);
  if (words.length < 3 && rarity < 0.6) return 0;
  return rarity * (1 + 0.15 * (words.length - 2));
}

/** How rare the rarest pair of characters in a text is, 0 to 1. */
function rarestPair(text: string, pairs: PairIndex): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length - 1; at += 1)
    least = Math.min(least, pairs.frequency(pairAt(text, at)));
  return rarityOf(least, pairs.size);
}
