import type { CaseFact } from '../facts.ts';

/** How many parties of a side are named; more are 等. */
const MOST_PARTIES = 2;

/**
 * What a case is called: its own name, 甲诉乙案, or 某某案 in a criminal case. Where no item gives any of these it is
 * called by the title of the item that first reported it.
 */
export function nameOfCase(
  {
    name,
    plaintiffs,
    defendants,
    isCriminal,
  }: Pick<CaseFact, 'name' | 'plaintiffs' | 'defendants'> & { isCriminal: boolean },
  title: string,
): string {
  if (name !== undefined) return name;
  if (defendants.length === 0) return title;
  if (plaintiffs.length > 0) return `${sideOf(plaintiffs)}诉${sideOf(defendants)}案`;
  return isCriminal ? `${sideOf(defendants)}案` : title;
}

/** What a case is called where only one item reports it. */
export function nameOfReport(report: CaseFact, title: string): string {
  const { name, plaintiffs, defendants, sentences, steps } = report;
  const isCriminal = sentences.length > 0 || steps.some(({ step }) => step === '提起公诉');
  return nameOfCase({ name, plaintiffs, defendants, isCriminal }, title);
}

function sideOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_PARTIES).join('、');
  return names.length > MOST_PARTIES ? `${shown}等` : shown;
}

/** Adds the names that no known name contains. A name that contains a known one takes its place. */
export function mergeNames(known: readonly string[], added: readonly string[]): string[] {
  const names = [...known];
  for (const name of added) {
    if (names.some((each) => each.includes(name))) continue;
    const shorter = names.findIndex((each) => name.includes(each));
    if (shorter === -1) names.push(name);
    else names[shorter] = name;
  }
  return names;
}
