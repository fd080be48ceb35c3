import type { Clause } from '#lib/references/clauses/clauses.ts';
import { type TimedSentence, timesWithin } from '../sentences.ts';
import type { EventInput, FoundEvent } from './event-input.ts';

/** Terms, rules and policies of a company take effect: 新条款8月8日起对现有用户生效. */
const TAKES_EFFECT =
  /^(?:零[时点]|\d{1,2}[时点]|\d{1,2}:\d{2}|当[天日])?(?:起|开始)?(?:正式|将|对[^，]{1,16}|面向[^，]{1,12}|在[^，]{1,12})?(?:生效|施行|实施|执行|启用|上线|适用)/u;
const KIND =
  '(?:条款|协议|政策|规则|公约|收费标准|定价|细则|规范|标准(?!化)|守则|约定|合约|合同|须知|指引|授权书|章程)';
const VERSION = '(?:新版|修订版|更新版|新修订|修订后|更新后|调整后|修改后|改版后|新)的?';
/** The name of terms and what stands between it and its day. */
const TERMS = new RegExp(
  `(?:《(?<title>[^《》]{2,30}${KIND})》(?:新版|修订[版本]|更新版|最新版|修正版)?|(?<bare>[\\p{Script=Han}A-Za-z]{0,12}${KIND})(?:（[^（）]{1,10}）)?)(?:[将已拟]|也[将已])?(?:定?[于自从在])?$`,
  'u',
);
const VERSIONED = new RegExp(`^(?:${VERSION}|该|上述)`, 'u');
/** 将从12月20日开始实行新的隐私政策. */
const BEHIND = new RegExp(
  `^(?:起|开始)?(?:将|正式|全面)?(?:[施实推]行|实施|执行|[启采]用|适用)(?:${VERSION})?(?:《(?<title>[^《》]{2,30}${KIND})》|(?<bare>(?:用户|作者|创作者|服务|隐私|社区|平台|商家|会员|投稿|收费|内容)\\p{Script=Han}{0,6}${KIND}))`,
  'u',
);

/** 部分条款, 新的国家标准 name no paper; a licence, 授权协议, is no terms of service. */
const NO_TERMS = new RegExp(
  `授权|许可|合作|和解|收购|合并|谅解|贸易|伙伴|法的|^的|(?<![新后版订改])的${KIND}$|^(?:(?:其他|其余|部分|相关|有关|上述|该|这|本|一|有些|其中|等)?${KIND}|新?的?(?:国家|推荐性|强制性|行业|团体|地方){1,2}(?:标准|规范))$`,
  'u',
);
/** Whose terms they are, or that they are a new version. 双方合同 is a contract like any other. */
const OF_PLATFORM =
  /新(?!闻)|版|修订|更新|用户|作者|创作|服务|隐私|社区|平台|商家|会员|使用|签约|投稿|卖家|开发者|收费|内容|政策|条款|规则|定价/u;
const TITLE = new RegExp(`《([^《》]{2,30}${KIND})》`, 'gu');
/** Terms that a clause before names: 贴出新版作者协议，…，9月1日零时起生效. */
const NAMED = new RegExp(
  `《(?<title>[^《》]{2,30}${KIND})》|(?<bare>${VERSION}\\p{Script=Han}{0,8}?${KIND})`,
  'gu',
);

/** The day from which terms of a company apply; acts have their own (see `readActs`). */
export function termsIn(
  clause: Clause,
  { times, text: sentence, start, masked }: TimedSentence,
  { title, text, acts }: EventInput,
): FoundEvent | undefined {
  if (!/生效|[施实推]行|实施|执行|[启采]用|适用|上线|[修更调改][订新改整版动]/u.test(masked))
    return undefined;
  const earlier = sentence.slice(0, Math.max(0, clause.start - start));
  for (const time of timesWithin(times, clause, 0, clause.end - clause.start)) {
    if (time.first.day === undefined) continue;
    const at = [time.start - clause.start, time.end - clause.start] as const;
    const groups =
      BEHIND.exec(clause.text.slice(at[1]))?.groups ??
      namedBefore(clause, at, earlier) ??
      amendedBefore(clause, at, earlier) ??
      namedBehind(sentence.slice(time.end - start));
    const name = groups?.title ?? fullName(groups?.bare, `${title}\n${text}`);
    if (name === undefined || isRead(name, acts)) continue;
    return { name: `${name}生效`, kind: 'in force', time };
  }
  return undefined;
}

