import { fold } from '#lib/site/fold.ts';
import { contradict } from './contradictions.ts';
import type { GramIndex } from './gram-index.ts';
import { sharedRuns } from './shared-runs.ts';
import { weightOf } from './terms/read-terms.ts';
import type { Term, TermKind, TermPlace } from './terms/term.ts';
import type { Reason } from './thread.ts';

/** An item as it is compared. */
export type Compared = { title: string; text: string };

/** A term that two items share: as the later one has it, its place in the earlier one, how rare it is. */
export type Shared = { term: Term; earlier: TermPlace; rarity: number };

/** What makes two items one story, and how much besides speaks for it. */
export type Evidence = { reason: Reason; term: string; strength: number };

/** How much two items share besides what they are compared for: where each says what it is about, and in all. */
type Support = { headlines: number; all: number };

/** How much must speak besides for what names no story by itself: a company has many, and so has a day. */
const LEAST = {
  report: { headlines: 0, all: 0.3 },
  actor: { headlines: 0, all: 0.25 },
  day: { headlines: 1, all: 1 },
  party: { headlines: 0.3, all: 0.5 },
} satisfies Record<string, Support>;

/** Whether an item can be linked to others by a term at its place: what `reasonsIn` would never take is no link. */
export function canLink({ kind, place }: Term): boolean {
  switch (kind) {
    case 'case':
    case 'report':
      return true;
    case 'event':
    case 'day':
      return place !== 'text';
    case 'law':
    case 'name':
    case 'work':
    case 'organisation':
      return place === 'title';
    // An office is told by the day on which it did something.
    case 'authority':
    case 'document':
      return false;
  }
}

/** Whether two items tell one story: the weightiest reason, or `undefined`. */
export function compareItems(
  later: Compared,
  earlier: Compared,
  shared: readonly Shared[],
  grams: GramIndex,
): Evidence | undefined {
  const found = reasonsIn(shared);
  if (found.length === 0) return undefined;
  for (const { reason, anchor, least } of found) {
    const { label } = anchor.term;
    if (least === undefined) return { reason, term: label, strength: NAMED + anchor.rarity };
    if (contradict(later.title, earlier.title)) return undefined;
    const strength = supportOf(later, earlier, shared, anchor, grams, least);
    if (strength >= least.all) return { reason, term: label, strength };
  }
  return undefined;
}

/** How strong a link is by what names one story. Nothing that has to be supported is so strong. */
const NAMED = 10;

type Found = { reason: Reason; anchor: Shared; least: Support | undefined };

/** The reasons that terms give by their kinds and places, the most telling first. */
function reasonsIn(shared: readonly Shared[]): Found[] {
  const rare = shared.filter(({ rarity }) => rarity > 0).sort((a, b) => b.rarity - a.rarity);
  const anchors = (kinds: TermKind[], test: (places: TermPlace[]) => boolean) =>
    rare.filter(({ term, earlier }) => kinds.includes(term.kind) && test([term.place, earlier]));
  const inTitles = (places: TermPlace[]) => places.every((place) => place === 'title');
  const isTold = (places: TermPlace[]) => !places.includes('text');
  const isSubject = (places: TermPlace[]) => places.includes('title') && isTold(places);
  const days = anchors(['day'], isTold);
  const actors = days.length === 0 ? [] : anchors(['authority', 'organisation', 'name'], isSubject);
  const reasons: [Reason, Shared[], Support?][] = [
    ['case', anchors(['case'], () => true)],
    ['law', anchors(['law'], inTitles)],
    ['event', anchors(['event'], isSubject)],
    ['report', anchors(['report'], () => true), LEAST.report],
    ['occasion', actors, LEAST.actor],
    ['party', anchors(['name', 'organisation', 'work'], inTitles), LEAST.party],
    ['occasion', days, LEAST.day],
  ];
  return reasons.flatMap(([reason, of, least]) => of.map((anchor) => ({ reason, anchor, least })));
}

/** How much the names they share, and the words of their titles, speak for two items; 0 where headlines do not. */
function supportOf(
  later: Compared,
  earlier: Compared,
  shared: readonly Shared[],
  anchor: Shared,
  grams: GramIndex,
  least: Support,
): number {
  let headlines = 0;
  let bodies = 0;
  for (const { term, earlier: place, rarity } of shared) {
    if (term.kind === 'day' || overlap(term, anchor.term)) continue;
    const weight = rarity * weightOf(term.place) * weightOf(place);
    if (term.place === 'text' || place === 'text') bodies += weight;
    else headlines += weight;
  }
  const labels = shared.flatMap(({ term: { label, written } }) => [
    fold(label),
    ...(written === undefined ? [] : [fold(written)]),
  ]);
  const [title, earlierTitle] = [without(later.title, labels), without(earlier.title, labels)];
  for (const run of sharedRuns(title, earlierTitle, 2)) headlines += weighRun(run, grams) * 0.5;
  if (headlines < least.headlines) return 0;
  for (const [one, text] of [
    [title, earlier.text],
    [earlierTitle, later.text],
  ] as const)
    for (const run of sharedRuns(one, without(text, labels), 4))
      bodies += weighRun(run, grams) * 0.25;
  return headlines + bodies;
}

/** Whether one term is written within the other: “POP MART” and MART say it once. */
function overlap(one: Term, other: Term): boolean {
  const [a, b] = [fold(one.label), fold(other.label)];
  return a.includes(b) || b.includes(a);
}

function without(text: string, labels: readonly string[]): string {
  return labels.reduce((rest, label) => rest.replaceAll(label, ' '), fold(text));
}

/** The rarer its rarest pair and the longer it is, the more a run of characters says; figures say nothing. */
function weighRun(run: string, grams: GramIndex): number {
  const words = run.replace(/^[\d年月日]+|[\d年月日]+$/g, '');
  const rarity = grams.rarity(words);
  if (words.length < 3 && rarity < 0.6) return 0;
  return rarity * (1 + 0.15 * (words.length - 2));
}
