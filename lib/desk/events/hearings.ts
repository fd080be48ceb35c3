import type { Clause } from '#lib/references/clauses/clauses.ts';
import { type Time, type TimedSentence, timesWithin } from '../sentences.ts';
import type { EventInput, FoundEvent } from './event-input.ts';
import { caseNameAt, settlementOf, settlerIn } from './names/case-names.ts';

/** A cheap test before the patterns of this file. */
const ANY = /[庭审讯听辩堂]|期日/u;

/** A court sits: 开庭; Hong Kong 再讯, 提堂; Taiwan 言词辩论; the Unified Patent Court 口头审理. */
const HEARING =
  /开庭(?!前|后|时|审理后|公告|陈述)|开审|庭期|期日|对簿公堂|(?:再|续|聆|应|提|过|候)(?:讯|堂)(?!问|录)|口审(?=安?排|将|定|于|在|日)|口头(?:辩论|审理|听审|听证|陈述)|言[词辞](?:辩论|审理)|准备程序|预审|庭审(?!直播|戏|实录|中|后|时|现场|焦点)|(?:在线|公开|继续|恢复|再次|合并|重新|正式)审理|续审|听审|(?:须|应|将|要求|传召)[^，]{0,12}[出到]庭|听取(?:双方|各方|口头|律师)|陪审团?(?:审判|审理)|(?:审判|庭审|审理)(?:预计|将|拟){0,2}持续[^，]{1,6}|就[^，]{0,10}(?:动议|禁令|上诉)[^，]{0,6}(?:辩论|陈词)|陪审团(?:遴选|选任|挑选)|(?:遴选|选任|挑选)陪审团|(?:开始|进行|启动)[^，]{0,8}审判|(?:将|拟|定)[于在][^，]{2,14}[日午时分]审理|(?:审判|审讯)(?=将?[定排安于在])/u;
/** A hearing of a court on a settlement or a motion. Hearings of committees are read elsewhere. */
const HEARD =
  /(?:法院|法庭|法官|批准|公平性?|公正性?|最终|和解|初步|动议|禁令|案)[^，]{0,24}听证(?!会?陈述)|听证会?(?=将?[定排安于在])/u;
const NOT_HELD =
  /原定|就此了结|延期(?!至)|推迟(?!至)|改期(?!至)|取消|未开庭|不再|择期(?!宣判|判决|宣告|作出|裁)|曾定|暂缓|无须|无需/u;
/** A hearing that was moved to another day: 庭审由3月9日推迟至4月20日. */
const MOVED = /(?:改|延|推|押|顺|挪)[^，]{0,3}[至到在于]/u;
/** 开庭审理并当庭宣判: what counts of the day is the judgment. */
const SENTENCED =
  /(?:当庭|当场|同日|当日|并)(?:公开)?(?:作出)?(?:一审)?(?:宣判|判决|宣告|判处)|公开宣判/u;
const DECIDED = /判决|宣判|裁定书|胜诉|败诉/u;

/** A clause that only gives the day of what the clause before it named: 排定口头审理：明年3月17日. */
const ONLY_DAY =
  /^(?:日期|时间|庭期|期日|定于|定在|排在|自|从)?(?:暂?定?[为是于在]|安排在|拟于)?$/u;

/** The day of a hearing that a clause gives, held or to come. */
export function hearingIn(
  clause: Clause,
  sentence: TimedSentence,
  input: EventInput,
): FoundEvent | undefined {
  if (!ANY.test(sentence.masked)) return undefined;
  const own = timesWithin(sentence.times, clause, 0, clause.end - clause.start);
  const time = own.findLast(({ first }) => first.day !== undefined);
  if (time === undefined) return undefined;
  if (!isHearing(clause, time, sentence) || SENTENCED.test(sentence.masked)) return undefined;
  if (NOT_HELD.test(sentence.masked) && !MOVED.test(clause.masked)) return undefined;
  const settled = settledHearing(clause, input);
  const known = caseNameAt(clause, sentence, input);
  if (settled !== undefined && known === undefined) return { name: settled, kind: 'hearing', time };
  const name = known ?? settledCase(clause, input);
  if (name === undefined) return undefined;
  return { name: `${name}开庭`, kind: 'hearing', time };
}

/** 甲与乙和解批准听证. */
function settledHearing({ masked }: Clause, input: EventInput): string | undefined {
  const word = /批准|公平|公正/u.exec(masked)?.[0];
  const sides = word === undefined ? undefined : settlementOf(input);
  return sides === undefined ? undefined : `${sides}${word ?? ''}听证`;
}

