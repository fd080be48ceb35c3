import { addDays, type IsoDate } from '#lib/site/dates.ts';
import type { CaseFact, CaseStep } from '../facts.ts';

/** What is known of a case when another report on it may come. */
export type KnownCase = Pick<CaseFact, 'state' | 'courts' | 'numbers' | 'steps'> & {
  /** The day of the issue that last reported it. */
  last: IsoDate;
};

/** Words for plaintiffs who are not named. Words of one line mean the same people. */
const GROUPS: readonly [key: string, words: RegExp][] = [
  ['作家', /(?:作家|作者|小说家|编剧|译者)们?$/u],
  ['画家', /(?:艺术家|画家|画师|插画师|漫画家|摄影师|设计师)们?$/u],
  ['音乐人', /(?:音乐人|音乐家|歌手|词曲作者|作曲家|乐队)们?$/u],
  ['唱片公司', /(?:唱片公司|音乐公司|唱片业|音乐出版商)$/u],
  ['出版商', /(?:出版商|出版社|出版机构)$/u],
  ['媒体', /(?:媒体|报社|报业|新闻机构|新闻媒体|新闻出版商)$/u],
  ['电影公司', /(?:电影公司|制片厂|制片公司|影视公司|好莱坞)$/u],
  ['用户', /(?:用户|消费者|玩家|网友|订户)们?$/u],
  ['权利人', /(?:权利人|版权方|著作权人|创作者|版权人|作品权利人)$/u],
  ['股东', /(?:股东|投资者|投资人)们?$/u],
];
/** More characters before such a word are a name: 某某市作家. */
const LONGEST_GROUP = 8;

/** What kind of unnamed plaintiffs a word stands for: three 作家 are 作家; `undefined` for the name of a party. */
export function groupOf(name: string): string | undefined {
  if (name.length > LONGEST_GROUP || /[A-Za-z“《某]/u.test(name)) return undefined;
  return GROUPS.find(([, words]) => words.test(name))?.[0];
}

/** How far a step leads. Of one case a later report never leads back. */
const STAGES: readonly (readonly CaseStep[])[] = [
  ['起诉', '提起公诉', '立案'],
  ['开庭', '初步禁令', '驳回禁令', '裁定'],
  ['一审', '判决'],
  ['二审', '二审维持', '二审改判', '发回重审', '再审', '终审'],
  ['生效', '和解待批准'],
  ['和解', '撤诉'],
  ['执行'],
];
const STAGE_OF = new Map(STAGES.flatMap((steps, stage) => steps.map((step) => [step, stage])));
const APPEAL = 3;

function stageOf(steps: KnownCase['steps']): number {
  return Math.max(-1, ...steps.map(({ step }) => STAGE_OF.get(step) ?? -1));
}

/** Whether two reports cannot be of one case: other states, or other cases of a court of first instance. */
export function areContrary(
  one: Pick<KnownCase, 'state' | 'numbers'>,
  other: Pick<KnownCase, 'state' | 'numbers'>,
): boolean {
  if (one.state !== undefined && other.state !== undefined && one.state !== other.state)
    return true;
  const [a, b] = [one, other].map(({ numbers }) => numbers.filter((each) => each.includes('初')));
  const areBoth = a !== undefined && b !== undefined && a.length > 0 && b.length > 0;
  return areBoth && !a.some((number) => b.includes(number));
}

/** A case of plaintiffs without a name is the same only in this time after the last report: 24 months. */
const DAYS = 730;

/**
 * Whether a report on a case whose plaintiffs are only called 作家 can be the next report on a known case: it is in a
 * later issue, no court and no state is another, and it tells of a step that follows.
 */
export function canFollow(known: KnownCase, next: KnownCase): boolean {
  if (areContrary(known, next)) return false;
  if (next.last <= known.last || next.last > addDays(known.last, DAYS)) return false;
  const [before, after] = [stageOf(known.steps), stageOf(next.steps)];
  if (after < before || (after === 0 && !shareDay(known, next))) return false;
  return after >= APPEAL || !areOtherCourts(known.courts, next.courts);
}

/** Whether two suits were brought on the same day. */
function shareDay(known: KnownCase, next: KnownCase): boolean {
  return known.steps.some(
    ({ step, day }) =>
      day !== undefined && next.steps.some((each) => each.step === step && each.day === day),
  );
}

function areOtherCourts(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return false;
  return !some.some((one) => others.some((other) => one.includes(other) || other.includes(one)));
}
