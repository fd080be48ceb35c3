import type { CaseFact } from '../facts.ts';
import { type CaseInput, type Draft, type Sides, shareName } from './case-draft.ts';

/** Whether the text tells anything of a case: a step, a party, or when it is heard. */
export function isOfText({ steps, partsOf, isScheduled }: Draft): boolean {
  return (
    isScheduled ||
    steps.some(({ clause }) => clause?.part === 'text') ||
    Object.values(partsOf).includes('text')
  );
}

/**
 * Words for a case in a title. An item whose title has none of them either names the parties there or is about
 * something else.
 */
const IN_TITLE =
  /叫停|责令|高院|中院|诉|案|二审|终审|再审|(?<!审)判|裁定|裁决|开庭|开审|获刑|获赔|和解|胜诉|败诉|禁令|官司|法院/u;

/** Words in the title of an item about the work of a court, such as its annual report. Such an item tells no single case. */
const COUNTED = /白皮书|收案|审结|年报|工作报告|[比占]?率|\d件/u;

/** Whether something was done in a case that has a name, a number, a party, or a court that the title speaks of. */
export function isCase(
  draft: CaseFact,
  { isScheduled, pair }: Pick<Draft, 'isScheduled' | 'pair'>,
  { title }: CaseInput,
): boolean {
  if (draft.steps.length === 0)
    return isScheduled && draft.plaintiffs.length > 0 && draft.defendants.length > 0;
  const isIdentified =
    draft.name !== undefined ||
    draft.numbers.length > 0 ||
    pair.length === 2 ||
    draft.plaintiffs.length > 0 ||
    draft.defendants.length > 0;
  if (isIdentified) return hasGround(draft);
  return draft.courts.length > 0 && IN_TITLE.test(title) && !COUNTED.test(title);
}

/** A case has a court, a number, a suit or a judgment: what only looks like a step, as 裁定 of an office, has none. */
function hasGround({ courts, numbers, steps, plaintiffs, defendants, name }: CaseFact): boolean {
  return (
    name !== undefined ||
    courts.length > 0 ||
    numbers.length > 0 ||
    (plaintiffs.length > 0 && defendants.length > 0) ||
    steps.some(({ step }) => step !== '裁定' && step !== '立案' && step !== '执行')
  );
}

/** Completes a side that is not known: by the second of two parties that settle, or by the party that appeals. */
function sidesFrom(
  { plaintiffs, defendants }: Sides,
  { pair, appellants, isCriminal }: Pick<Draft, 'pair' | 'appellants'> & { isCriminal: boolean },
): Sides {
  if (appellants.length > 0 && !shareName(appellants, [...plaintiffs, ...defendants])) {
    if (defendants.length === 0 && (isCriminal || plaintiffs.length > 0))
      return { plaintiffs, defendants: appellants };
    if (plaintiffs.length === 0 && !isCriminal && defendants.length > 0)
      return { plaintiffs: appellants, defendants };
  }
  const others = (known: readonly string[]) => pair.filter((name) => !shareName([name], known));
  if (pair.length !== 2) return { plaintiffs, defendants };
  if (plaintiffs.length === 0 && shareName(defendants, pair))
    return { plaintiffs: others(defendants), defendants };
  if (defendants.length === 0 && shareName(plaintiffs, pair))
    return { plaintiffs, defendants: others(plaintiffs) };
  return { plaintiffs, defendants };
}

const INSTANCES = new Set(['一审', '二审', '二审维持', '二审改判', '终审', '再审', '发回重审']);

/**
 * Each step once: a step with a day replaces one without, and steps of the text those of the title. 判决 is dropped
 * beside a judgment of a known instance, 和解 beside one that waits for approval.
 */
