import type { Clause } from '#lib/references/clauses/clauses.ts';
import { partiesIn } from '../../cases/parties/parties.ts';
import type { CaseFact } from '../../facts.ts';
import type { TimedSentence } from '../../sentences.ts';
import type { EventInput } from '../event-input.ts';

/** What the case is called that a clause is about: the suit that it names, or the case that the item told before. */
export function caseNameAt(
  clause: Clause,
  sentence: TimedSentence,
  input: EventInput,
): string | undefined {
  const fact = caseAt(input.cases, clause);
  const own = fact?.name ?? suitIn(clause, sentence, input.cases);
  if (own !== undefined) return own;
  if (fact === undefined)
    return (
      DISPUTE.exec(sentence.masked)?.[1] ??
      (/被告人|检方|检察|罪/u.test(input.text) ? prosecutionIn(sentence) : undefined)
    );
  return (
    caseName(fact) ??
    prosecutionIn(sentence) ??
    groupCase(fact, input) ??
    defendantsCase(fact) ??
    completedName(fact, input)
  );
}

/** A court's own name for a case: 本院受理的甲与乙著作权侵权纠纷案. */
const DISPUTE = /(?:[审受]理的|^)([^，。的□]{2,16}与[^，。的□]{2,24}纠纷一?案)/u;

/** The case that a clause is about: the last one that the item began to tell before it. */
function caseAt(cases: readonly CaseFact[], { part, start }: Clause): CaseFact | undefined {
  const before = cases.filter(
    ({ clause }) =>
      clause !== undefined &&
      (clause.part === 'title' || (part === 'text' && clause.start <= start)),
  );
  return before.at(-1) ?? cases[0];
}

/** The suit that a clause or one before it in the sentence names: 法院将听取甲诉乙案的口头辩论. */
function suitIn(
  clause: Clause,
  { clauses, references }: TimedSentence,
  cases: readonly CaseFact[],
): string | undefined {
  const isNear = ({ start, masked }: Clause) =>
    start <= clause.start && /诉.{2,40}案/u.test(masked);
  const near =
    clauses.findLast(isNear) ?? clauses.find(({ masked }) => /诉.{2,40}案/u.test(masked));
  // 法院把甲诉乙案押后聆讯: 将 is what the patterns of parties know.
  const suit =
    near &&
    partiesIn(
      { ...near, text: near.text.replaceAll('把', '将').replace('开审', '审理') },
      references,
    );
  if (suit === undefined || !suit.isSuit || suit.isVague) return undefined;
  const { plaintiffs, defendants } = suit;
  // 审议甲诉乙案的动议: the verb is no part of a name.
  const names = plaintiffs.map((name) => name.replace(/^(?:审议|审理|听取|讨论|聆讯|续审)/u, ''));
  const known = cases.find((fact) => defendants.some((name) => fact.defendants.includes(name)));
  return (known && caseName(known)) ?? `${names.join('、')}诉${defendants.join('、')}案`;
}

/** A prosecution is called after the accused: 蒋某、陆某盗录演唱会案. */
function prosecutionIn({ text }: TimedSentence): string | undefined {
  return /[\p{Script=Han}]某[\p{Script=Han}、]{0,24}?案(?!件|例)/u
    .exec(text)?.[0]
    .replace('涉嫌', '')
    .replace(/罪?一?案$/u, '案');
}

