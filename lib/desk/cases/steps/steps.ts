import type { CaseStep } from '../../facts.ts';
import { JUDGED, ORDERED, REFUSED } from './ruling-rules.ts';
import { GROUPS, type Rule } from './step-rules.ts';

/** A step that a clause tells, and how far the words that tell it reach in the clause. */
export type StepWords = { step: CaseStep; end: number };

/**
 * The steps that a clause tells, each once.
 * @param masked the clause
 * @param sentence the sentence that it stands in, masked
 */
export function caseStepsIn(masked: string, sentence: string): StepWords[] {
  const steps = GROUPS.flatMap((rules) => {
    for (const rule of rules) {
      const end = endOf(rule, masked, sentence);
      if (end !== undefined) return [{ step: rule.step, end }];
    }
    return [];
  });
  if (steps.some(({ step }) => DECISIONS.has(step))) return steps;
  for (const rule of [JUDGED, REFUSED, ORDERED]) {
    const end = endOf(rule, masked, sentence);
    if (end !== undefined) return [...steps, { step: rule.step, end }];
  }
  return steps;
}

const DECISIONS: ReadonlySet<CaseStep> = new Set([
  '驳回禁令',
  '初步禁令',
  '发回重审',
  '二审改判',
  '二审维持',
  '再审',
  '终审',
  '二审',
  '一审',
  '和解待批准',
  '和解',
  '撤诉',
]);

function endOf(
  { words, unless, sentence }: Rule,
  masked: string,
  whole: string,
): number | undefined {
  const match = words.exec(masked);
  if (match === null || (unless?.test(masked) ?? false)) return undefined;
  if (sentence !== undefined && !sentence.test(whole)) return undefined;
  return match.index + match[0].length;
}
