import type { SharedTerm } from './rare-term.ts';
import type { Term, TermKind, TermPlace } from './terms/term.ts';
import type { Reason } from './thread.ts';

/** How much two items must share besides the anchor: in their titles and first sentences, and in all. */
export type NeededSupport = { headlines: number; all: number };

/**
 * What a reason needs besides its anchor: nothing where the anchor is evidence enough, that the two items do not
 * contradict each other, or that and support.
 */
export type Needed = 'nothing' | 'agreement' | NeededSupport;

/** A reason, and the term that gives it: the anchor. */
export type ReasonMatch = { reason: Reason; anchor: SharedTerm; needed: Needed };

type ReasonRule = {
  reason: Reason;
  kinds: ReadonlySet<TermKind>;
  /** Whether a term at these places in the two items can be the anchor. */
  isAnchor: (place: TermPlace, other: TermPlace) => boolean;
  /** Whether the two must share a day as well. */
  needsDay?: boolean;
  needed: Needed;
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
  { reason: 'case', kinds: new Set(['case']), isAnchor: anywhere, needed: 'nothing' },
  { reason: 'law', kinds: new Set(['law']), isAnchor: inTitles, needed: 'nothing' },
  { reason: 'event', kinds: new Set(['event']), isAnchor: isSubject, needed: 'nothing' },
  { reason: 'goods', kinds: new Set(['goods']), isAnchor: isSubject, needed: 'nothing' },
  { reason: 'infringed', kinds: new Set(['infringed']), isAnchor: isSubject, needed: 'nothing' },
  { reason: 'claim', kinds: new Set(['defendant']), isAnchor: inTitles, needed: 'agreement' },
  { reason: 'claim', kinds: new Set(['plaintiffs']), isAnchor: inTitles, needed: 'nothing' },
  { reason: 'total', kinds: new Set(['total']), isAnchor: inTitles, needed: 'nothing' },
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
  { reason: 'piracy', kinds: new Set(['piracy']), isAnchor: inTitles, needed: 'agreement' },
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

/** Kinds whose terms are of one story however many items have them. An event may be the occasion of many. */
const OF_ONE_STORY: ReadonlySet<TermKind> = new Set([
  'case',
  'law',
  'total',
  'goods',
  'infringed',
  'plaintiffs',
  'defendant',
]);

/** Whether a term of a kind names one story. */
export function namesOneStory(kind: TermKind): boolean {
  return OF_ONE_STORY.has(kind);
}

/** Whether a term at a place can be an anchor at all. It must agree with what `reasonsIn` accepts. */
export function canLink({ kind, place }: Pick<Term, 'kind' | 'place'>): boolean {
  switch (kind) {
    case 'case':
    case 'report':
      return true;
    case 'event':
    case 'goods':
    case 'infringed':
    case 'day':
      return place !== 'text';
    case 'law':
    case 'total':
    case 'plaintiffs':
    case 'defendant':
    case 'piracy':
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
