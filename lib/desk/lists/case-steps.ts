import type { CaseStep } from '../facts.ts';
import type { Report } from './join-reports.ts';
import { mergeSteps, type Step, type ToldStep } from './steps.ts';

/** The usual order of the steps. */
const ORDER: readonly CaseStep[] = [
  '起诉',
  '提起公诉',
  '立案',
  '开庭',
  '初步禁令',
  '驳回禁令',
  '裁定',
  '一审',
  '判决',
  '二审',
  '二审维持',
  '二审改判',
  '发回重审',
  '再审',
  '终审',
  '生效',
  '和解待批准',
  '和解',
  '撤诉',
  '执行',
];

/** Words for a judgment that leave open what others say: 判决 which instance it is of, 二审 how it ended. */
const VAGUE: ReadonlyMap<CaseStep, readonly CaseStep[]> = new Map([
  ['判决', ['一审', '二审', '二审维持', '二审改判', '发回重审', '再审', '终审']],
  ['二审', ['二审维持', '二审改判', '发回重审']],
]);

/** The steps of a case by all its reports, in their order. */
export function stepsOf(reports: readonly Report[]): Step<CaseStep>[] {
  const facts = reports.flatMap(({ entry, fact }) =>
    fact.steps.map((step) => ({ ...step, entry })),
  );
  return mergeSteps(withoutVague(facts), ORDER, true);
}

/** Leaves out a vague word for a step if an exact one has the same day, or if the vague one has no day. */
function withoutVague(facts: readonly ToldStep<CaseStep>[]): ToldStep<CaseStep>[] {
  const days = new Map<CaseStep, Set<string | undefined>>();
  for (const { step, day } of facts) days.set(step, (days.get(step) ?? new Set()).add(day));
  return facts.filter(({ step, day }) => {
    const exact = (VAGUE.get(step) ?? []).flatMap((each) => days.get(each) ?? []);
    return !exact.some((known) => day === undefined || known.has(day));
  });
}
