import type { WithReferences } from '#lib/references/reference.ts';
import { fold } from '#lib/site/fold.ts';
import { workConductIn } from './conducts.ts';
import { leadEnd, type Term, type TermPlace } from './term.ts';

/** Words that stand before the name of what is infringed. */
const INFRINGING_BEFORE =
  /(?:假冒|仿冒|冒牌|冒用|山寨|高仿|仿制|侵权|侵犯|盗版|盗播|盗录|盗用|抄袭|剽窃|泄露|搬运|未经(?:许可|授权)|擅自)[^，。；、：\s]{0,6}$/;
/** Words that stand behind it. */
const INFRINGED_BEHIND =
  /^(?![被因涉遭诉称对与在指]|起诉)[^，。；、：\s]{0,4}?(?:版权方|权利人|著作权人|出品方|商标|标识|字样|形象|假货|仿品|山寨|盗版|盗播|盗录|侵权(?!案|一案|纠纷|诉讼|争议|指控|被|$)|私服|外挂)/;
/** Right behind these stands who is accused, or where it happened, and not what is infringed. */
const NOT_INFRINGED_AFTER = /(?:诉|状告|警告|致函|[在于由向被与对从据])[“《]?$/;
/** A text that tells of an infringement, or of what is done against it. */
const ENFORCES =
  /假冒|仿冒|冒牌|冒用|山寨|高仿|假货|仿制|侵权|侵犯|盗版|盗播|盗录|盗用|抄袭|剽窃|泄露|私服|外挂|未经(?:许可|授权)|擅自|查获|查扣|扣留|截获|缴获|查处|捣毁|侦破|破获|诉|判|赔/;
const GOODS =
  /假冒|仿冒|冒牌|山寨|高仿|假货|仿品|海关|货物|商品|商标|产品|网店|玩具|玩偶|公仔|手办|挂件|服装/;
const CLAUSE_ENDS = /[，。；\s]/;
/** What AI companies are accused of is read elsewhere. */
const OF_AI = /AI|人工智能|模型|训练|抓取/;
const QUOTED = /“([^“”]{2,20})”|《([^《》]{2,40})》/g;
/** A name without quotation marks between a word for a fake and a word for goods. */
const UNQUOTED =
  /(?:假冒|仿冒|冒牌|山寨)([\p{Script=Han}]{2,6}?)(?:毛绒|品牌|牌|系列)?(?:玩偶|玩具|公仔|手办|盲盒|积木|卡牌|挂件|文具|服装|运动鞋|箱包|手表|耳机|化妆品|白酒)/gu;
/** Words for any goods, which are no names. */
const ANY_GOODS =
  /品牌|知名|毛绒|名牌|大牌|多个|国际|注册|商标|大量|一批|各类|进口|他人|热门|原单|正品|高仿|三无|潮玩|盲盒|谷子|爆款|网红|同款|周边|国潮/;

/** What a text says of a name without marks, and of no word for any goods such as 儿童. */
const OF_A_NAME = /^(?:形象|商标|品牌|系列|著作权|版权|专利|权利人|权利方)/;

/** A name in a text, and its UTF-16 offsets there, without its marks. */
type Named = { name: string; start: number; end: number; isWork: boolean };

/**
 * The goods and works that an item says to be infringed. A key of goods is their name; that of a work is its name with
 * what is done to it, because who copies a game and who sells cheats for it are of different stories.
 */
export function readInfringements(item: WithReferences): Term[] {
  const { title, text } = item;
  if (OF_AI.test(title)) return [];
  const lead = text.slice(0, leadEnd(text));
  return [
    ...infringedIn(title, namedIn(title, item, 'title'), 'title', item),
    ...infringedIn(lead, namedIn(lead, item, 'text'), 'lead', item),
  ];
}

function infringedIn(part: string, names: Named[], place: TermPlace, item: WithReferences): Term[] {
  return names.flatMap(({ name, start, end, isWork }): Term[] => {
    const before = part.slice(Math.max(0, start - 16), start);
    const behind = part.slice(end);
    const clause = `${before.split(CLAUSE_ENDS).at(-1)}${behind.split(CLAUSE_ENDS, 1)[0]}`;
    if (NOT_INFRINGED_AFTER.test(before) || !ENFORCES.test(place === 'title' ? part : clause))
      return [];
    if (!INFRINGING_BEFORE.test(unmarked(before)) && !INFRINGED_BEHIND.test(unmarked(behind)))
      return [];
    const conduct = workConductIn(isWork ? item.title : clause);
    const told = conduct ?? (isWork ? workConductIn(item.text) : undefined);
    if (isWork && told === undefined) return [];
    const isGoods = !isWork && (told === undefined || GOODS.test(`${item.title}${clause}`));
    const folded = fold(name);
    if (isGoods) return [{ key: `goods ${folded}`, kind: 'goods', label: name, place }];
    const label = isWork ? `《${name}》` : name;
    return [{ key: `infringed ${folded} ${told}`, kind: 'infringed', label, place }];
  });
}

/** Without the quotation mark next to a name. */
function unmarked(text: string): string {
  return text.replace(/[“《]$|^[”》]/g, '');
}

function namedIn(part: string, item: WithReferences, inPart: 'title' | 'text'): Named[] {
  const quoted = Array.from(part.matchAll(QUOTED), ({ 0: all, 1: quote, 2: work = '', index }) => ({
    name: quote ?? work,
    start: index,
    end: index + all.length,
    isWork: quote === undefined,
  }));
  const plain = Array.from(part.matchAll(UNQUOTED), ({ 0: all, 1: name = '', index }) => {
    const start = index + all.indexOf(name, 2);
    return { name, start, end: start + name.length, isWork: false };
  }).filter(({ name }) => isNameIn(item.text, name));
  const isFree = ({ start }: Named) =>
    !quoted.some((each) => each.start <= start && start < each.end);
  return [...quoted, ...[...latinIn(item, inPart), ...plain].filter(isFree)].filter(
    ({ name, isWork }) => isWork || !ANY_GOODS.test(name),
  );
}

function isNameIn(text: string, name: string): boolean {
  return text.split(name).some((behind, at) => at > 0 && OF_A_NAME.test(behind));
}

function latinIn({ references }: WithReferences, part: 'title' | 'text'): Named[] {
  return references.flatMap((reference) => {
    if (reference.kind !== 'name' || reference.script !== 'latin') return [];
    const { span, name } = reference;
    if (span.part !== part) return [];
    return [{ name, start: span.start, end: span.end, isWork: false }];
  });
}
