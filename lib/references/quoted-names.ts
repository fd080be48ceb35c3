import type { NameMatch } from './finder.ts';
import { canonicalName } from './latin-names.ts';

/**
 * Chinese puts in “” speech, words that are questioned, slogans, and names. It is a name when something says so:
 * what it ends with, the noun that it stands before, or the word that it stands after; once told, it is one
 * wherever the item quotes it.
 */
const ENDS_AS_NAME =
  /(?:计划|行动|专项|工程|平台|系统|论坛|大会|峰会|博览会|展会|艺术节|电影节|联盟|基地|专场|系列|特效|大赛|赛事|奖|奖项|软件|小程序|实验室|品牌|数据库|大模型|机器人|[^议提草答个立备大图法方专刑民命破查办涉文]案|工作室|工作站|服务站|公司|研究院|展览馆|(?<!互联|因特|万维)网|专栏|频道|乐队)$/u;
const STANDS_BEFORE_NAMED =
  /^(?:专项|系列|等)?(?:专项行动|[^，。；、！？“”]{0,4}宣传|行动|计划|工程|平台|软件|游戏|商标|品牌|字样|标识|公众号|账号|应用|系统|模型|大模型|网站|论坛|栏目|专栏|频道|客户端|小程序|数据库|奖|项目|工作室|办公室|美术作品|作品|(?:卡通|动漫|IP)形象|角色|玩偶|店铺|乐队|电视剧|电影|短剧|微短剧|App|APP|[^，。；、！？“”]{0,4}案(?![件情例子]))/u;
const STANDS_AFTER_NAMING =
  /(?:名为|名叫|命名为|取名|定名为|更名为|改名为|代号为?|注册的?商标为?|商标|品牌|公众号|账号|微信号|网店|店铺|App|APP|小程序|山寨|仿冒|假冒|正版|诉)$/u;
const THEME =
  /(?:主题[是为]?|口号[是为]?|题为|以|说|(?<![名简昵俗])称|道|表示|认为|指出|强调|提出|要求|呼吁|作为|所谓|等于)[:：,，]?$/u;
const SENTENCE = /[，。；！？：…【】《》\n]/u;
/** Words of their time that are quoted for being new, periods of plans, days: no names. */
const ORDINARY =
  /^(?:无.*|十[一二三四五六七八九]五|[\d·.]+|\d{2}后|互联网\+?|人工智能\+?|AI\+?|一带一路|双循环|新质生产力|版权|作品|平台|系统|计划|行动|品牌)$/u;
/** What is too short or too common to be a name by its own ending. */
const COMMON = /^(?:\p{Script=Han}{1,2}案|\p{Script=Han}网|.{0,8}(?:登记|取证|调解|服务|监测))$/u;
const LONGEST = 30;

type Quote = { start: number; end: number; inside: string };

/** The proper names in “” in a text, in order of place; `before` is what its item has said so far. */
export function findQuotedNames(text: string, before: string): NameMatch[] {
  if (!text.includes('“')) return [];
  const known = new Set(namesIn(before).map(({ name }) => name));
  const named = namesIn(text);
  for (const { name } of named) known.add(name);
  const starts = new Set(named.map(({ start }) => start));
  return findQuotes(text)
    .map(({ start, end, inside }) => ({ start, end, name: nameOf(inside) }))
    .filter(({ start, name }) => starts.has(start) || known.has(name));
}

/** The quotes that something around or in them says to be names. */
function namesIn(text: string): NameMatch[] {
  return groupsOf(findQuotes(text), text).flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const lead = text.slice(Math.max(0, first.start - 8), first.start);
    const follows = text.slice(last.end, last.end + 12);
    const isNamed = STANDS_BEFORE_NAMED.test(follows) || STANDS_AFTER_NAMING.test(lead);
    const isOfCases = group.some(({ inside }) => /案$/.test(inside) && tellsItself(inside));
    return group.flatMap(({ start, end, inside }) => {
      const told =
        (isNamed && !THEME.test(lead)) ||
        tellsItself(inside) ||
        (isOfCases && inside.endsWith('案'));
      const isName = told && mayBeName(inside, isNamed, follows);
      return isName ? [{ start, end, name: nameOf(inside) }] : [];
    });
  });
}

function tellsItself(inside: string): boolean {
  // 剑网2025, POP MART: years after a word, and capitals, are those of names.
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
  // “黑神话：悟空”商标 is a name with a colon, as games and films have.
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

/** Quotes that stand in a row, “甲”“乙”和“丙”, are of one kind. */
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

/** The outermost pairs of “” in a text; a pair ends with its paragraph. */
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

function nameOf(inside: string): string {
  return canonicalName(inside);
}
