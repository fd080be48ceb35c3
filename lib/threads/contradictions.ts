import { readSuit } from './terms/suits.ts';

/** Years and five-year plans that a title is about. */
const PERIOD = /(\d{4})年|“?(十[一二三四五六七八九]五)”?/g;
/** Those who act in their own place alone: what one does, another does as well. */
const SIBLING = /([\p{Script=Han}]{2,4}?)(海关|警方|公安|公安局|市监局|市场监管局|文旅局|网信办)/gu;

/** Whether two titles say themselves that they are of different things, whatever else they share. */
export function contradict(one: string, other: string): boolean {
  return (
    areDisjoint(periodsIn(one), periodsIn(other)) ||
    areOtherSuits(one, other) ||
    areSiblings(one, other)
  );
}

/** What is told of one year is not what is told of another: figures, reports, campaigns. */
function periodsIn(title: string): string[] {
  return Array.from(title.matchAll(PERIOD), ([, year, plan]) => year ?? plan ?? '');
}

function areDisjoint(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((each) => others.includes(each));
}

/** Two suits are one story where the one who is sued is the same. */
function areOtherSuits(one: string, other: string): boolean {
  const [suit, otherSuit] = [readSuit(one), readSuit(other)];
  if (suit === undefined || otherSuit === undefined) return false;
  const [a, b] = [suit.defendant, otherSuit.defendant];
  return !a.startsWith(b.slice(0, 2)) && !a.includes(b) && !b.includes(a);
}

function areSiblings(one: string, other: string): boolean {
  const [some, others] = [one, other].map((title) =>
    Array.from(title.matchAll(SIBLING), ([, head = '', kind = '']) => ({ head, kind })),
  );
  return (some ?? []).some(({ head, kind }) =>
    (others ?? []).some((each) => each.kind === kind && each.head !== head),
  );
}
