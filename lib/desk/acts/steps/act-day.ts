import type { Clause } from '#lib/references/clauses/clauses.ts';
import { resolve } from '#lib/references/clauses/resolve-times.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { PartialDate } from '#lib/site/partial-dates.ts';
import type { ActFact, ActStep } from '../../facts.ts';
import type { Time, TimedSentence } from '../../sentences.ts';
import type { ActName } from '../names/act-names.ts';
import { isExtended, isOpenForComments } from './consultation.ts';

export function isForce(step: ActStep): boolean {
  return step === 'in force' || step === 'partly in force';
}

/**
 * Whether a step gets no day, although the sentence gives one: the day belongs to something else. Only a day in the
 * clause itself tells when an act comes into force. And the day in a clause about a longer consultation is the new end,
 * not the beginning.
 */
export function isUndated(step: ActStep, own: readonly Time[], clause: Clause): boolean {
  const { masked } = clause;
  if (step === 'consultation') return isExtended(masked) || endsThen(own, clause);
  if (own.length > 0) return false;
  // The day after the last one of a month is not read: 8月31日……，次日.
  if (/[次翌]日/u.test(masked)) return true;
  // 即日起生效: from the day of the step before it.
  if (isForce(step) && /即[日刻]|立[即刻]/u.test(masked)) return false;
  // 《……》已于3月1日通过，现予公布: March 1 is the day of the adoption, and the publication has no day.
  return isForce(step) || (step === 'published' && /现予|现将/u.test(masked));
}

/** Until when comments are open: 即日起至12月15日, 12月15日前. */
function endsThen(own: readonly Time[], { masked, start }: Clause): boolean {
  const time = own.at(-1);
  if (time === undefined || time.last !== undefined) return false;
  return (
    /[至到]$/u.test(masked.slice(0, Math.max(0, time.start - start))) ||
    /^(?:之?前|止|为止)/u.test(masked.slice(time.end - start))
  );
}

/** 自公布之日起施行: an act applies from the day on which it was published. */
export function dayOfPublication(
  { name, step }: Pick<ActFact, 'name' | 'step'>,
  { masked }: Clause,
  facts: readonly ActFact[],
): PartialDate | undefined {
  if (step !== 'in force' || !/(?:公布|发布|印发|颁布|公告)(?:之日|当日)起/u.test(masked))
    return undefined;
  return facts.find((fact) => fact.name === name && fact.step === 'published')?.day;
}

/** The date on a paper itself, 日期为2025年7月17日, and the first day for comments, 时间为11月18日至12月17日. */
export function dayNoted(
  step: ActStep,
  { masked, start, times }: TimedSentence,
  date: IsoDate,
): PartialDate | undefined {
  if (step !== 'published' && step !== 'consultation') return undefined;
  const noted = times.find((time) => {
    const before = masked.slice(Math.max(0, time.start - start - 16), time.start - start);
    return step === 'published'
      ? /(?:日期|落款)(?:为|是|：)?$/u.test(before)
      : time.last !== undefined && !isExtended(masked) && TERM.test(before);
  });
  return noted && resolve(noted, date, step === 'published' ? 'past' : 'either')?.from;
}

const TERM =
  /(?:时间|期限|期间|征求意见期|征集期|咨询期|公示期)(?:为|是|自|从|定为|，)?(?:自|从)?$/u;

/** 1月27日，某会举行。会上，《……》发布: what is done at a meeting is done on its day. */
export function dayOfMeeting(
  step: ActStep,
  { clause, sentence }: { clause: Clause; sentence: TimedSentence },
  { sentences, date }: { sentences: readonly TimedSentence[]; date: IsoDate },
): PartialDate | undefined {
  if (!AT_MEETING.has(step) || !IN_MEETING.test(sentence.masked)) return undefined;
  if (/已|此前|曾|早前/u.test(clause.masked)) return undefined;
  const before = sentences[sentences.indexOf(sentence) - 1];
  const days = before?.times.filter(({ isReport, first }) => !isReport && first.day !== undefined);
  const [day] = days ?? [];
  if (days?.length !== 1 || day === undefined) return undefined;
  const isFirstDay = /^[^，]{0,6}首日/u.test(sentence.masked);
  if (day.last !== undefined && !isFirstDay) return undefined;
  return resolve(day, date, 'past')?.from;
}

const AT_MEETING: ReadonlySet<ActStep> = new Set(['published', 'signed', 'adopted', 'draft']);
const IN_MEETING =
  /^(?:[会论年大峰讲][\p{Script=Han}]{0,4})?(?:会[议上]上?|论坛上|大会上|仪式上|现场|会议期间|会间|其间|首日|开幕日)(?:，|(?=□)|(?=[\p{Script=Han}]{2,12}(?:发布|签署|公布|通过)))/u;

/** A committee of a house only sends a bill on. Standing committees and those of courts and unions adopt. */
const COMMITTEE = /(?<!常务|审判|检察|执行|欧盟|常)委员会(?!第)[^，]{0,20}通过/u;

/** A cabinet sends its bills to a parliament. */
const CABINET = /内阁|阁议|政院|国务会议|部长会议|联邦政府/u;
const HOUSE = /议会|国会|议院|[参众]院|立法院/u;

/** Whether who passes a draft has the last word: a house, or the State Council for its own regulations. */
function isLast(masked: string, type: ActName['type']): boolean {
  return (
    /表决|(?<!国务)院|议会|国会|立法会|人大|三读|细则性/u.test(masked) ||
    (type !== 'law' && masked.includes('国务院'))
  );
}

/** A government that passes a draft sends it on. A draft that is published for comments is a consultation. */
export function stepOf(
  step: ActStep,
  { draft, type }: Pick<ActName, 'draft' | 'type'>,
  { masked: words, text }: Clause,
  sentence: TimedSentence,
): ActStep {
  // Reports of the mainland put the organs of Taiwan in quotes: “行政院”.
  const masked = words + (/“(?:行政院|立法院|立院|政院)[^“”]{0,2}”/u.exec(text)?.[0] ?? '');
  const isOfCabinet = type === 'law' && CABINET.test(masked) && !HOUSE.test(masked);
  if ((step === 'adopted' || step === 'approved') && isOfCabinet) return 'deliberation';
  if (step === 'adopted') if (COMMITTEE.test(masked)) return 'deliberation';
  if (step === 'adopted')
    return draft !== undefined && !isLast(masked, type) ? 'deliberation' : step;
  if (step === 'draft' && isOpenForComments(sentence.masked)) return 'consultation';
  if (step === 'published' && draft !== undefined) {
    return draft === 'consultation' || isOpenForComments(sentence.masked)
      ? 'consultation'
      : 'draft';
  }
  return step;
}

/** How long before its issue a step is news, in days, and one that only says which act is meant. */
const NEWS = 730;
const BACKGROUND_NEWS = 60;

/** Whether a step is only the history of an act. */
export function isHistory(
  day: PartialDate | undefined,
  date: IsoDate,
  isBackground: boolean,
): boolean {
  if (day === undefined) return isBackground;
  const first = `${day}-01-01`.slice(0, 10);
  const age = (Date.parse(date) - Date.parse(first)) / (24 * 60 * 60 * 1000);
  return age > (isBackground ? BACKGROUND_NEWS : NEWS);
}
