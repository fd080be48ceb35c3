import type { SharedTerm } from './rare-term.ts';
import type { Term, TermKind, TermPlace } from './terms/term.ts';
import type { Reason } from './thread.ts';

/** How much two items share besides what they are compared for: where each says what it is about, and in all. */
export type Support = { headlines: number; all: number };

/** A reason, the term that gives it, and how much must speak for it besides; nothing where the term suffices. */
export type ReasonMatch = { reason: Reason; anchor: SharedTerm; least: Support | undefined };

type ReasonRule = {
  reason: Reason;
  kinds: ReadonlySet<TermKind>;
  /** Whether the places of the term in the two items are weighty enough. */
  isAnchor: (place: TermPlace, other: TermPlace) => boolean;
  /** Whether the two must share a day as well. */
  needsDay?: boolean;
  least?: Support;
};

const anywhere = () => true;
const inTitles = (place: TermPlace, other: TermPlace) => place === 'title' && other === 'title';
const isLead = (place: TermPlace, other: TermPlace) => place !== 'text' && other !== 'text';
const isSubject = (place: TermPlace, other: TermPlace) =>
  isLead(place, other) && (place === 'title' || other === 'title');

/**
 * The reasons, the most telling first. What names no story by itself needs support: a company has many, and so
 * has a day.
 */
const RULES: readonly ReasonRule[] = [
  { reason: 'case', kinds: new Set(['case']), isAnchor: anywhere },
  { reason: 'law', kinds: new Set(['law']), isAnchor: inTitles },
  { reason: 'event', kinds: new Set(['event']), isAnchor: isSubject },
  {
    reason: 'report',
    kinds: new Set(['report']),
    isAnchor: anywhere,
    least: { headlines: 0, all: 0.3 },
  },
  {
    reason: 'occasion',
    kinds: new Set(['authority', 'organisation', 'name']),
    isAnchor: isSubject,
    needsDay: true,
    least: { headlines: 0, all: 0.25 },
  },
  {
    reason: 'party',
    kinds: new Set(['name', 'organisation', 'work']),
    isAnchor: inTitles,
    least: { headlines: 0.3, all: 0.5 },
  },
  {
    reason: 'occasion',
    kinds: new Set(['day']),
    isAnchor: isLead,
    least: { headlines: 1, all: 1 },
  },
];

/** The reasons that shared terms give by their kinds and places, the most telling first, and the rarest of each. */
export function reasonsIn(shared: readonly SharedTerm[]): ReasonMatch[] {
  const rarestFirst = shared.toSorted((a, b) => b.of.rarity - a.of.rarity);
  const hasDay = shared.some(
    ({ of: { term }, earlier }) => term.kind === 'day' && isLead(term.place, earlier),
  );
  const found: ReasonMatch[] = [];
  for (const { reason, kinds, isAnchor, needsDay = false, least } of RULES) {
    if (needsDay && !hasDay) continue;
    for (const anchor of rarestFirst) {
      const { kind, place } = anchor.of.term;
      if (kinds.has(kind) && isAnchor(place, anchor.earlier)) found.push({ reason, anchor, least });
    }
  }
  return found;
}

/** Whether an item can be linked to others by a term at its place: what `reasonsIn` would never take is no link. */
export function canLink({ kind, place }: Pick<Term, 'kind' | 'place'>): boolean {
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
