import type { Clause } from '#lib/references/clauses/clauses.ts';
import { daysBetween, isIsoDate } from '#lib/site/dates.ts';
import { referencesIn, type TimedSentence } from '../sentences.ts';
import { type CaseInput, type Draft, shareName } from './case-draft.ts';
import { courtsIn } from './details.ts';
import { isCertain, isGroup, namesOf } from './parties/party-names.ts';

/** Whether an item says that it tells several cases: 三家法院, 两起案件. */
export function tellsSeveral(item: CaseInput): boolean {
  return SEVERAL.test(beginningOf(item));
}

const SEVERAL =
  /[两二三四五六七八九十多几数](?:家|个)法院|(?<count>[两二三四五六七八九十多几数])(?:(?:起|宗|桩|件|则)[^，]{0,14}(?:案|纠纷|官司|诉讼)|[案起](?=[：，]|$)|家[^，。]{0,12}(?:先后|分别|接连|相继)(?:起诉|状告|控告|诉))/mu;

/** How many cases an item says that it tells, as far as it says so: 三起案件. */
export function countOfCases(item: CaseInput): number {
  const beginning = beginningOf(item);
  const count = SEVERAL.exec(beginning)?.groups?.count;
  if (count !== undefined) return ' 二三四五六七八九十'.indexOf(count.replace('两', '二')) + 1;
  return namesOf(EACH_SUED.exec(beginning)?.groups?.defendants ?? '').length;
}

/** Whether a clause tells one suit against each defendant: 某出版商分别起诉了甲公司、乙公司. */
export function suesEach({ masked }: Pick<Clause, 'masked'>): boolean {
  return EACH_SUED.test(masked);
}

const EACH_SUED =
  /(?:分别|逐一|接连|先后)(?:起诉|状告|控告|告了|诉)了?(?<defendants>[^，。；]{2,60})/u;

function beginningOf({ title, text }: CaseInput): string {
  const [first = ''] = text.split(/[。\n]/u);
  return `${title}\n${first}`;
}

/** The one plaintiff of all cases: 三起官司，原告都是某公司. */
export function plaintiffsOfAll({ text }: CaseInput): string[] {
  const words = /原告(?:都|均|同)(?:是|为)([^，。；]{2,24})/u.exec(text)?.[1];
  return words === undefined ? [] : namesOf(words);
}

/** The company that a sentence begins with and another case is against: 某玩具店卖过同款，一审须赔6000元. */
export function nextDefendantIn({ part, clauses }: TimedSentence): string | undefined {
  const words =
    /^(\p{Script=Han}{3,14}?)(?=被索赔|须|应|需|卖|售|销|把|将|在|未|擅|使用|制作)/u.exec(
      clauses[0]?.text ?? '',
    )?.[1];
  return part === 'text' && words !== undefined && isCertain(words) ? words : undefined;
}

/** Whether a sentence begins with a court that decides, and the case before has its own court and decision. */
export function isOfOtherCourt({ courts, steps }: Draft, sentence: TimedSentence): boolean {
  if (!steps.some(({ clause }) => clause?.part === 'text')) return false;
  const [first, second] = sentence.clauses;
  const found = [first, second].flatMap((clause) =>
    clause === undefined ? [] : courtsIn(clause, referencesIn(clause, sentence.references)),
  );
  const isInstance = /一审|二审|上诉|再审|终审|^(?:该案|此案|本案|案件)/u.test(sentence.masked);
  return found.length > 0 && !isInstance && !found.some((court) => courts.includes(court));
}

/** Whether somebody else sues than in this case: 3月3日，另一家出版社以同样理由起诉. */
export function isSuitOfOther(
  { plaintiffs }: Draft,
  other: { plaintiffs: readonly string[] } | undefined,
  { masked }: Pick<Clause, 'masked'>,
): boolean {
  if (other === undefined || other.plaintiffs.length === 0 || plaintiffs.length === 0) return false;
  if ([...plaintiffs, ...other.plaintiffs].some(isGroup)) return false;
  return (
    !shareName(plaintiffs, other.plaintiffs) &&
    /起诉(?![的书状])|提起[^，公]{0,12}诉讼/u.test(masked)
  );
}

/** Whether a clause names a suit of the plaintiff of this case against somebody else: 甲诉丙案中，after 甲诉乙案中. */
export function isSuitAgainstOther(
  { hasSuit, partsOf, defendants }: Draft,
  suit: { defendants: readonly string[] },
  { masked }: Pick<Clause, 'masked'>,
): boolean {
  return (
    hasSuit &&
    partsOf.defendants === 'text' &&
    /诉[^，]{2,30}案/u.test(masked) &&
    !shareName(defendants, suit.defendants)
  );
}

/** The court of all cases of an item that tells several: the one that it names before the first case. */
export function courtsOfAll(drafts: readonly Draft[], { sentences }: CaseInput): string[] {
  const [first] = sentences.filter(({ part }) => part === 'text');
  if (drafts.length < 2 || first === undefined) return [];
  const suit = first.clauses.findIndex(({ text }) => /诉(?![讼求请])/u.test(text));
  const lead = suit === -1 ? first.clauses : first.clauses.slice(0, suit);
  const courts = new Set(
    lead.flatMap((clause) => courtsIn(clause, referencesIn(clause, first.references))),
  );
  return courts.size === 1 ? [...courts] : [];
}

/**
 * The least number of days between a judgment and the judgment of the court above it, which has to hear the appeal
 * first.
 */
const LEAST_DAYS_OF_APPEAL = 10;

/** Whether what was read as one case are several: two judgments of first instance, or an appeal decided at once. */
export function isSeveralInOne({ steps }: Pick<Draft, 'steps'>): boolean {
  const daysOf = (words: RegExp) =>
    [...new Set(steps.flatMap(({ step, day }) => (words.test(step) ? (day ?? []) : [])))].filter(
      isIsoDate,
    );
  const [first, ...others] = daysOf(/^一审$/u);
  const [second] = daysOf(/^(?:二审|终审)/u);
  if (others.length > 0) return true;
  return (
    first !== undefined && second !== undefined && daysBetween(first, second) < LEAST_DAYS_OF_APPEAL
  );
}
