import { fold } from '#lib/site/fold.ts';
import { emptyCase } from '../cases/case-draft.ts';
import type { CaseFact } from '../facts.ts';
import { nameOfReport } from '../lists/case-names.ts';
import type { CaseCorrection, ItemCorrection } from './desk-entry.ts';

/**
 * The cases of an item as an editor corrects them. What was read keeps its position, of which the address of a case is
 * made: one that is hidden, or left without a step, is `undefined`. A case that is not read is added behind them; without
 * steps in the correction it adds nothing.
 * @param title the title of the item, by which a case without a name and parties is called
 */
export function correctCases(
  read: readonly CaseFact[],
  { cases, hide }: Pick<ItemCorrection, 'cases' | 'hide'>,
  title: string,
): (CaseFact | undefined)[] {
  const hidden = new Set(hide.map(fold));
  const isHidden = (each: CaseFact) => namesOf(each, title).some((name) => hidden.has(fold(name)));
  const corrected = read.map((each) => (isHidden(each) ? undefined : each));
  const open = new Set(corrected.filter((each) => each !== undefined));
  for (const correction of cases) {
    const meant = [...open].find(isMeantBy(correction, title));
    if (meant === undefined) corrected.push(withSteps(correctCase(emptyCase(), correction)));
    else {
      open.delete(meant);
      corrected[corrected.indexOf(meant)] = withSteps(correctCase(meant, correction));
    }
  }
  return corrected;
}

/** The names under which an item lists a case: its own, and the one that is made of its parties. */
export function namesOf(each: CaseFact, title: string): string[] {
  return [each.name ?? [], nameOfReport(each, title)].flat();
}

function withSteps(each: CaseFact): CaseFact | undefined {
  return each.steps.length === 0 ? undefined : each;
}

/**
 * Tells which case that was read a correction means: the one that `was` names; without it, one of the same name, of a
 * common number, or with a common party.
 */
export function isMeantBy(correction: CaseCorrection, title: string): (read: CaseFact) => boolean {
  const { was, name, numbers = [], plaintiffs = [], defendants = [] } = correction;
  const isCalled = (read: CaseFact, wanted: string) =>
    namesOf(read, title).some((each) => fold(each) === fold(wanted));
  if (was !== undefined) return (read) => isCalled(read, was);
  return (read) =>
    (name !== undefined && isCalled(read, name)) ||
    share(numbers, read.numbers) ||
    share(plaintiffs, read.plaintiffs) ||
    share(defendants, read.defendants);
}

function share(some: readonly string[], others: readonly string[]): boolean {
  const folded = new Set(others.map(fold));
  return some.some((each) => folded.has(fold(each)));
}

function correctCase(read: CaseFact, correction: CaseCorrection): CaseFact {
  const { steps, sums, sentences } = correction;
  return {
    name: correction.name ?? read.name,
    plaintiffs: correction.plaintiffs ?? read.plaintiffs,
    defendants: correction.defendants ?? read.defendants,
    numbers: correction.numbers ?? read.numbers,
    courts: correction.courts ?? read.courts,
    state: correction.of ?? read.state,
    steps:
      steps?.map(({ step, day }) => {
        const same = read.steps.find((each) => each.step === step && each.day === day);
        return { step, day, clause: same?.clause };
      }) ?? read.steps,
    sums:
      sums?.map((sum) => {
        const same = read.sums.find((each) => each.role === sum.role && each.words === sum.words);
        return { ...sum, clause: same?.clause };
      }) ?? read.sums,
    sentences:
      sentences?.map((words) => {
        const same = read.sentences.find((each) => each.words === words);
        return { words, clause: same?.clause };
      }) ?? read.sentences,
    clause: read.clause,
  };
}
