import type { Clause } from '#lib/references/clauses/clauses.ts';
import { spanOf } from '../acts/names/act-names.ts';
import type { CaseFact } from '../facts.ts';
import { dayOf, type TimedSentence, timesWithin } from '../sentences.ts';
import { stateOf } from '../states.ts';
import { addParties, type CaseInput, type Draft } from './case-draft.ts';
import { courtsIn, shortCourtsIn, sumsIn } from './details.ts';
import { accusedIn, sentenceIn } from './parties/accused.ts';
import type { Parties } from './parties/parties.ts';
import { caseStepsIn } from './steps/steps.ts';

/** What is known of a clause before it is read. */
type ClauseContext = {
  /** Whether it only says what a party asks for. */
  isAsked: boolean;
  /** What `partiesIn` reads in it. */
  parties: Parties | undefined;
  /** The court that the item named last before it: 该院. */
  lastCourt: string | undefined;
};

/** Adds to a case what a clause tells of it. */
export function readClause(
  clause: Clause,
  sentence: TimedSentence,
  input: CaseInput,
  draft: Draft,
  { isAsked, parties, lastCourt }: ClauseContext,
): void {
  addParties(draft, parties ?? accusedIn(clause, sentence), clause);
  const payer = /^(前者|后者)[^，]{0,6}(?:支付|赔|道歉)/u.exec(clause.masked)?.[1];
  const [one, other] = draft.pair;
  if (
    payer !== undefined &&
    one !== undefined &&
    other !== undefined &&
    draft.defendants.length === 0
  )
    draft.defendants = [payer === '前者' ? one : other];
  const inClause = sentence.references.filter(
    ({ span }) => span.part === clause.part && span.start >= clause.start && span.end <= clause.end,
  );
  for (const reference of inClause)
    if (
      reference.kind === 'case' &&
      !/援引|先例|参照/u.test(clause.masked) &&
      !draft.numbers.includes(reference.number)
    )
      draft.numbers.push(reference.number);
  const courts = [...courtsIn(clause, inClause), ...shortCourtsIn(clause, draft.state)];
  // An item that tells the second instance first: 此前，杭州互联网法院去年7月认定.
  const isLower =
    draft.steps.some(
      ({ step, clause }) => clause?.part === 'text' && /^(?:二审|终审|发回)/u.test(step),
    ) &&
    !draft.steps.some(({ step }) => step === '一审') &&
    courts.some((court) => !draft.courts.includes(court) && !/上诉|巡回|最高|高级/u.test(court)) &&
    sentence.times.some(({ start }) => start >= clause.start && start < clause.end);
  for (const court of courts) if (!draft.courts.includes(court)) draft.courts.push(court);
  if (lastCourt !== undefined && draft.courts.length === 0 && /该院|同一法院/u.test(clause.masked))
    draft.courts.push(lastCourt);
  // The Unified Patent Court is of no state, wherever it sits.
  if (!(input.title + input.text).includes('统一专利法院'))
    draft.state ??= stateOf([...draft.courts, clause.text, sentence.text]);
  const isTold = !isQuestion(sentence, input) && !RUMOUR.test(sentence.masked);
  if (isTold) draft.steps.push(...stepsIn(clause, sentence, input, { isAsked, isLower }));
  const isSettled = draft.steps.some(({ step }) => step === '和解' || step === '和解待批准');
  if (isTold)
    draft.sums.push(...sumsIn(clause, inClause, isSettled || SETTLES.test(sentence.masked)));
  if (/开庭|开审|公开审理/u.test(clause.masked)) draft.isScheduled = true;
  const words = sentenceIn(clause, sentence);
  if (words !== undefined) draft.sentences.push({ words, clause: spanOf(clause) });
}

/** A sentence about a settlement, of which a court did not decide: 同意支付9200万美元，与作者达成和解. */
const SETTLES = /^(?!.*(?:判|索赔)).*(?:和解|了结)/su;

/** What only goes round is not said to be so: 玩家群里流传一张截图，称被判赔800万元. */
const RUMOUR = /流传|[网误疯]传|传言|传闻|谣|截图/u;

/** A headline that asks does not say that it is so. */
function isQuestion({ part, end }: TimedSentence, { title }: CaseInput): boolean {
  return part === 'title' && /[？?]/u.test(title.slice(end - 1, end + 1));
}

/** What an order or a judgment is, if the clause says only what a party asks for. */
const DECISIONS = new Set(['判决', '裁定', '初步禁令', '驳回禁令', '二审改判', '二审维持']);

