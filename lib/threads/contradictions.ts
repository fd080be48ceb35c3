import { isAdversarial, isAlwaysNamed, isDisputed, plaintiffsIn } from './terms/plaintiffs.ts';
import { readSuit } from './terms/suits.ts';

/** Years and five-year plans that a title is about. */
const PERIOD =
  /(?<!\d)(20\d\d)(?![\d.万亿余多件个册份部款批人名家元])|“?(十[一二三四五六七八九]五)”?/g;
/** Offices that are in charge of one place: the same kind of office in another place has other cases. */
const LOCAL_OFFICE =
  /([\p{Script=Han}]{2,4}?)(海关|警方|公安|公安局|市监局|市场监管局|文旅局|网信办)/gu;

/** What a title says that another title may contradict. */
export type Claims = {
  periods: readonly string[];
  suit: ReturnType<typeof readSuit>;
  /** The kinds of plaintiffs, such as 作家. */
  plaintiffs: readonly string[];
  /** Whether the item is about a dispute, has to do with one, or neither. */
  dispute: 'told' | 'mentioned' | 'none';
  /** Offices by place and kind, such as 黄埔 and 海关. */
  offices: readonly { place: string; kind: string }[];
};

/** Reads what a title claims; the kinds of plaintiffs are in the text where the title does not name them. */
export function readClaims(title: string, text: string): Claims {
  return {
    periods: Array.from(title.matchAll(PERIOD), ([, year, plan]) => year ?? plan ?? ''),
    suit: readSuit(title),
    plaintiffs: plaintiffsIn(title, text),
    dispute: isAdversarial(title) ? 'told' : isDisputed(`${title}${text}`) ? 'mentioned' : 'none',
    offices: Array.from(title.matchAll(LOCAL_OFFICE), ([, place = '', kind = '']) => ({
      place,
      kind,
    })),
  };
}

/** Whether two titles show that they are of different stories, whatever else they share. */
export function contradict(one: Claims, other: Claims): boolean {
  return (
    areApart(one.periods, other.periods) ||
    areApart(one.plaintiffs, other.plaintiffs) ||
    isOfAnotherKind(one, other) ||
    isOfAnotherKind(other, one) ||
    areSuitsDifferent(one.suit, other.suit) ||
    isOneDisputed(one.dispute, other.dispute) ||
    one.offices.some(({ place, kind }) =>
      other.offices.some((office) => office.kind === kind && office.place !== place),
    )
  );
}

/**
 * The figures, reports and campaigns of one year are other stories than those of another year, and the suits of writers
 * are others than those of publishers.
 */
function areApart(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((each) => others.includes(each));
}

/** Whether one suit is of writers or the like, and the other is of somebody who is only called by name. */
function isOfAnotherKind(one: Claims, other: Claims): boolean {
  const { plaintiffs, suit } = other;
  return one.plaintiffs.some(isAlwaysNamed) && plaintiffs.length === 0 && suit !== undefined;
}

/** What does not even mention a dispute, such as a new product of the defendant, is no part of it. */
function isOneDisputed(one: Claims['dispute'], other: Claims['dispute']): boolean {
  return (one === 'told' && other === 'none') || (one === 'none' && other === 'told');
}

/** Two suits are one story where the defendant is the same. */
function areSuitsDifferent(suit: Claims['suit'], otherSuit: Claims['suit']): boolean {
  if (suit === undefined || otherSuit === undefined) return false;
  const [a, b] = [suit.defendant, otherSuit.defendant];
  return !a.startsWith(b.slice(0, 2)) && !a.includes(b) && !b.includes(a);
}
