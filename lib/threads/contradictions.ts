import { readSuit } from './terms/suits.ts';

/** Years and five-year plans that a title is about. */
const PERIOD = /(\d{4})年|“?(十[一二三四五六七八九]五)”?/g;
/** Those who act in their own place alone: what one does, another does as well. */
const SIBLING = /([\p{Script=Han}]{2,4}?)(海关|警方|公安|公安局|市监局|市场监管局|文旅局|网信办)/gu;

/** What a title says that another title may contradict. */
export type Claims = {
  periods: readonly string[];
  suit: ReturnType<typeof readSuit>;
  /** Offices by their places and kinds: 黄埔, 海关. */
  siblings: readonly { head: string; kind: string }[];
};

export function readClaims(title: string): Claims {
  return {
    periods: Array.from(title.matchAll(PERIOD), ([, year, plan]) => year ?? plan ?? ''),
    suit: readSuit(title),
    siblings: Array.from(title.matchAll(SIBLING), ([, head = '', kind = '']) => ({ head, kind })),
  };
}

/** Whether two titles say themselves that they are of different things, whatever else they share. */
export function contradict(one: Claims, other: Claims): boolean {
  return (
    areDisjoint(one.periods, other.periods) ||
    areOtherSuits(one.suit, other.suit) ||
    one.siblings.some(({ head, kind }) =>
      other.siblings.some((each) => each.kind === kind && each.head !== head),
    )
  );
}

/** What is told of one year is not what is told of another: figures, reports, campaigns. */
function areDisjoint(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((each) => others.includes(each));
}

/** Two suits are one story where the one who is sued is the same. */
function areOtherSuits(suit: Claims['suit'], otherSuit: Claims['suit']): boolean {
  if (suit === undefined || otherSuit === undefined) return false;
  const [a, b] = [suit.defendant, otherSuit.defendant];
  return !a.startsWith(b.slice(0, 2)) && !a.includes(b) && !b.includes(a);
}
