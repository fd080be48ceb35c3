import type { Clause } from '#lib/references/clauses/clauses.ts';
import { numberOf } from '#lib/references/clauses/time-words.ts';
import { timesIn } from '#lib/references/clauses/times.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { Time, TimedSentence } from '../sentences.ts';
import type { Candidate } from './names/candidates.ts';
import { ENDS, GOES_WITH, MOVED } from './occurrence-words.ts';

/** How many days something lasts: 为期三天. */
export function lengthIn({ masked }: TimedSentence): number | undefined {
  const [, words = ''] =
    /(?:为期|一连|历时|持续|[会展赛节]期)([\d一二两三四五六七八九十]{1,3})[天日]/u.exec(masked) ??
    [];
  return words === '' ? undefined : numberOf(words.replace('两', '二'));
}

/** How many months something lasts: 自1月起为期三个月, 为期半年. */
export function monthsIn({ masked }: TimedSentence): number | undefined {
  const [, half, words = ''] =
    /(?:为期|历时|持续)(?:(半年)|([一两二三四五六七八九十]|\d{1,2})个月)/u.exec(masked) ?? [];
  if (half !== undefined) return 6;
  return words === '' ? undefined : numberOf(words.replace('两', '二'));
}

/** 6日开幕、9日闭幕: two times of a clause that are one span. */
export function asSpan(own: readonly Time[], { masked, start }: Clause): readonly Time[] {
  const [first, last, ...more] = own;
  if (first === undefined || last === undefined || more.length > 0) return own;
  if (first.last !== undefined || last.last !== undefined || !ENDS.test(masked)) return own;
  const between = masked.slice(first.end - start, last.start - start);
  return /^(?:上午|下午|晚)?(?:正式)?(?:开幕|启幕|揭幕|开始|开展|启动|开馆)[^，]{0,4}$/u.test(
    between,
  )
    ? [{ ...first, end: last.end, last: last.first }]
    : own;
}

/** Whether a clause only says when: 从4月20日到5月20日. */
export function isOnlyTime({ masked, start }: Clause, [time, ...more]: readonly Time[]): boolean {
  return (
    time !== undefined &&
    more.length === 0 &&
    time.first.month !== undefined &&
    /^(?:当地时间|从|自|于|在|今年|将于|\p{Script=Han}{2,8}(?:自|从))?$/u.test(
      masked.slice(0, time.start - start),
    ) &&
    /^(?:[底初末]|[上中下]旬)?(?:起|期间|间|(?:上午|下午|晚[间上]?|中午)?(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[时点](?:\d{1,2}分|半|整)?|\d{1,2}:\d{2})?|起至今|止|为止)?$/u.test(
      masked.slice(time.end - start),
    )
  );
}

/** Whether what a clause says is at the time with which the clause before it ends: 决定自3月至8月，在全国开展…. */
export function goesWith(
  clause: Clause,
  { masked, start, end }: Clause,
  times: readonly Time[],
): boolean {
  const time = times.at(-1);
  return (
    time !== undefined &&
    time.end === end &&
    /(?:决定|部署|通知|将|拟)(?:自|从|于)?$/u.test(masked.slice(0, time.start - start)) &&
    GOES_WITH.test(clause.masked)
  );
}

/** The time in brackets right behind a name: 世界知识产权日（4月26日）. */
export function bracketedTime(
  { start: from, end }: Candidate,
  { text, start }: Clause,
  date: IsoDate,
): Time | undefined {
  const [whole = '', words = ''] =
    /^(?:期间|活动|活动期间)?（(?:每年|今年)?([^（）]{2,24})）/u.exec(text.slice(end)) ?? [];
  const year = /[明今去]年/u.exec(text.slice(Math.max(0, from - 4), from))?.[0] ?? '';
  const [time] = timesIn(year + words, date);
  if (time === undefined || time.start > 0 || time.first.day === undefined) return undefined;
  const offset = start + end + whole.indexOf(words) - year.length;
  return {
    ...time,
    start: time.start + offset + year.length,
    end: time.end + offset,
    isReport: false,
  };
}

/** The time nearest to a name in its clause; of what was moved, the new one. */
export function timeOf(
  { start, end }: Candidate,
  own: readonly Time[],
  clause: Clause,
): Time | undefined {
  const moved = MOVED.exec(clause.masked);
  if (moved !== null) {
    const at = clause.start + moved.index + moved[0].length;
    return own.find((time) => time.start === at);
  }
  const distance = (time: Time) => {
    const [from, to] = [time.start - clause.start, time.end - clause.start];
    return to <= start ? start - to : from - end;
  };
  return (
    [...own]
      // A year in a name is no time of its own: 2025年全国知识产权宣传周.
      .filter((time) => time.first.month !== undefined)
      .sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0]
  );
}

const PUBLISHED =
  /(?:发出|发布|下发|印发|公布|刊[发登出]|贴出|出台|签发)(?!会|仪式)|(?:通知|通告|公告|发文|启事|消息|宣布|披露|通报|报道)(?=，|：|$)/u;

/** The time that the sentence gave before the clause, if the clause has none. */
export function inherited(
  { start, masked }: Clause,
  { times, masked: sentence, start: from }: TimedSentence,
  own: readonly Time[],
): Time | undefined {
  if (
    own.some(({ first }) => first.month !== undefined) ||
    !/举办|举行|召开|开幕|启动|开集|开市|展出|亮相|举槌|开赛|开讲/u.test(masked)
  )
    return undefined;
  const before = times.filter((time) => time.end <= start && !time.isReport).at(-1);
  // 即日起至12月31日: the last day is no day on which it is held.
  if (before !== undefined && /[至到]$/u.test(sentence.slice(0, before.start - from)))
    return undefined;
  // 1月4日发出通知，启动…: the day is that of the paper.
  if (before !== undefined && PUBLISHED.test(sentence.slice(before.end - from, start - from)))
    return undefined;
  return before?.first.day === undefined ? undefined : before;
}
