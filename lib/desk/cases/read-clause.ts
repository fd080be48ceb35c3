import type { Clause } from '#lib/references/clauses/clauses.ts';
import { spanOf } from '../acts/names/act-names.ts';
import { referencesIn, type TimedSentence } from '../sentences.ts';
import { stateOf } from '../states.ts';
import { addParties, type CaseInput, type Draft } from './case-draft.ts';
import { stepsOfClause } from './clause-steps.ts';
import { courtsIn, isOfUnifiedCourt, shortCourtsIn, sumsIn } from './details.ts';
import { accusedIn, sentenceIn } from './parties/accused.ts';
import type { Parties } from './parties/parties.ts';

/** What is known of a clause before it is read. */
type ClauseContext = {
  /** Whether it only says what a party asks for. */
  isAsked: boolean;
  /** What `partiesIn` reads in it. */
  parties: Parties | undefined;
  /** The court that the item named last before it: 该院. */
  lastCourt: string | undefined;
};

/** Adds the parties, courts, steps and sums of a clause to the case that the clause is about. */
export function readClause(
  clause: Clause,
  sentence: TimedSentence,
  input: CaseInput,
  draft: Draft,
  { isAsked, parties, lastCourt }: ClauseContext,
): void {
  addParties(draft, parties ?? accusedIn(clause, sentence), clause);
  if (draft.defendants.length === 0) draft.defendants = payerIn(clause, draft.pair);
  const inClause = referencesIn(clause, sentence.references);
  for (const reference of inClause)
    if (
      reference.kind === 'case' &&
      !/援引|先例|参照/u.test(clause.masked) &&
      !draft.numbers.includes(reference.number)
    )
      draft.numbers.push(reference.number);
  const courts = [...courtsIn(clause, inClause), ...shortCourtsIn(clause, draft.state)];
  const isLower = isOfLowerCourt(clause, sentence, draft, courts);
  for (const court of courts) if (!draft.courts.includes(court)) draft.courts.push(court);
  if (lastCourt !== undefined && draft.courts.length === 0 && /该院|同一法院/u.test(clause.masked))
    draft.courts.push(lastCourt);
  if (draft.state === undefined && !isOfUnifiedCourt(input))
    draft.state = stateOf([...draft.courts, clause.text, sentence.text]);
  const isTold = !isQuestion(sentence, input) && !RUMOUR.test(sentence.masked);
  if (isTold) draft.steps.push(...stepsOfClause(clause, sentence, input, { isAsked, isLower }));
  const isSettled = draft.steps.some(({ step }) => step === '和解' || step === '和解待批准');
  if (isTold)
    draft.sums.push(...sumsIn(clause, inClause, isSettled || SETTLES.test(sentence.masked)));
  if (/开庭|开审|公开审理/u.test(clause.masked)) draft.isScheduled = true;
  const words = sentenceIn(clause, sentence);
  if (words !== undefined) draft.sentences.push({ words, clause: spanOf(clause) });
}

/** A sentence about a settlement, and not about a judgment: 同意支付9200万美元，与作者达成和解. */
const SETTLES = /^(?!.*(?:判|索赔)).*(?:和解|了结)/su;

/** Words of a sentence that reports a rumour. Its steps and sums are not read: 玩家群里流传一张截图，称被判赔800万元. */
const RUMOUR = /流传|[网误疯]传|传言|传闻|谣|截图/u;

/** Whether a sentence is a headline that asks. Its steps and sums are not read. */
function isQuestion({ part, end }: TimedSentence, { title }: CaseInput): boolean {
  return part === 'title' && /[？?]/u.test(title.slice(end - 1, end + 1));
}

/** Who pays, of two parties that settle: 甲与乙达成调解，后者支付75万元. Nobody where the clause does not say so. */
function payerIn({ masked }: Clause, [one, other]: Draft['pair']): string[] {
  const [, word] = /^(前者|后者)[^，]{0,6}(?:支付|赔|道歉)/u.exec(masked) ?? [];
  const payer = word === '前者' ? one : other;
  return word === undefined || payer === undefined ? [] : [payer];
}

/**
 * Whether a clause tells what a court ruled before the appeal that the item has told already: 此前，杭州互联网法院去年7月
 * 认定. The court has to be a lower one that is named for the first time, and the clause has to give the day.
 */
function isOfLowerCourt(
  { start, end }: Clause,
  { times }: TimedSentence,
  draft: Draft,
  courts: readonly string[],
): boolean {
  const hasAppeal = draft.steps.some(
    ({ step, clause }) => clause?.part === 'text' && /^(?:二审|终审|发回)/u.test(step),
  );
  return (
    hasAppeal &&
    !draft.steps.some(({ step }) => step === '一审') &&
    courts.some((court) => !draft.courts.includes(court) && !/上诉|巡回|最高|高级/u.test(court)) &&
    times.some((time) => time.start >= start && time.start < end)
  );
}
