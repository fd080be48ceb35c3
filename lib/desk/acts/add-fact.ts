import type { ActFact, ActStep } from '../facts.ts';
import { dayOf, timesWithin } from '../sentences.ts';
import type { Named, Place, Reading } from './act-reading.ts';
import { spanOf } from './names/act-names.ts';
import {
  dayNoted,
  dayOfMeeting,
  dayOfPublication,
  isForce,
  isHistory,
  isUndated,
} from './steps/act-day.ts';

/** A step, and where in its clause its day is looked for. */
type FactWords = {
  step: ActStep;
  from?: number;
  /** The end of the verb. */
  to: number;
  part?: string | undefined;
  /** Whether it only says which act is meant: 去年公布的《……》. */
  isBackground?: boolean;
};

/** Adds a step. Its day is looked for in the clause from `from` to `to`, the end of the verb. */
export function addFact(
  { name, type, state, start, end }: Named,
  { step, from = 0, to, part, isBackground = false }: FactWords,
  { clause, sentence }: Place,
  { input, facts }: Reading,
): void {
  const { date } = input;
  // 2026年度 in the name of a plan is no day of it.
  const own = timesWithin(sentence.times, clause, from, to).filter(
    (time) => time.end <= start || time.start >= end,
  );
  const tense = isForce(step) ? 'coming' : step === 'repealed' ? 'either' : 'past';
  const found = isUndated(step, own, clause)
    ? undefined
    : dayOf(own, { sentence, clause, date, tense });
  // A plan is told of at a press conference; it is not of that day.
  const isInherited =
    step === 'proposed' &&
    own.length === 0 &&
    (/[正仍还]在|研究之?中|已启动/u.test(clause.masked) ||
      /立法(?:工作)?[计规]划/u.test(sentence.text));
  const told = isInherited ? undefined : (found ?? dayOfMeeting(step, { clause, sentence }, input));
  // 明年提交草案 is the day of what is planned, not of the plan.
  const isToCome = step === 'proposed' && told !== undefined && told > date.slice(0, told.length);
  const day = isToCome ? undefined : told;
  if (isHistory(day, date, isBackground)) return;
  if (OF_DECISION.has(step) && isRepealed(name, facts)) return;
  if (isForce(step) && (isOfOneState(type, clause) || isOfRepeal(name, facts, day))) return;
  facts.push({
    name,
    type,
    state,
    step,
    day: day ?? dayNoted(step, sentence, date) ?? dayOfPublication({ name, step }, clause, facts),
    ...(part === undefined ? {} : { part }),
    clause: spanOf(clause),
  });
}

/** A treaty that begins to bind one more party has been in force before: 条约9月30日起对该国生效. */
function isOfOneState(type: Named['type'], { masked }: Place['clause']): boolean {
  return (
    type === 'treaty' &&
    /(?:对(?!所有|各|全体|全部|双方|两国|缔约)[^，]{1,12}?|在[^，后时日]{1,6}?)(?:正式|开始|具有|产生)?(?:生效|施行|适用)/u.test(
      masked,
    )
  );
}

/** 关于废止《……》的决定已经通过，现予公布: what is adopted and published is the decision. */
const OF_DECISION: ReadonlySet<ActStep> = new Set(['adopted', 'approved', 'signed', 'published']);

function isRepealed(name: string, facts: readonly ActFact[]): boolean {
  return facts.some((fact) => fact.name === name && fact.step === 'repealed');
}

/** 废止《……》，自3月1日起生效: what takes effect is the repeal, and its day is that of the repeal. */
function isOfRepeal(name: string, facts: ActFact[], day: ActFact['day']): boolean {
  const at = facts.findIndex((fact) => fact.name === name && fact.step === 'repealed');
  const repeal = facts[at];
  if (repeal === undefined) return false;
  if (day !== undefined) facts[at] = { ...repeal, day };
  return true;
}
