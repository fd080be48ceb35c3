import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { TimedSentence } from '../sentences.ts';

/** Several cases that a court or an authority publishes together. */
const BATCH =
  /(?:[\d一二两三四五六七八九十]{1,4}(?:件|起|个|则|大|宗)[^，。]{0,24}?(?:案例|案件)|一批[^，。]{0,16}(?:案例|案件)|典型案例|指导性案例|参考案例)/u;
const PUBLISHED = /发布(?!开庭)|公布|通报|入选|评选|披露|推出|梳理|印发|发出/u;

/** A title that counts the cases: 8件, 十大, 十起. */
const SEVERAL = /(?:[2-9]|\d{2,4}|[二两三四五六七八九十]{1,3})(?:件|起|个|则|大|宗)/u;

/**
 * Whether an item is about several cases that were published together. If it names only one case, it is about that one.
 */
export function isBatch({ title, text }: { title: string; text: string }): boolean {
  const [first = ''] = text.split(/[。\n]/u);
  const isPublished = [title, first].some((part) => BATCH.test(part) && PUBLISHED.test(part));
  if (!isPublished) return false;
  const names = new Set(
    Array.from(
      `${title}\n${text}`.matchAll(NAMED),
      ({ groups }) => groups?.whole ?? groups?.inside,
    ),
  );
  return names.size !== 1 || SEVERAL.test(title);
}

/** “变身漫画特效”案, “AI文生图案”. The name ends with 案, inside the quotation marks or right behind them. */
const NAMED =
  /(?<suit>(?:《[^《》，。]{1,20}》(?:诉《[^《》，。]{1,20}》)?)?)“(?<inside>[^“”，。]{1,30})”(?<behind>(?:(?![和与诉对的颁]|及其)\p{Script=Han}){0,12}?(?<![图方草答备档文个立报破办结提议法预教])案)(?!件|例|情|由(?:为|是|系|包))|“(?<whole>[^“”，。]{1,30}案)”(?!案)/gu;

/** A case without quotation marks at the end of a list of such: “AI换脸案”和虚拟数字人著作权案. */
const NAMED_LAST = /案?”(?:和|与|以及|、)((?:(?!案)\p{Script=Han}){3,16}案)(?=等|$)/u;

/** A numeral before the quotation marks: 一起网络游戏“私服”案 is some case of this kind, and no name. */
const OF_A_KIND = /(?:一|两|[二三四五六七八九十]|\d)[起宗桩件][^，。“]{0,12}$/u;

/**
 * Words for a kind of infringement. A case that is called by such a word alone, “切条”案, is one of many of this kind: the
 * word is not its name.
 */
const CONDUCT =
  /^(?:换皮|切条|洗稿|二创|私服|外挂|盗版|盗录|抄袭|换脸|撞脸|融梗|搬运|刷量|蹭名牌|傍名牌|侵权|山寨|碰瓷|钓鱼|仿冒|跳槽)$/u;

/** The cases that a sentence calls by a name, each with the clause that names it. */
export function namedCasesIn({ clauses }: TimedSentence): { name: string; clause: Clause }[] {
  return clauses.flatMap((clause) => {
    const quoted = Array.from(clause.text.matchAll(NAMED)).flatMap(({ index, groups = {} }) => {
      if (groups.whole !== undefined) return `“${groups.whole}”`;
      const isKind = groups.suit === '' && CONDUCT.test(groups.inside ?? '');
      if (isKind || OF_A_KIND.test(clause.text.slice(0, index))) return [];
      return `${groups.suit}“${groups.inside}”${groups.behind}`;
    });
    const last = quoted.length === 0 ? undefined : NAMED_LAST.exec(clause.text)?.[1];
    return [...quoted, ...(last === undefined ? [] : [last])].map((name) => ({ name, clause }));
  });
}

/** Whether a sentence points to the case that was named before it. */
export function isOfThisCase({ masked }: TimedSentence): boolean {
  return /该案|本案|此案|一审|二审|终审|法院(?:经审理)?(?:认为|认定|判决)/u.test(masked);
}

/** A clause about another case, which is told for comparison. */
const BACKGROUND =
  /(?:类似|同类|其他|其它|另一[名位]|他案|平行)[^，]{0,10}(?:案|诉讼|裁决|法官|法院|官司)|(?:此前|曾|先前|早前|去年|已)[^。]{0,16}(?:起诉|提起诉讼|被诉)[^，]{0,20}(?:还有|另有|包括|的)|(?:另|还|亦|先后|也)(?:在[^，]{1,8})?(?:也)?(?:被|遭)[^，]{1,24}起诉|第[二三四五六七八九]家起诉|之后[^，]{0,8}起诉|(?:此前|另有|还有)[^。]{0,16}(?:起诉|诉讼)(?!状)|\d{4}年[已曾][^，]{0,6}起诉|另一家[^，]{0,8}(?:公司|平台)/u;

/** Whether a clause is about another case than the item is. */
export function isBackground({ masked }: Clause): boolean {
  return BACKGROUND.test(masked);
}

/** A sentence about what another party does: 同日，某出版社也向该院起诉. */
export function isOfAnother({ masked }: TimedSentence): boolean {
  return /也(?:向|在|对|把|将)[^，]{0,40}?(?:起诉|诉状|提起|告上)/u.test(masked);
}

/** Whether a clause tells that another party sues the same defendant: 词曲作者组织又对它提起集体诉讼. */
export function isOneMoreSuit({ masked }: Clause): boolean {
  return /(?:又|也|再|还)[^，]{0,24}(?:对|把|将|向)(?:它|其|他|她|该公司|对方)(?:提起|起诉|告上|诉至)|(?:又|也|再|还)[^，]{0,16}起诉(?:它|其|该公司|对方)/u.test(
    masked,
  );
}

/** A suit in which the parties may have changed sides: 被告另案起诉原告, 提起反诉. */
export function isCrossSuit({ masked }: Clause): boolean {
  return /另案(?:起诉|提起|告)|提起反诉|(?:民事|刑事)部分/u.test(masked);
}

/** Whether a sentence turns to another case of the item: 另一案, 另一起是. */
export function isNextCase({ masked }: TimedSentence): boolean {
  return /^(?:其[二三四五六]，|[^，]{0,6}?(?:另一起|另一案|另案|第二起|还有一起|另外一起))/u.test(
    masked,
  );
}