const ACCUSED =
  /(\p{Script=Han}某\p{Script=Han}?)(?:、\p{Script=Han}某\p{Script=Han}?){0,6}等(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[名人]/u;
const CHARGE =
  /侵犯著作权|销售侵权复制品|(?:销售)?假冒注册商标(?:的商品)?|侵犯商业秘密|假冒专利|非法经营|诈骗/u;

/** A prosecution of more than the item names: 林某顺等侵犯著作权案. */
function groupCase({ plaintiffs }: CaseFact, { text }: EventInput): string | undefined {
  const first = plaintiffs.length > 0 ? undefined : ACCUSED.exec(text)?.[1];
  const charge = CHARGE.exec(text)?.[0];
  return first === undefined || charge === undefined ? undefined : `${first}等${charge}案`;
}

/** What a case is called of which only the defendants are known. */
function defendantsCase({
  plaintiffs,
  defendants: { length },
  defendants,
}: CaseFact): string | undefined {
  if (plaintiffs.length > 0 || length === 0) return undefined;
  return length > 3 ? `${defendants[0] ?? ''}等案` : `${defendants.join('、')}案`;
}

/** What a case is called: its own name, or 甲诉乙案. `undefined` where the parties are not known. */
export function caseName({ name, plaintiffs, defendants }: CaseFact): string | undefined {
  if (name !== undefined) return name;
  if (plaintiffs.length === 0 || defendants.length === 0) return undefined;
  return `${plaintiffs.join('、')}诉${defendants.join('、')}案`;
}

const LATIN = '[A-Z][\\w.&’-]{1,20}(?: [A-Z][\\w.&’-]{0,20}){0,3}';
/** A company by what it is and its name: 写作工具公司Quillbyte, 电商卖家Kesar Bazaar. */
const COMPANY = new RegExp(
  `(?:公司|企业|集团|平台|应用|服务商|开发商|运营商|运营方|开发方|经营者|卖家|商家|厂商|网站|商店|工具|机器人|搜索引擎|浏览器|品牌|巨头|机构|协会|出版商|出版社|唱片|工作室)(${LATIN})`,
  'gu',
);

/**
 * Of a case with only a plaintiff, the name with the other side: the only other company that the item names. It is
 * left open where there are several.
 */
function completedName(fact: CaseFact, { cases, text, title }: EventInput): string | undefined {
  if (cases.length !== 1 || fact.plaintiffs.length !== 1 || fact.defendants.length > 0)
    return undefined;
  const [plaintiff = ''] = fact.plaintiffs;
  const named = Array.from(`${title}\n${text}`.matchAll(COMPANY), ([, name = '']) => name);
  const others = new Set(
    named.filter((name) => !plaintiff.includes(name) && !name.includes(plaintiff)),
  );
  const [other] = others;
  return others.size === 1 && other !== undefined ? `${plaintiff}诉${other}案` : undefined;
}

/** Who pays in a settlement: Novalark与作者谈妥和解方案, Earloft愿掏出3400万美元了结. */
const SETTLES = new RegExp(
  `(${LATIN})(?:公司)?(?:(?:与|和|同|跟)\\p{Script=Han}{2,16}?(?:达成|谈妥|签署|敲定|商定|谈成)[^，。；]{0,16}和解|[^，。；]{0,10}(?:支付|掏出|拿出|赔付|愿付|付出)[^。；]{0,30}(?:和解|了结))`,
  'u',
);

/** Both sides, of which the item does not say who sued: 出版商甲与应用乙向法院提交和解协议. */
const BOTH_SETTLE = new RegExp(
  `(${LATIN})(?:公司)?(?:与|和|同|跟)(?:AI)?\\p{Script=Han}{0,10}((?!AI\\p{Script=Han})${LATIN})(?:公司)?[^。；]{0,40}和解`,
  'u',
);

/** 甲与乙和解: the two sides of a settlement. */
export function settlementOf({ text }: EventInput): string | undefined {
  if (!text.includes('和解')) return undefined;
  const [, one, other] = BOTH_SETTLE.exec(text) ?? [];
  return one === undefined || other === undefined ? undefined : `${one}与${other}和解`;
}

/** The company of a settlement, if the item names one: Novalark. */
export function settlerIn({ text }: EventInput): string | undefined {
  if (!text.includes('和解') && !text.includes('了结')) return undefined;
  return SETTLES.exec(text)?.[1];
}
