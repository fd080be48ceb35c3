import type { SharedTerm } from './rare-term.ts';
import type { Term, TermKind, TermPlace } from './terms/term.ts';
import type { Reason } from './thread.ts';

/** How much two items must share besides the anchor: in their titles and first sentences, and in all. */
export type NeededSupport = { headlines: number; all: number };

/** A reason, and the term that gives it: the anchor. `needed` is `undefined` where the anchor is evidence enough. */
export type ReasonMatch = {
  reason: Reason;
  anchor: SharedTerm;
  needed: NeededSupport | undefined;
};

type ReasonRule = {
  reason: Reason;
  kinds: ReadonlySet<TermKind>;
  /** Whether a term at these places in the two items can be the anchor. */
  isAnchor: (place: TermPlace, other: TermPlace) => boolean;
  /** Whether the two must share a day as well. */
  needsDay?: boolean;
  needed?: NeededSupport;
};

const anywhere = () => true;
const inTitles = (place: TermPlace, other: TermPlace) => place === 'title' && other === 'title';
const isLead = (place: TermPlace, other: TermPlace) => place !== 'text' && other !== 'text';
const isSubject = (place: TermPlace, other: TermPlace) =>
  isLead(place, other) && (place === 'title' || other === 'title');

/**
 * The reasons, the most telling first. A term that names no story by itself needs support: a company is in many
 * stories, and so is a day.
 */
const RULES: readonly ReasonRule[] = [
  { reason: 'case', kinds: new Set(['case']), isAnchor: anywhere },
  { reason: 'law', kinds: new Set(['law']), isAnchor: inTitles },
  { reason: 'event', kinds: new Set(['event']), isAnchor: isSubject },
  {
    reason: 'report',
    kinds: new Set(['report']),
    isAnchor: anywhere,
    needed: { headlines: 0, all: 0.3 },
  },
  {
    reason: 'occasion',
    kinds: new Set(['authority', 'organisation', 'name']),
    isAnchor: isSubject,
    needsDay: true,
    needed: { headlines: 0, all: 0.25 },
  },
  {
    reason: 'party',
    kinds: new Set(['name', 'organisation', 'work']),
    isAnchor: inTitles,
    needed: { headlines: 0.3, all: 0.5 },
  },
  {
    reason: 'occasion',
    kinds: new Set(['day']),
    isAnchor: isLead,
    needed: { headlines: 1, all: 1 },
  },
];

/** The reasons that shared terms give. The most telling come first, and of one reason the rarest anchor. */
export function reasonsIn(shared: readonly SharedTerm[]): ReasonMatch[] {
  const rarestFirst = shared.toSorted((a, b) => b.rare.rarity - a.rare.rarity);
  const hasDay = shared.some(
    ({ rare: { term }, earlierPlace }) => term.kind === 'day' && isLead(term.place, earlierPlace),
  );
  const matches: ReasonMatch[] = [];
  for (const { reason, kinds, isAnchor, needsDay = false, needed } of RULES) {
    if (needsDay && !hasDay) continue;
    for (const anchor of rarestFirst) {
      const { kind, place } = anchor.rare.term;
      if (kinds.has(kind) && isAnchor(place, anchor.earlierPlace))
        matches.push({ reason, anchor, needed });
    }
  }
  return matches;
}

/** Whether a term at a place can be an anchor at all. It must agree with what `reasonsIn` accepts. */
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
    // An office is an anchor only together with a day, and then the day links the items.
    case 'authority':
    case 'document':
      return false;
  }
}
