import { resolve } from '#lib/references/clauses/resolve-times.ts';
import { addDays, type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { isPartialDate, type PartialDate } from '#lib/site/partial-dates.ts';
import { spanOf } from '../acts/names/act-names.ts';
import type { EventFact } from '../facts.ts';
import type { Time } from '../sentences.ts';
import { isPlanned, yearBasis } from './event-days.ts';
import type { Occurrence } from './names/named-events.ts';

/** Joins what several clauses say of one event: it opened on the 24th and closed on the 26th. */
export function joined(occurrences: readonly Occurrence[], date: IsoDate): EventFact[] {
  const byName = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const names = [...byName.keys()];
    const key =
      names.find((name) => isSameName(name, occurrence.name)) ??
      // What only ends began under another name: 主题列车, 版权列车.
      (occurrence.role === 'ends'
        ? names.find((name) => name.slice(-2) === occurrence.name.slice(-2))
        : undefined);
    byName.set(key ?? occurrence.name, [...(byName.get(key ?? occurrence.name) ?? []), occurrence]);
  }
  return Array.from(byName).flatMap(([, ofEvent]) => eventOf(ofEvent, date));
}

/** 2025年全国知识产权宣传周 and 全国知识产权宣传周 are one. */
export function isSameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.replace(/[“”]|^\d{4}年?|活动$/gu, ''));
  // 大赛颁奖典礼 is not 大赛: the last words of both must be the same.
  return (
    x !== undefined &&
    y !== undefined &&
    x.slice(-2) === y.slice(-2) &&
    (x.includes(y) || y.includes(x))
  );
}

/** The days of a time. What is called after a year to come, 2026年度…大赛, was not held in the year before. */
function daysOf(
  name: string,
  clause: Occurrence['clause'],
  time: Time,
  date: IsoDate,
): { from: PartialDate; to: PartialDate } | undefined {
  const days = resolve(time, date, isPlanned(clause, time) ? 'planned' : 'either');
  const year = Number(/20\d\d/u.exec(name)?.[0] ?? 0);
  if (days === undefined || time.first.year !== undefined || days.from >= addDays(date, -90))
    return days;
  if (year <= Number(days.from.slice(0, 4)) || year > Number(date.slice(0, 4)) + 1) return days;
  return resolve({ ...time, first: { ...time.first, year } }, date, 'either');
}

function eventOf(occurrences: readonly Occurrence[], date: IsoDate): EventFact[] {
  const spans = occurrences.flatMap(({ time, role, name, clause }) => {
    const days = daysOf(name, clause, time, date);
    return days === undefined
      ? []
      : [{ ...days, time, role, name, clause, isSpan: time.last !== undefined }];
  });
  // 下月 in a headline, and the day in the text: the day is meant.
  spans.sort((a, b) => Number(b.from.length > 7) - Number(a.from.length > 7));
  const name = spans.map((span) => span.name).sort((a, b) => b.length - a.length)[0];
  const whole = spans.find(({ isSpan }) => isSpan);
  const begins = spans.find(({ role }) => role === 'begins');
  const ends = spans.find(({ role }) => role === 'ends');
  const held = spans.find(({ role }) => role === 'held');
  const first = whole ?? held ?? begins ?? ends;
  if (name === undefined || first === undefined) return [];
  const kind = isPeriod(name) ? ('campaign' as const) : ('event' as const);
  const fact = { name, kind, year: yearBasis(first.time), clause: spanOf(first.clause) };
  if (whole !== undefined) return [{ ...fact, from: whole.from, to: whole.to }];
  const start = begins ?? held;
  const end = start && ends && endAfter(start.from, ends);
  if (start !== undefined && end !== undefined) return [{ ...fact, from: start.from, to: end }];
  const days = lasting(occurrences, start ?? ends);
  if (days !== undefined) return [{ ...fact, ...days }];
  if (start === undefined)
    // When a gathering closed does not say when it was held; of an exhibition one wants to know its end.
    return kind === 'campaign' || /展$/u.test(name)
      ? [{ ...fact, from: undefined, to: first.to }]
      : [];
  if (kind === 'campaign')
    return [{ ...fact, from: start.from, to: lastMonth(start.from, occurrences) }];
  return start.from.length < 10 && !isToCome(start.from, date)
    ? []
    : [{ ...fact, from: start.from, to: start.from }];
}

/** The first and the last day of what lasts some days from its beginning, or up to its end: 为期三天. */
function lasting(
  occurrences: readonly Occurrence[],
  known: { from: PartialDate; role: Occurrence['role'] } | undefined,
): { from: PartialDate; to: PartialDate } | undefined {
  const days = occurrences.find((each) => each.days !== undefined)?.days;
  if (days === undefined || known === undefined || !isIsoDate(known.from)) return undefined;
  const { from } = known;
  return known.role === 'ends'
    ? { from: addDays(from, 1 - days), to: from }
    : { from, to: addDays(from, days - 1) };
}

/** The last month of what lasts some months from its first: 自1月起为期三个月. */
function lastMonth(from: PartialDate, occurrences: readonly Occurrence[]): PartialDate | undefined {
  const months = occurrences.find((each) => each.months !== undefined)?.months;
  if (months === undefined || from.length !== 7) return undefined;
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 2 + months;
  const to = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  return isPartialDate(to) ? to : undefined;
}

/** The end of what began on a day. An end without a year is the first after the beginning: 自3月15日开始, 至8月底结束. */
function endAfter(
  from: PartialDate,
  { to, time }: { to: PartialDate; time: Time },
): PartialDate | undefined {
  const isEarly = to < from.slice(0, to.length);
  if (!isEarly) return to;
  if (time.first.year !== undefined) return undefined;
  const years = [0, 1].map((more) => `${Number(from.slice(0, 4)) + more}${to.slice(4)}`);
  return years.filter(isPartialDate).find((day) => day >= from.slice(0, day.length));
}

/** Whether a month is after that of the issue. The day of a coming event may not be known yet. */
function isToCome(month: string, date: IsoDate): boolean {
  return month.length === 7 && month > date.slice(0, 7);
}

/** Whether a name is that of something that lasts: a campaign. */
function isPeriod(name: string): boolean {
  const bare = name.replace(/[”·—-]?20\d\d”?$/u, '');
  if (bare !== name && /(?![会展节周赛奖坛])\p{Script=Han}$/u.test(bare)) return true;
  return /(?:行动|治理|整治|清查|检查|专项活动|专项工作|列车|巡展|季|(?:宣传|活动|服务|读书|推广|普法|阅读|保护|教育)月|执法)”?$/u.test(
    name,
  );
}
