import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { type Time, type TimedSentence, timesWithin } from '../../sentences.ts';
import {
  asSpan,
  bracketedTime,
  goesWith,
  inherited,
  isOnlyTime,
  lengthIn,
  monthsIn,
  timeOf,
} from '../event-times.ts';
import { type Role, roleIn } from '../occurrence-role.ts';
import {
  AGAIN,
  ANY_EVENT,
  BEGINS,
  ENDS,
  GOES_ON,
  HELD,
  ONLY_END,
  OTHER,
  PART,
  PART_HELD,
  SPAN_HELD,
} from '../occurrence-words.ts';
import { type Candidate, candidatesIn, noticedIn } from './candidates.ts';
import { isOffer } from './offers.ts';

/** What a clause says of an event: that it is held, begins or ends at a time. */
export type Occurrence = {
  name: string;
  time: Time;
  role: Role;
  clause: Clause;
  /** How many days it lasts, if the sentence says so: 为期三天. */
  days?: number;
  /** How many months: 为期半年. */
  months?: number;
};

/**
 * What the clauses of a sentence say of events.
 * @param named the names in the sentences before; those of this one are added
 * @param earlier what the sentences before say
 */
export function occurrencesIn(
  sentence: TimedSentence,
  named: Candidate[],
  earlier: readonly Occurrence[],
  date: IsoDate,
): Occurrence[] {
  const found: Occurrence[] = [];
  const inSentence: Candidate[] = [];
  const isTimed = sentence.times.length > 0 || sentence.text.includes('（');
  for (const [at, clause] of sentence.clauses.entries()) {
    if (!isTimed) {
      named.push(...namedIn(clause));
      continue;
    }
    const next = sentence.clauses[at + 1];
    const within = timesWithin(sentence.times, clause, 0, clause.end - clause.start);
    // From 4月20日到5月20日， one reads on to what happens then.
    if (next !== undefined && isOnlyTime(clause, within) && candidatesIn(next).length > 0) continue;
    const before = sentence.clauses[at - 1];
    const ofBefore = before && timesWithin(sentence.times, before, 0, before.end - before.start);
    const isOfBefore =
      within.length === 0 &&
      before !== undefined &&
      ofBefore !== undefined &&
      (isOnlyTime(before, ofBefore) || goesWith(clause, before, ofBefore));
    const own = isOfBefore ? ofBefore.slice(-1) : asSpan(within, clause);
    const candidates = candidatesIn(clause).filter((name) => !isOffer(name, sentence));
    for (const candidate of candidates) {
      const bracketed = bracketedTime(candidate, clause, date);
      const time = bracketed ?? timeOf(candidate, own, clause) ?? inherited(clause, sentence, own);
      const role =
        bracketed === undefined
          ? time && roleIn(clause, candidate, own.length > 0, time)
          : ('held' as const);
      if (time !== undefined && role !== undefined)
        found.push({ name: candidate.name, time, role, clause });
    }
    // The words that the clause before may have for it: 行动为期半年，6月至11月在全国铺开.
    const isNamedBefore = before !== undefined && AGAIN.test(before.masked);
    const part = partIn(clause, own, named);
    if (part !== undefined) found.push(part);
    else if (candidates.length === 0) {
      const again =
        labelled(clause, within, before) ??
        goesOn(clause, own, isNamedBefore ? named : inSentence, found) ??
        againIn(clause, own, named, [...earlier.slice(-1), ...found]);
      if (again !== undefined) found.push(again);
    }
    const lasting = namedIn(clause);
    named.push(...lasting);
    inSentence.push(...lasting);
  }
  const days = lengthIn(sentence);
  const months = monthsIn(sentence);
  const isOne = found.every(({ name }) => name === found[0]?.name);
  const length = days !== undefined ? { days } : months !== undefined ? { months } : undefined;
  return isOne && length !== undefined ? found.map((each) => ({ ...each, ...length })) : found;
}

/** The names that later clauses may go on about. A day of the year is none of them. */
function namedIn(clause: Clause): Candidate[] {
  return [...noticedIn(clause), ...candidatesIn(clause)].filter(({ head }) => head !== '日');
}