function stepsIn(
  clause: Clause,
  sentence: TimedSentence,
  input: CaseInput,
  { isAsked, isLower }: { isAsked: boolean; isLower: boolean },
): CaseFact['steps'] {
  const { date } = input;
  return caseStepsIn(clause.masked, sentence.masked).flatMap(({ step: read, end }) => {
    if (isAsked && DECISIONS.has(read)) return [];
    // 准许作家代表全体作者，对某公司提起集体诉讼: a court that lets a suit go on.
    const told = sentence.masked.slice(0, clause.start - sentence.start);
    if (read === '起诉' && /^[对向]/u.test(clause.masked) && /准许|允许|批准|认证/u.test(told))
      return [];
    const step =
      isRetrial(sentence, clause, input) && /^(?:二审|判决|裁定|终审)/u.test(read)
        ? '再审'
        : read === '裁定' && /准许$/u.test(clause.masked) && /撤诉|撤回/u.test(input.text)
          ? '撤诉'
          : isInjunction(read, sentence, input)
            ? '初步禁令'
            : (read === '判决' && FIRST_INSTANCE.test(sentence.masked)) ||
                (isLower && (read === '判决' || read === '裁定'))
              ? '一审'
              : read;
    const reviewed = /维持|撤销|推翻|改判|发回/u.exec(clause.masked)?.index;
    const isReview = reviewed !== undefined && /^(?:二审|发回)/u.test(step);
    // In 维持2022年11月的一审判决 the day is that of the judgment under review.
    const before = timesWithin(sentence.times, clause, 0, isReview ? Math.min(reviewed, end) : end);
    // 提起公诉的赵某案2月27日宣判: the day behind belongs to the next verb.
    const after = clause.masked.startsWith('的', end)
      ? []
      : timesWithin(sentence.times, clause, end, Math.min(end + 12, clause.masked.length));
    const own = before.length > 0 ? before : after.slice(0, 1);
    const tense = step === '开庭' ? 'either' : 'past';
    // The judgment that is upheld or reversed is older than the day of the clause.
    const isReviewed = step === '一审' && /(?:维持|撤销|推翻)[^，]{0,60}一审/u.test(clause.masked);
    const inReview = isReviewed ? timesWithin(sentence.times, clause, reviewed ?? 0, end) : own;
    // In 二审改判11万元，一审为4万元 the day of the sentence is that of the second instance.
    const isOtherInstance = step === '一审' && own.length === 0 && HIGHER.test(sentence.masked);
    // 裁定甲起诉乙一案可以审理: the day of the sentence is not that of the suit.
    const isName =
      step === '起诉' &&
      ((own.length === 0 && /^[^，]{0,40}一案/u.test(clause.masked.slice(end))) ||
        SUIT_AS_NOUN.test(clause.masked));
    const day =
      (isReviewed && inReview.length === 0) || isOtherInstance || isName
        ? undefined
        : dayOf(inReview, { sentence, clause, date, tense });
    return day !== undefined && day > date ? [] : [{ step, day, clause: spanOf(clause) }];
  });
}

/** 与提起集体诉讼的插画师达成和解; 2024年提起的诉讼 has its own time. */
const SUIT_AS_NOUN = /(?<![年月日底初])(?:提起[^，]{0,8}诉讼的|提起的[^，]{0,10}诉讼)(?!请求)/u;
const HIGHER = /二审|终审|再审|维持|撤销|改判|变更/u;
/** A sentence about the first instance: 一审中，某法院判决. */
const FIRST_INSTANCE = /^(?:在)?(?:一审|原审)(?:中|阶段|期间|时)?[，由]/u;

/** An order to stop, in an item about an application for one, is an injunction. */
function isInjunction(step: string, { masked }: TimedSentence, { text }: CaseInput): boolean {
  return (
    step === '裁定' &&
    /责令|停止|删除|下架|禁止|不得/u.test(masked) &&
    /行为保全|诉前禁令|临时禁令|定暂时状态|[临假]时?处分/u.test(text)
  );
}

/** Whether the sentence is about a retrial and the clause not about the instances before it. */
function isRetrial({ text }: TimedSentence, { masked }: Clause, { title }: CaseInput): boolean {
  const isEarlier =
    !/^(?:判决)?(?:撤销|维持|恢复|改判)/u.test(masked) &&
    /^(?:此案|本案|该案)?由?[^，]{0,16}一审|高院改判|高级人民法院[^，]{0,6}改判|二审改判/u.test(
      masked,
    );
  const isOfItem = /再审/u.test(title) && /撤销原判/u.test(masked);
  return (/再审|提审|〕?[^，]{0,8}民再\d/u.test(text) || isOfItem) && !isEarlier;
}
