import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { Reference } from '#lib/references/reference.ts';
import { spanOf } from '../acts/names/act-names.ts';
import type { CaseSum } from '../facts.ts';
import { statesIn } from '../states.ts';

/** After a court that only publishes or reports: 最高法发布8件典型案例. A judgment that it publishes is its own. */
const PUBLISHES =
  /^[^，]{0,14}?(?:公报|发布|公布|通报|召开|举行|介绍|印发|出台|在公报|刊出|刊登|公开(?!开庭|审理|宣判)|评选|获悉|消息|获得|表示|副院长|院长|法官表示|报送|联合|主办|会同)/u;
/** Words behind a court whose case law another court applies: 依欧盟法院标准重新认定. */
const FOLLOWED = /^[^，]{0,4}(?:标准|判例|先例|解释|案例)/u;
const OWN_JUDGMENT =
  /^[^，]{0,8}(?:公布|公开|披露)[^，]{0,12}(?:判决|裁定|案件|文件|文书|开庭公告)|^[^，]{0,8}发布开庭公告/u;

/** Words before a court to which a party only may go, or wants to: 准许向联邦最高法院提出上诉, 放话要打到最高法院. */
const NOT_YET =
  /(?:将|拟|准备|可以?|得|有权|打算|准许|要|考虑|计划)[^，]{0,6}(?:向|上诉|打到|告到|诉至)|(?:可|能|将|拟|有权|打算|(?<![员协学合机])会)[^，]{0,24}?上诉[至到于]/u;

/** The court of a state, and in a title that of a city, is only its place: 加拿大法院, 慕尼黑法院. */
function isGeneric(name: string, part: Clause['part']): boolean {
  const [state] = statesIn(name);
  const place = name.slice(0, -2);
  if (state === undefined || state === '欧盟' || /(?:[级等区方邦高讼专]|国大)$/u.test(place))
    return false;
  return place === state || (part === 'title' && place.length <= 4);
}

/** The courts of a clause that decide or hear a case. */
export function courtsIn(
  { text, masked, start }: Clause,
  inClause: readonly Reference[],
): string[] {
  // The court of an appeal that is only announced.
  if (NOT_YET.test(masked)) return [];
  return inClause.flatMap((reference) => {
    if (
      reference.kind !== 'court' ||
      /^美国(?:联邦)?(?:上诉|地区|巡回)?法院$/u.test(reference.name)
    )
      return [];
    const after = text.slice(reference.span.end - start);
    return isGeneric(reference.name, reference.span.part) ||
      (PUBLISHES.test(after) && !OWN_JUDGMENT.test(after)) ||
      FOLLOWED.test(after)
      ? []
      : [reference.name];
  });
}

/** Whether an item is about the Unified Patent Court, which is of no state, wherever it sits. */
export function isOfUnifiedCourt({ title, text }: { title: string; text: string }): boolean {
  return title.includes('统一专利法院') || text.includes('统一专利法院');
}

/** States that call their courts so, and reports about them 高等法院 alone. */
const COMMON_LAW = new Set([
  '英国',
  '加拿大',
  '澳大利亚',
  '印度',
  '新加坡',
  '新西兰',
  '爱尔兰',
  '中国香港',
]);
const SHORT_COURT =
  /(?:^|[在由经被，]|撤销|推翻|维持|发回|而)(高等法院|联邦法院)(?=\d|于|在|曾|重新|一审|裁|判|随|的|作出|认|驳|支持)/u;

/** A court that a clause names without its state: 推翻高等法院的判决, in an item about England. */
export function shortCourtsIn({ masked }: Clause, state: string | undefined): string[] {
  const court = SHORT_COURT.exec(masked)?.[1];
  if (court === undefined || state === undefined || !COMMON_LAW.has(state)) return [];
  return [`${state.replace('中国', '')}${court}`];
}

const PAID = /支付|赔付|出资|掏出|拿出|付清|总额|金额|愿付/u;

/**
 * The sums of a clause that have a role in a case. After a settlement, what is paid is the settlement.
 * @param isSettled whether the item has told of a settlement before
 */
export function sumsIn(
  clause: Clause,
  inClause: readonly Reference[],
  isSettled: boolean,
): CaseSum[] {
  return inClause.flatMap((reference) => {
    if (reference.kind !== 'sum') return [];
    const { amount, currency, span } = reference;
    const at = span.start - clause.start;
    const before = clause.masked.slice(0, at);
    // What is paid for each work is no sum of the case: 每本3000美元.
    const isEach = /每[^，。；]{0,8}$/u.test(before);
    const isPaid = isSettled && !isEach && PAID.test(before);
    const role = reference.role ?? (isPaid ? ('settlement' as const) : undefined);
    // A sum in a quotation is what somebody says.
    if (role === undefined || clause.masked.charAt(at) === '□') return [];
    const words = clause.text.slice(at, span.end - clause.start);
    return [{ role, amount, currency, words, clause: spanOf(clause) }];
  });
}
