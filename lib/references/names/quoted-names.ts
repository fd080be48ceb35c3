import type { NameMatch } from '../finder.ts';
import { canonicalName } from './latin-names.ts';

/**
 * In Chinese, “” enclose speech, doubted words, slogans, and names. A quote is a name if it ends like one, or if a word
 * before or after it says so. Then it is a name wherever the item quotes it.
 */
const ENDS_AS_NAME =
  /(?:计划|行动|专项|工程|平台|系统|论坛|大会|峰会|博览会|展会|艺术节|电影节|联盟|基地|专场|系列|特效|大赛|赛事|奖|奖项|软件|小程序|实验室|品牌|数据库|大模型|机器人|[^议提草答个立备大图法方专刑民命破查办涉文]案|工作室|工作站|服务站|公司|研究院|展览馆|(?<!互联|因特|万维)网|专栏|频道|乐队)$/u;
const NOUN_AFTER_NAME =
  /^(?:专项|系列|等)?(?:专项行动|[^，。；、！？“”]{0,4}宣传|行动|计划|工程|平台|软件|游戏|商标|品牌|字样|标识|公众号|账号|应用|系统|模型|大模型|网站|论坛|栏目|专栏|频道|客户端|小程序|数据库|奖|项目|工作室|办公室|美术作品|作品|(?:卡通|动漫|IP)形象|角色|玩偶|店铺|乐队|电视剧|电影|短剧|微短剧|App|APP|[^，。；、！？“”]{0,4}案(?![件情例子]))/u;
const NAMING_BEFORE =
  /(?:名为|名叫|命名为|取名|定名为|更名为|改名为|代号为?|注册的?商标为?|商标|品牌|公众号|账号|微信号|网店|店铺|App|APP|小程序|山寨|仿冒|假冒|正版|诉)$/u;
/** Words before a slogan or a speech. */
const THEME =
  /(?:主题[是为]?|口号[是为]?|题为|以|说|(?<![名简昵俗])称|道|表示|认为|指出|强调|提出|要求|呼吁|作为|所谓|等于)[:：,，]?$/u;
const SENTENCE = /[，。；！？：…【】《》\n]/u;
/** New words, periods of plans, and days, which are quoted and are not names. */
const ORDINARY =
  /^(?:无.*|十[一二三四五六七八九]五|[\d·.]+|\d{2}后|互联网\+?|人工智能\+?|AI\+?|一带一路|双循环|新质生产力|版权|作品|平台|系统|计划|行动|品牌)$/u;
/** Too short or too common to be a name by the ending alone. */
const COMMON = /^(?:\p{Script=Han}{1,2}案|\p{Script=Han}网|.{0,8}(?:登记|取证|调解|服务|监测))$/u;
const LONGEST = 30;

type Quote = { start: number; end: number; inside: string };

/** Finds the proper names in “” in a text, in order. @param before the title of the item, whose names count too */
export function findQuotedNames(text: string, before: string): NameMatch[] {
  if (!text.includes('“')) return [];
  const known = new Set(namesIn(before).map(({ name }) => name));
  const named = namesIn(text);
  for (const { name } of named) known.add(name);
  const starts = new Set(named.map(({ start }) => start));
  return findQuotes(text)
    .map(({ start, end, inside }) => ({ start, end, name: canonicalName(inside) }))
    .filter(({ start, name }) => starts.has(start) || known.has(name));
}

/** The quotes that are names by their ending or by the words around them. */
function namesIn(text: string): NameMatch[] {
  return groupsOf(findQuotes(text), text).flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const lead = text.slice(Math.max(0, first.start - 8), first.start);
    const follows = text.slice(last.end, last.end + 12);
    const isNamed = NOUN_AFTER_NAME.test(follows) || NAMING_BEFORE.test(lead);
    const isOfCases = group.some(({ inside }) => /案$/.test(inside) && looksLikeName(inside));
    return group.flatMap(({ start, end, inside }) => {
      const isLikely =
        (isNamed && !THEME.test(lead)) ||
        looksLikeName(inside) ||
        (isOfCases && inside.endsWith('案'));
      const isName = isLikely && mayBeName(inside, isNamed, follows);
      return isName ? [{ start, end, name: canonicalName(inside) }] : [];
    });
  });
}

/** Whether a quote is a name by itself: by its ending, a year after a word (剑网2025), or capitals (POP MART). */
function looksLikeName(inside: string): boolean {
  return (
    ENDS_AS_NAME.test(inside) ||
    /^\p{Script=Han}{2,6}20\d\d$/u.test(inside) ||
    /^\p{Lu}[\p{Script=Latin}\d]+(?: [\p{Script=Latin}\d]+){0,3}$/u.test(inside) ||
    /^\p{Script=Han}{2,6} [A-Z][\p{Script=Latin}\d]+$/u.test(inside)
  );
}

function mayBeName(inside: string, isNamed: boolean, follows: string): boolean {
  const isDay = /^\d{1,2}·\d{1,2}$/.test(inside);
  if (isDay) return isNamed && /案|宣传|行动|活动/.test(follows);
  // Names of games and films may have a colon: “黑神话：悟空”商标.
  const words = isNamed && inside.length <= 12 ? inside.replace('：', '') : inside;
  return (
    inside.length >= 2 &&
    inside.length <= LONGEST &&
    !/、/.test(inside) &&
    !SENTENCE.test(words) &&
    !ORDINARY.test(inside) &&
    (isNamed || !COMMON.test(inside))
  );
}

/** Groups quotes that stand in a row, “甲”“乙”和“丙”: all of a group are names, or none. */
function groupsOf(quotes: Quote[], text: string): Quote[][] {
  const groups: Quote[][] = [];
  for (const quote of quotes) {
    const last = groups.at(-1)?.at(-1);
    const between = last && text.slice(last.end, Math.min(quote.start, last.end + 3));
    const isNext =
      last !== undefined &&
      quote.start - last.end <= 2 &&
      /^[、和与及或]?以?及?$/u.test(between ?? '');
    if (isNext) groups.at(-1)?.push(quote);
    else groups.push([quote]);
  }
  return groups;
}

/** The pairs of “” in a text. No pair goes on into the next paragraph. */
function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/[“”\n]/g)) {
    if (mark === '“') open = index;
    else if (mark === '”' && open !== undefined) {
      quotes.push({ start: open, end: index + 1, inside: text.slice(open + 1, index) });
      open = undefined;
    } else open = undefined;
  }
  return quotes;
}
