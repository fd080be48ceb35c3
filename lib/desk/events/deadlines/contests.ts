import { BOUNDARY } from '../names/event-nouns.ts';

/** How the name of a contest or a call for entries ends. */
const CONTEST =
  /大赛|比赛|竞赛|征集活动|征集(?![\p{Script=Han}\d“])|征集(?=启动|工作|通道|截止|开始)|评选活动|评选|论坛|大会|年会|计划|培训班|研修班|训练营|招募(?=截|报|[将于\d]|$)|黑客松|马拉松|奖|展|节|典型案例|优秀案例|示范基地|示范城市|项目/gu;

/** An award for which candidates can be named: 2026伦敦书展青年出版人奖提名. */
const AWARD = /[^，。的《》□]{2,30}奖(?=项?(?:提名|报名|申报|参评|评选|征集|报片)|”报片)/u;

/** The name of what one enters for. In 某媒体联合启动年度案例征集, who does it and the verb are no part of it. */
export function contestIn(text: string): string | undefined {
  for (const { 0: head, index } of text.matchAll(CONTEST)) {
    const own = cut(text.slice(Math.max(0, index - 40), index));
    if (own.length >= 2 && own.length <= 30) return own + head;
  }
  return undefined;
}

export function awardIn(text: string): string | undefined {
  const [award = ''] = AWARD.exec(text) ?? [];
  const own = cut(award);
  return own.length < 4 ? undefined : own;
}

/** What stands behind the last verb or mark of some words. Those inside quotation marks do not count. */
function cut(words: string): string {
  const open = words.replace(/“[^“”]{0,30}”/gu, (quoted) => '“'.repeat(quoted.length));
  return words.slice(BOUNDARY.exec(open)?.[0].length ?? 0);
}
