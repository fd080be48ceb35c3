import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { Time, TimedSentence } from '../../sentences.ts';
import type { EventInput, FoundEvent } from '../event-input.ts';
import { type Candidate, candidatesIn } from '../names/candidates.ts';
import { applicationIn, royaltiesIn, settlementIn, transposition } from './claims.ts';
import { answers, consultation } from './consultations.ts';
import { awardIn, contestIn } from './contests.ts';
import {
  CONSULTED,
  DUES,
  LAST_DAY,
  LASTS,
  ONLY_END_AFTER,
  ONLY_END_BEFORE,
  OWN_STARTED,
  OWN_SUBJECT,
  OWN_YEAR,
  SUBJECT,
  UNTIL,
} from './deadline-words.ts';

/** A deadline that a clause gives: for comments on an act, for entries, or for claims. */
export function deadlineIn(
  clause: Clause,
  sentence: TimedSentence,
  input: EventInput,
  named: readonly Candidate[],
): FoundEvent | undefined {
  for (const time of sentence.times) {
    if (time.start < clause.start || time.end > clause.end || !isEnd(clause, time, sentence))
      continue;
    // A deadline that was moved: 公开咨询不再于1月9日结束，而是延长至1月30日.
    if (/不再[于在]?$/u.test(clause.masked.slice(0, time.start - clause.start))) continue;
    const name = transposition(clause, sentence) ?? nameOf(clause, time, sentence, input, named);
    if (name !== undefined)
      return { name, kind: 'deadline', time: lastDay({ ...time, isReport: false }) };
  }
  return undefined;
}

function nameOf(
  clause: Clause,
  time: Time,
  sentence: TimedSentence,
  input: EventInput,
  named: readonly Candidate[],
): string | undefined {
  const isConsulted = CONSULTED.test(sentence.masked);
  const paper = isConsulted ? consultation(sentence, input) : undefined;
  // 公开征集 may be of cases, works or experts too.
  if (isConsulted && (paper !== undefined || /意见|建议|评论|[咨谘征]询/u.test(sentence.masked)))
    return paper;
  return registration(clause, time, sentence, input, named) ?? answers(clause, sentence, input);
}

/** Whether the words around a time say that something ends then. */
function isEnd(
  { masked, start }: Clause,
  time: Time,
  { masked: sentence, start: from }: TimedSentence,
): boolean {
  // The old day of a deadline that was moved is no deadline any more.
  if (/起初|原定|原本|最初/u.test(masked) && !/延|改|推|宽|展期/u.test(masked)) return false;
  // What a law firm asks of its clients is no deadline of the authority.
  if (/联系我们|联系本所|与我们联系|致电/u.test(masked)) return false;
  if ((time.last ?? time.first).day === undefined) return false;
  // 截止日期：12月31日 is two clauses.
  const isLabelled = sentence.charAt(time.start - from - 1) === '：';
  const before = isLabelled
    ? sentence.slice(Math.max(0, time.start - from - 24), time.start - from)
    : masked.slice(0, time.start - start);
  const after = masked.slice(time.end - start);
  if (UNTIL.test(after)) return true;
  return time.last === undefined
    ? LAST_DAY.test(before)
    : /(?:时间|期限|期|报名|申报|投稿|征稿)(?:为|自|从|：)?$/u.test(before) || LASTS.test(after);
}

/** What is asked for: 公开征集2025年度优秀案例. */
const COLLECTED =
  /征集(?!活动|评选|评比|公告|令|通知|启[动事]|开[始启]|正式|现|将|已|截止|时间|日期|期|通道|工作|范围|对象|方式|要求|于|自|从|至|到)((?:\d{4}年度?)?\p{Script=Han}{2,16}?)(?:活动)?(?=，|$|。)/u;

