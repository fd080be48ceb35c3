import type { CaseFact } from '../facts.ts';
import { stateOf, statesIn } from '../states.ts';
import type { CaseInput, Draft } from './case-draft.ts';
import { CaseReader } from './case-reader.ts';
import { completed, isCase, isOfText } from './complete-case.ts';
import { isOfUnifiedCourt } from './details.ts';
import { isGroup } from './parties/party-names.ts';
import { countOfCases, courtsOfAll, isSeveralInOne } from './several-cases.ts';

/** An item without such a word reports no case: most items need not be read for cases. */
const OF_COURTS =
  /(?<![告投倾])诉(?![求说])|(?<![谈批研评])判(?!断)|法院|法官|(?<!总)裁(?![剪员])|和解|禁令|检察/u;

/** Words of items about a case that is not real: a mock trial, a television series. */
const MADE_UP =
  /模拟(?:审判|庭审|开庭)|(?:剧|小说|影片|片|游戏)中的?(?:律师|法官|法庭|法院|案件|官司)|虚构(?:的)?案|玩家扮演/u;

/** Whether an item is about an arbitration alone, which is no case of a court. */
function isArbitration({ title, text }: CaseInput): boolean {
  return /仲裁/u.test(title + text) && !/法院|法庭(?!内)|法官|诉(?!求)/u.test(title + text);
}

/** The most cases that are read in one item. An item with more is a list, and the bound keeps reading linear. */
const MOST_CASES = 60;

/** Reads the cases that an item reports. A case that it mentions only for comparison is left out. */
export function readCases(input: CaseInput): CaseFact[] {
  if (!OF_COURTS.test(input.text) || MADE_UP.test(input.text) || isArbitration(input)) return [];
  const reader = new CaseReader(input);
  for (const sentence of input.sentences) {
    if (reader.drafts.length > MOST_CASES) break;
    reader.readSentence(sentence);
  }
  const cases = casesOf(reader, input);
  // Of three cases in one, nobody knows what belongs to which.
  return !reader.isBatch && cases.length < countOfCases(input) ? [] : cases;
}

/** What was read, completed by what the item says of all its cases. What is no case is left out. */
function casesOf({ drafts, unsure, isBatch }: CaseReader, input: CaseInput): CaseFact[] {
  const state = stateOfItem(input);
  const isFirst = isOfFirstInstance(input);
  // A title may call the parties by other words than the text: it is no second case.
  const told = drafts.filter(({ steps }) => steps.some(({ clause }) => clause?.part === 'text'));
  const courts = isBatch ? [] : courtsOfAll(drafts, input);
  return (told.length === 0 ? drafts : drafts.filter(isOfText)).flatMap((draft) => {
    const fact = completed({
      ...draft,
      ...sidesOfText(draft, input),
      steps: isFirst ? draft.steps.map(asFirstInstance) : draft.steps,
      courts: draft.courts.length === 0 ? courts : draft.courts,
      state: draft.state ?? state,
    });
    const isKnown =
      !unsure.has(draft) || (fact.plaintiffs.length > 0 && fact.defendants.length > 0);
    // In an item of several cases two companies that settle may be those of another one.
    const isOfOther = told.length > 1 && isPairAlone(fact, draft);
    return isKnown && !isOfOther && !isSeveralInOne(draft) && isCase(fact, draft, input)
      ? [fact]
      : [];
  });
}

/** Whether all that is known of a case is between whom it is settled. */
function isPairAlone({ plaintiffs, defendants, courts }: CaseFact, { pair }: Draft): boolean {
  return pair.length === 2 && plaintiffs.length + defendants.length + courts.length === 0;
}

/** The group that only the title speaks of, 出版商, is in the text somebody by name. */
function sidesOfText(
  { plaintiffs, defendants, partsOf }: Draft,
  { text }: CaseInput,
): Pick<CaseFact, 'plaintiffs' | 'defendants'> {
  const isTold = (part: 'title' | 'text') => (name: string) =>
    part === 'text' || !isGroup(name) || text.includes(name);
  return {
    plaintiffs: plaintiffs.filter(isTold(partsOf.plaintiffs)),
    defendants: defendants.filter(isTold(partsOf.defendants)),
  };
}

/** Whether an item says somewhere that its judgments are of first instance, and speaks of no other: 两案都是一审. */
function isOfFirstInstance({ title, text }: CaseInput): boolean {
  return (
    /一审/u.test(title + text) &&
    !/二审|终审|再审|改判|维持|上诉法院|驳回[^，。]{0,16}上诉/u.test(title + text)
  );
}

function asFirstInstance(fact: CaseFact['steps'][number]): CaseFact['steps'][number] {
  return fact.step === '判决' ? { ...fact, step: '一审' } : fact;
}

/** The state that a title names, or China if an item names no other state but speaks of Chinese courts or laws. */
function stateOfItem({ title, text }: CaseInput): string | undefined {
  if (isOfUnifiedCourt({ title, text })) return undefined;
  const named = stateOf([title]);
  if (named !== undefined) return named;
  const isForeign = statesIn(title + text).length > 0;
  const isChinese = /一审|二审|终审|人民法院|检察院|反不正当竞争法|著作权法/u.test(text);
  return isChinese && !isForeign ? '中国' : undefined;
}
