import type { Clause } from '#lib/references/clauses/clauses.ts';
import { spanOf } from '../acts/names/act-names.ts';
import type { CaseFact, CaseStep } from '../facts.ts';
import { dayOf, type TimedSentence, timesWithin } from '../sentences.ts';
import type { CaseInput } from './case-draft.ts';
import { caseStepsIn } from './steps/steps.ts';

/** What an order or a judgment is, if the clause says only what a party asks for. */
const DECISIONS = new Set(['判决', '裁定', '初步禁令', '驳回禁令', '二审改判', '二审维持']);

/**
 * The steps that a clause tells, each with its day as far as the words give one.
 * @param isAsked whether the clause only says what a party asks for
 * @param isLower whether it tells what a lower court ruled before the appeal
 */
export function stepsOfClause(
  clause: Clause,
  sentence: TimedSentence,
  input: CaseInput,
  { isAsked, isLower }: { isAsked: boolean; isLower: boolean },
): CaseFact['steps'] {
  const { date } = input;
  return caseStepsIn(clause.masked, sentence.masked).flatMap(({ step: read, end }) => {
    if (isAsked && DECISIONS.has(read)) return [];
    if (read === '起诉' && isSuitLetGoOn(clause, sentence)) return [];
    const step = stepInContext(read, clause, sentence, input, isLower);
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

/** A court lets a suit go on, which was filed before: 准许作家代表全体作者，对某公司提起集体诉讼. */
function isSuitLetGoOn({ masked, start }: Clause, sentence: TimedSentence): boolean {
  const before = sentence.masked.slice(0, start - sentence.start);
  return /^[对向]/u.test(masked) && /准许|允许|批准|认证/u.test(before);
}

/** What a step is by what the sentence and the item say besides: a judgment may be one of first instance. */
function stepInContext(
  step: CaseStep,
  clause: Clause,
  sentence: TimedSentence,
  input: CaseInput,
  isLower: boolean,
): CaseStep {
  if (/^(?:二审|判决|裁定|终审)/u.test(step) && isRetrial(sentence, clause, input)) return '再审';
  if (step === '裁定' && /准许$/u.test(clause.masked) && /撤诉|撤回/u.test(input.text))
    return '撤诉';
  if (isInjunction(step, sentence, input)) return '初步禁令';
  if (step === '判决' && FIRST_INSTANCE.test(sentence.masked)) return '一审';
  return isLower && (step === '判决' || step === '裁定') ? '一审' : step;
}

/** 与提起集体诉讼的插画师达成和解; 2024年提起的诉讼 has its own time. */
const SUIT_AS_NOUN = /(?<![年月日底初])(?:提起[^，]{0,8}诉讼的|提起的[^，]{0,10}诉讼)(?!请求)/u;
const HIGHER = /二审|终审|再审|维持|撤销|改判|变更/u;
/** A sentence about the first instance: 一审中，某法院判决. */
const FIRST_INSTANCE = /^(?:在)?(?:一审|原审)(?:中|阶段|期间|时)?[，由]/u;

/** An order to stop, in an item about an application for one, is an injunction. */
function isInjunction(step: CaseStep, { masked }: TimedSentence, { text }: CaseInput): boolean {
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