/** A hearing on a settlement of which the item names only the company: Novalark案. */
function settledCase({ masked }: Clause, input: EventInput): string | undefined {
  const company = /批准|公平|和解|公正|最终|初步/u.test(masked) ? settlerIn(input) : undefined;
  return company === undefined ? undefined : `${company}案`;
}

function isHearing(clause: Clause, time: Time, { clauses, masked }: TimedSentence): boolean {
  if (hearingEnd(clause.masked, masked) !== undefined) return true;
  const before = clauses[clauses.indexOf(clause) - 1];
  const rest = clause.masked.slice(0, time.start - clause.start);
  if (before === undefined || !ONLY_DAY.test(rest) || DECIDED.test(clause.masked)) return false;
  const end = hearingEnd(before.masked, masked);
  return end !== undefined && end >= before.masked.length - 1;
}

/** Where the word for a hearing ends in a clause. */
function hearingEnd(clause: string, sentence: string): number | undefined {
  const match = HEARING.exec(clause) ?? (isPublic(sentence) ? null : HEARD.exec(clause));
  return match === null ? undefined : match.index + match[0].length;
}

const ORGAN =
  /委员会|议会|国会|[参众上下]议?院|立法[会院]|人大|政府|知识产权局|版权局|商标局|贸易代表|(?:司法|文旅|文化|财政|商务|市场监管|发展改革|数据|工业|经济)[厅局部委署]/u;

/** Whether the hearing of a sentence is one of a parliament or an authority. */
function isPublic(sentence: string): boolean {
  return ORGAN.test(sentence) && !/(?<!立)法院|法官|法庭|原告|被告/u.test(sentence);
}

const PUBLIC_HEARING = /(?:立法)?听证会?|公听会/u;
/** What a hearing is about, if it is a bill that only its English name or a word like 草案 shows. */
const BILL =
  /就([^，就]{2,40}?(?:法案|草案|修正案|条例|办法|Act|Bill))(?:》)?(?:的[^，]{0,8})?(?:举行|召开|举办|组织|召集|进行)/u;

/** 召开“某法第87条修正草案”公听会. */
const QUOTED_BILL = /[“《]([^“”《》]{4,40})[”》](?:立法)?(?:公听会|听证会)/u;
/** What an authority hears: 就特别301报告举行公开听证会. */
const HEARD_TOPIC =
  /(?:就|围绕|针对)((?!该|此|这|上述|有关|相关)[^，就《》]{4,24}?)(?:问题|事项|议题)?(?:将|再次)?(?:举行|召开|召集|举办)[^，]{0,6}(?:听证|公听)会/u;

const BILL_TITLE =
  /《([^《》]{2,40}(?:法|法案|草案|修正案|条例|办法|规定|规则|Act|Bill)(?:（[^（）《》]{1,12}）)?)》/u;

/** The hearing of a parliament or an authority on an act: 参议院拟于3月4日就某法案举行听证. */
export function publicHearingIn(
  clause: Clause,
  sentence: TimedSentence,
  { actNames }: EventInput,
): FoundEvent | undefined {
  const [at] = timesWithin(sentence.times, clause, 0, clause.end - clause.start);
  const isOnlyDay =
    at !== undefined && ONLY_DAY.test(clause.masked.slice(0, at.start - clause.start));
  // 就某事举行听证会，时间定在12月11日.
  const told =
    (isOnlyDay ? sentence.clauses[sentence.clauses.indexOf(clause) - 1] : undefined) ?? clause;
  const word = (PUBLIC_HEARING.exec(clause.masked) ?? PUBLIC_HEARING.exec(told.masked))?.[0];
  if (word === undefined || !isPublic(sentence.masked)) return undefined;
  if (NOT_HELD.test(sentence.masked) && !MOVED.test(clause.masked)) return undefined;
  const own = timesWithin(sentence.times, clause, 0, clause.end - clause.start);
  const time = own.findLast(({ first }) => first.day !== undefined);
  const name =
    QUOTED_BILL.exec(clause.text)?.[1] ??
    actNames.find((act) => sentence.text.includes(act)) ??
    BILL_TITLE.exec(sentence.text)?.[1] ??
    BILL.exec(clause.text)?.[1]?.replace(/^《/u, '') ??
    (HEARD_TOPIC.exec(clause.text) ?? HEARD_TOPIC.exec(told.text))?.[1];
  if (time === undefined || name === undefined) return undefined;
  return { name: `${name}${word === '听证' ? '听证会' : word}`, kind: 'event', time };
}
