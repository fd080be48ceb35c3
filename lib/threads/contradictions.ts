import { readSuit } from './terms/suits.ts';

/** Years and five-year plans that a title is about. */
const PERIOD = /(\d{4})年|“?(十[一二三四五六七八九]五)”?/g;
/** Offices that are in charge of one place: the same kind of office in another place has other cases. */
const LOCAL_OFFICE =
  /([\p{Script=Han}]{2,4}?)(海关|警方|公安|公安局|市监局|市场监管局|文旅局|网信办)/gu;

/** What a title says that another title may contradict. */
export type Claims = {
  periods: readonly string[];
  suit: ReturnType<typeof readSuit>;
  /** Offices by place and kind, such as 黄埔 and 海关. */
  offices: readonly { place: string; kind: string }[];
};

export function readClaims(title: string): Claims {
  return {
    periods: Array.from(title.matchAll(PERIOD), ([, year, plan]) => year ?? plan ?? ''),
    suit: readSuit(title),
    offices: Array.from(title.matchAll(LOCAL_OFFICE), ([, place = '', kind = '']) => ({
      place,
      kind,
    })),
  };
}

/** Whether two titles show that they are of different stories, whatever else they share. */
export function contradict(one: Claims, other: Claims): boolean {
  return (
    arePeriodsDifferent(one.periods, other.periods) ||
    areSuitsDifferent(one.suit, other.suit) ||
    one.offices.some(({ place, kind }) =>
      other.offices.some((office) => office.kind === kind && office.place !== place),
    )
  );
}

/** The figures, reports and campaigns of one year are other stories than those of another year. */
function arePeriodsDifferent(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((each) => others.includes(each));
}

/** Two suits are one story where the defendant is the same. */
function areSuitsDifferent(suit: Claims['suit'], otherSuit: Claims['suit']): boolean {
  if (suit === undefined || otherSuit === undefined) return false;
  const [a, b] = [suit.defendant, otherSuit.defendant];
  return !a.startsWith(b.slice(0, 2)) && !a.includes(b) && !b.includes(a);
}