function registration(
  clause: Clause,
  time: Time,
  sentence: TimedSentence,
  input: EventInput,
  named: readonly Candidate[],
): string | undefined {
  const { masked } = clause;
  const isOnlyEnd =
    ONLY_END_BEFORE.test(masked.slice(0, time.start - clause.start)) &&
    ONLY_END_AFTER.test(masked.slice(time.end - clause.start));
  const isSent = /报送|提交|寄|递交|发送|发至|发到|送至|送达/u.test(masked);
  const words = isOnlyEnd || isSent ? sentence.masked : masked;
  const subject = subjectOf(clause, sentence, isOnlyEnd);
  const due = DUES.find(([pattern]) => pattern.test(words))?.[1];
  const collected =
    isOnlyEnd || isSent || due !== undefined ? COLLECTED.exec(sentence.masked)?.[1] : undefined;
  if (collected !== undefined) {
    const event = nearestName(clause, sentence, named, input.title);
    if (event !== undefined || due !== undefined || /\d{4}|十大|优秀|典型/u.test(collected))
      return `${event ?? ''}${collected}征集`;
  }
  const what = subject ?? due;
  const royalties = what && royaltiesIn({ ...clause, start: time.start }, what, input);
  if (royalties !== undefined) return `${royalties}${what}`;
  const ofCase = settlementIn(isOnlyEnd ? { ...clause, masked: words } : clause, input);
  if (ofCase !== undefined) return ofCase;
  if (what === undefined) return /申请/u.test(words) ? applicationIn(sentence, input) : undefined;
  const applied = applicationIn(sentence, input);
  if (applied !== undefined && named.length === 0) return applied;
  const { title } = input;
  const name =
    awardIn(masked) ??
    nearestName(clause, sentence, named, title) ??
    (due === undefined ? undefined : (contestIn(sentence.text) ?? contestIn(title)));
  return name === undefined ? ownSubject(masked, sentence) : joinedName(name, what);
}

/** What one registers for, where it is called by what it is and has no name besides. */
function ownSubject(clause: string, { masked }: TimedSentence): string | undefined {
  return (OWN_SUBJECT.exec(clause) ?? OWN_STARTED.exec(masked) ?? OWN_YEAR.exec(masked))?.groups
    ?.what;
}

/** “好品牌”评选 and 评选报名 are “好品牌”评选报名. */
function joinedName(name: string, what: string): string {
  if (/征集$/u.test(name) && /^(?:申报|投稿|提交|报名)$/u.test(what)) return name;
  return name.slice(-2) === what.slice(0, 2) ? name.slice(0, -2) + what : name + what;
}

/** How one registers: 线上报名 is 报名. */
const ONLINE = /^(?:线上|网上|在线|网络)(?=\p{Script=Han}{2})/u;

/** 展位申请9月25日截止; 境外展商报名通道已经开启，2月10日截止. */
function subjectOf(
  clause: Clause,
  { clauses }: TimedSentence,
  isOnlyEnd: boolean,
): string | undefined {
  const before = isOnlyEnd ? clauses[clauses.indexOf(clause) - 1] : undefined;
  return SUBJECT.exec((before ?? clause).masked)?.groups?.what?.replace(ONLINE, '');
}

/** The last day of a span is the deadline. */
function lastDay(time: FoundEvent['time']): FoundEvent['time'] {
  const { last, ...rest } = time;
  if (last === undefined) return time;
  const isNextYear = (last.month ?? 13) < (rest.first.month ?? 0) || last.isNextYear === true;
  const year =
    last.year ??
    (rest.first.year === undefined ? undefined : rest.first.year + (isNextYear ? 1 : 0));
  return {
    ...rest,
    first: {
      ...last,
      month: last.month ?? rest.first.month,
      ...(year === undefined ? {} : { year }),
    },
  };
}

/** Parts of a gathering. Where one registers, it is for the whole gathering. */
const WITHIN =
  /专场|分会场|分论坛|平行论坛|典礼|晚宴|晚会|仪式|[发约牌幕馆]式|[奖映动]礼|酒会|茶会|沙龙|夜话/u;

/** The event that a deadline belongs to: the last one that the item named before it. */
function nearestName(
  clause: Clause,
  { clauses }: TimedSentence,
  named: readonly Candidate[],
  title: string,
): string | undefined {
  const inSentence = clauses.filter(({ start }) => start <= clause.start).flatMap(candidatesIn);
  const names = [...named, ...inSentence];
  const last =
    names.findLast(({ name }) => !WITHIN.test(name)) ??
    names.at(-1) ??
    candidatesIn({ text: title, masked: title })[0];
  return last?.name;
}