export function completed({
  partsOf: _,
  pair,
  appellants,
  hasSuit: __,
  isScheduled,
  ...own
}: Draft): CaseFact {
  const isCriminal = own.sentences.length > 0 || own.steps.some(({ step }) => step === '提起公诉');
  const sides = isCriminal ? { ...own, plaintiffs: [] } : own;
  const draft = { ...own, ...sidesFrom(sides, { pair, appellants, isCriminal }) };
  const inText = draft.steps.filter(({ clause }) => clause?.part === 'text');
  // 开庭审理某案 in the title of an item that only announces when it is heard.
  const ofTitle = isScheduled ? draft.steps.filter(({ step }) => step !== '开庭') : draft.steps;
  const steps = inText.length > 0 ? inText : ofTitle;
  const has = (names: ReadonlySet<string>) => steps.some(({ step }) => names.has(step));
  // A court that asks another one, 裁定中止审理, does so on a day of its own, and tells the instances before.
  const instances = steps.filter(({ step }) => INSTANCES.has(step));
  const isOrderOfItsOwn =
    instances.every(({ day }) => day === undefined) &&
    steps.some(({ step, day }) => step === '裁定' && day !== undefined);
  const dropped = new Set<string>([
    ...(has(INSTANCES) ? ['判决'] : []),
    ...(has(INSTANCES) && !isOrderOfItsOwn ? ['裁定'] : []),
    ...(has(new Set(['二审维持', '二审改判', '发回重审'])) ? ['二审'] : []),
    // 维持有期徒刑，罚金改为40万元 changes the judgment.
    ...(has(new Set(['二审改判'])) ? ['二审维持'] : []),
    ...(has(new Set(['提起公诉'])) ? ['起诉'] : []),
    ...(has(new Set(['和解待批准'])) ? ['和解'] : []),
    ...(has(new Set(['判决', '撤诉'])) ? ['裁定'] : []),
  ]);
  // 遂予改判 tells the result of the judgment that the item dates as 二审 or 终审.
  const dayOfSecond = steps.find(
    ({ step, day }) => /^(?:二审|终审)$/u.test(step) && day !== undefined,
  )?.day;
  const resultsOfSecond = steps.filter(({ step }) => /^(?:二审[维改]|发回)/u.test(step));
  const dayOfReturn = steps.find(({ step }) => step === '发回重审')?.day;
  const found = new Map<string, CaseFact['steps'][number]>();
  for (const read of steps) {
    const isResult = read.step === '二审维持' || read.step === '二审改判';
    const fact = isResult && read.day === undefined ? { ...read, day: dayOfSecond } : read;
    const isDated = steps.some(({ step, day }) => step === fact.step && day !== undefined);
    const isVague = fact.step === '裁定' && fact.day === undefined;
    // The court that sends a case back says so in one breath: 撤销二审判决，发回重审.
    const isSentBack = fact.step === '二审改判' && has(new Set(['发回重审']));
    if (isSentBack && (fact.day === undefined || fact.day === dayOfReturn)) continue;
    // 终审改判 is one judgment; a final one of a later day stands beside that of the second instance.
    if (
      read.step === '终审' &&
      resultsOfSecond.some(({ day }) => !read.day || !day || day === read.day)
    )
      continue;
    if (isVague && has(new Set(['驳回禁令', '初步禁令']))) continue;
    if (fact.day === undefined && isDated) continue;
    // A court may make several orders and hold several hearings. All else happens once: the first day counts.
    const isRepeatable = fact.step === '裁定' || fact.step === '开庭';
    const key = isRepeatable ? `${fact.step} ${fact.day}` : fact.step;
    if (!found.has(key)) found.set(key, fact);
  }
  const sumsInText = draft.sums.filter(({ clause }) => clause?.part === 'text');
  const sums = new Map(
    (sumsInText.length > 0 ? sumsInText : draft.sums).map((sum) => [
      `${sum.role} ${sum.currency} ${sum.amount}`,
      sum,
    ]),
  );
  const sentences = new Map(draft.sentences.map((each) => [each.words, each]));
  return {
    ...draft,
    steps: [...found.values()].filter(({ step }) => !dropped.has(step)),
    sums: [...sums.values()],
    sentences: [...sentences.values()],
  };
}