/** 12月8日零点起，《主播内容规范（2025版）》正式上线执行. */
const SUBJECT_BEHIND = new RegExp(
  `^(?:零[时点])?起，(?:《(?<title>[^《》]{2,30}${KIND})(?:（[^（）]{1,10}）)?》|(?:(?![将对])[^，。的]){0,16}的?(?<bare>${VERSION}\\p{Script=Han}{0,8}?${KIND}))(?:正式|将|上线|全面){0,3}(?:生效|施行|执行|启用|实施)`,
  'u',
);

/** Whether the day of an act is read with the act. */
function isRead(name: string, acts: EventInput['acts']): boolean {
  return acts.some((act) => act.name === name && /in force/u.test(act.step));
}

/** 自12月15日起，平台将启用修订后的《内容审核规范》. */
function namedBehind(rest: string): Partial<Record<string, string>> | undefined {
  const [before = ''] = /^起，(?:(?!将)[^，；]){0,12}(?=将[启采实施执适])/u.exec(rest) ?? [];
  return (
    SUBJECT_BEHIND.exec(rest)?.groups ??
    (before === '' ? undefined : BEHIND.exec(rest.slice(before.length))?.groups)
  );
}

/** What a company changed: 平台修订使用条款, at the end of a clause. */
const AMENDED = new RegExp(
  `(?:修订|修改|更新|调整|更改|改动|改写)(?:了|其|旗下|平台|的){0,2}(?:《(?<title>[^《》]{2,30}${KIND})》|(?<bare>\\p{Script=Han}{0,6}${KIND}))(?:，[^，]{0,16})?，$`,
  'u',
);

/** Terms that were changed, and the day from which that counts: 修订使用条款，自8月15日起，用户上传的作品默认…. */
function amendedBefore(
  { masked }: Clause,
  [from, to]: readonly [from: number, to: number],
  earlier: string,
): Partial<Record<string, string>> | undefined {
  const isFrom = /^(?:并?[自从])?$/u.test(masked.slice(0, from)) && /^起/u.test(masked.slice(to));
  return isFrom ? AMENDED.exec(earlier.slice(-60))?.groups : undefined;
}

/** The terms that stand before a time from which they apply, or that a clause before names. */
function namedBefore(
  { text, masked }: Clause,
  [from, to]: readonly [from: number, to: number],
  earlier: string,
): Partial<Record<string, string>> | undefined {
  if (!TAKES_EFFECT.test(masked.slice(to))) return undefined;
  const before = text.slice(0, from);
  return /^(?:[并也均][将拟]?|[将拟])?定?[于自从在]?$/u.test(before)
    ? Array.from(earlier.matchAll(NAMED)).at(-1)?.groups
    : TERMS.exec(before)?.groups;
}

/** 新条款 is the paper in 《》 that the item names, or that of the company whose name begins the title. */
function fullName(bare: string | undefined, item: string): string | undefined {
  if (bare === undefined || NO_TERMS.test(bare) || !OF_PLATFORM.test(bare)) return undefined;
  // 某平台的新版分发协议: whose terms they are may be cut.
  const own = bare
    .replace(/^.{0,12}(?:宣布|公告|表示|通知|提醒|推出|发布|公布|[称说])/u, '')
    .replace(/^[^的]{0,20}的(?=新|修[订改]|更新|调整)/u, '');
  const word = own.replace(VERSIONED, '');
  if (word === own) return own;
  const titles = Array.from(item.matchAll(TITLE), ([, inside = '']) => inside);
  const company = /^[A-Za-z][A-Za-z0-9 .&]{1,24}/u.exec(item)?.[0]?.trim() ?? '';
  return titles.findLast((each) => each.endsWith(word)) ?? `${company}${own}`;
}