/** 某作家节公布档期：5月12日至17日. */
function labelled(
  clause: Clause,
  own: readonly Time[],
  before: Clause | undefined,
): Occurrence | undefined {
  const [time] = own;
  if (time === undefined || before === undefined || !isOnlyTime(clause, own)) return undefined;
  const name = candidatesIn(before).at(-1)?.name;
  const isLabel = /(?:档期|时间|日期|会期|展期|日程)(?:确定|敲定|公布|为)?$/u.test(before.masked);
  return name !== undefined && isLabel ? { name, time, role: 'held', clause } : undefined;
}

/** A clause without a subject about the event that its sentence named: 6月至11月在全国开展. */
function goesOn(
  clause: Clause,
  own: readonly Time[],
  named: readonly Candidate[],
  found: readonly Occurrence[],
): Occurrence | undefined {
  const [time] = own;
  const name = named.at(-1)?.name;
  if (time?.first.month === undefined || name === undefined) return undefined;
  const isKnown = found.some((each) => each.name === name);
  if (time.last === undefined && (time.first.day === undefined || isKnown)) return undefined;
  const before = clause.masked.slice(0, time.start - clause.start);
  const after = clause.masked.slice(time.end - clause.start);
  const isHeld = /^(?:将?[于自从在]|拟于|定于)?$/u.test(before) && SPAN_HELD.test(after);
  return isHeld ? { name, time, role: 'held', clause } : undefined;
}

/** A part of the event that was named last: 决赛拟于3月举行, 启动仪式4月20日在三亚举办. */
function partIn(
  clause: Clause,
  own: readonly Time[],
  named: readonly Candidate[],
): Occurrence | undefined {
  const [time] = own.filter(({ first }) => first.month !== undefined);
  const word = PART.exec(clause.masked)?.[1] ?? PART_HELD.exec(clause.masked)?.[1];
  const whole = named.at(-1)?.name;
  if (time === undefined || word === undefined || whole === undefined || !HELD.test(clause.masked))
    return undefined;
  return { name: `${whole}${word}`, time, role: 'held', clause };
}

/** A clause about the event that was named last: 时间为5月至11月, 至26日结束, 大会24日开幕. */
function againIn(
  clause: Clause,
  own: readonly Time[],
  named: readonly Candidate[],
  found: readonly Occurrence[],
): Occurrence | undefined {
  const [time] = own.filter(({ first }) => first.month !== undefined);
  if (time === undefined) return undefined;
  const { masked } = clause;
  const word = AGAIN.exec(masked)?.[1];
  const isOfLast = ONLY_END.test(masked) || GOES_ON.test(masked);
  const lastName =
    word !== undefined && !ANY_EVENT.test(word)
      ? named.findLast(({ name }) => isCalled(name, word))?.name
      : word !== undefined || isOfLast
        ? (found.at(-1)?.name ?? named.at(-1)?.name)
        : undefined;
  if (lastName === undefined || OTHER.test(masked)) return undefined;
  if (ENDS.test(masked) || /^(?:至|持续至|将?运行[到至]|展期至)/u.test(masked))
    return { name: lastName, time, role: time.last === undefined ? 'ends' : 'held', clause };
  if (time.last !== undefined || /^[^，]{0,4}(?:时间|日期)/u.test(masked))
    return { name: lastName, time, role: 'held', clause };
  if (word !== undefined && /(?:举行|举办|召开)$/u.test(masked))
    return { name: lastName, time, role: 'held', clause };
  const isBegun = BEGINS.test(masked) || (time.isStart && word !== undefined);
  return isBegun ? { name: lastName, time, role: 'begins', clause } : undefined;
}

/** Whether 展览, 专项行动 is a word for an event of this name. */
function isCalled(name: string, word: string): boolean {
  const bare = name.replace(/[”\d]{1,6}$/u, '');
  if (/展/u.test(word))
    return (
      /展(?:览|会|览会|销会)?$/u.test(bare) ||
      (word === '展会' && /(?:博览|[博交贸]易?)会$/u.test(bare)) ||
      bare.endsWith(word)
    );
  return bare.endsWith(word);
}
