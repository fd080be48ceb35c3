import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { Time } from '../sentences.ts';
import type { Candidate } from './names/candidates.ts';
import { BEGINS, ENDS, HELD, MOVED, OTHER } from './occurrence-words.ts';

/** What happens to an event at a time. */
export type Role = 'held' | 'begins' | 'ends';

/** What a clause says happens to an event at one of its times; `undefined` where the time is that of something else. */
export function roleIn(
  { masked, start }: Clause,
  candidate: Candidate,
  isOwn: boolean,
  time: Time,
): Role | undefined {
  const before = masked.slice(0, Math.max(0, time.start - start));
  if (candidate.head === '日')
    return isOwn && isDayOf(masked, candidate, [time.start - start, time.end - start])
      ? 'held'
      : undefined;
  if (/(?:截至|据|至今)$/u.test(before)) return undefined;
  // Apple Music Week may be a list: an English name counts only with a word that it is held.
  if (candidate.head === 'English' && !HELD.test(masked) && !BEGINS.test(masked)) return undefined;
  // Words of the name say nothing: 著作权登记大赛.
  const from = Math.max(0, time.start - start);
  const said =
    (from < candidate.start ? masked.slice(from, candidate.start) : '') +
    masked.slice(candidate.end);
  // 发布关于举办大会的公告: the day is that of the paper.
  const done = said.replace(/关于(?:举办|举行|召开|组织|开展)/u, '');
  if (OTHER.test(said) && !/举办|举行|召开|开幕|闭幕/u.test(done)) return undefined;
  // What was cancelled, or moved to a day that is not known, is not held.
  if (/取消|停办|叫停/u.test(masked)) return undefined;
  if (/原[定本](?:于|在)?$/u.test(before) && !MOVED.test(masked)) return undefined;
  const isShow = /展$|展览/u.test(candidate.head);
  if (MOVED.test(masked) && !isShow) return 'held';
  if (ENDS.test(masked)) return time.last === undefined ? 'ends' : 'held';
  if (time.last !== undefined) return 'held';
  if (BEGINS.test(masked)) return 'begins';
  return HELD.test(masked) || isRightBehind(masked, candidate, time.end - start)
    ? 'held'
    : undefined;
}

/** 4月26日是世界知识产权日; 4月26日世界知识产权日当天; 世界知识产权日将于4月26日到来. */
function isDayOf(
  masked: string,
  { start, end }: Candidate,
  [from, to]: readonly [from: number, to: number],
): boolean {
  const before = masked.slice(Math.max(0, to), Math.max(0, start));
  return to <= start
    ? /(?:是|为|迎来|适逢|正值|恰逢|也是|正是)(?:第[^，]{1,4}个)?$|^(?:第[^，]{1,4}个|的|□{2,8})?$/u.test(
        before,
      )
    : /^(?:将|即)?(?:于|是|在|为|定于|定在)(?:每年)?$/u.test(masked.slice(end, from));
}

/** 18日晚的“版权夜话”邀请…: the time is that of the name behind it, not of what was said there. */
function isRightBehind(masked: string, { start, end }: Candidate, at: number): boolean {
  return (
    /^(?:上午|下午|晚上?|起)?的$/u.test(masked.slice(Math.max(0, at), Math.max(0, start))) &&
    !/^(?:上|中|期间|现场|后|前|之?际)/u.test(masked.slice(end))
  );
}
