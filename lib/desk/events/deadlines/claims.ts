import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { TimedSentence } from '../../sentences.ts';
import type { EventInput } from '../event-input.ts';
import { caseName, settlerIn } from '../names/case-names.ts';
import { DIRECTIVE, ROYALTIES, TRANSPOSED } from './deadline-words.ts';

/** 成员国的转化期限为2027年12月9日. */
export function transposition(clause: Clause, { text }: TimedSentence): string | undefined {
  if (!TRANSPOSED.test(clause.masked) || !text.includes('指令')) return undefined;
  const directive = DIRECTIVE.exec(text)?.[0].replace(/[《》]/gu, '');
  return directive === undefined ? undefined : `${directive}转化`;
}

/** What authors have to claim before a deadline: 名单上的作者可登记领取，登记截止日期为10月31日. */
export function royaltiesIn(
  { part, start }: Clause,
  what: string,
  { title, text }: EventInput,
): string | undefined {
  if (!/申领|登记|领取/u.test(what) || !/稿酬|使用费|补偿金|版税/u.test(text)) return undefined;
  const before = part === 'text' ? text.slice(Math.max(0, start - 300), start) : '';
  const names = Array.from(`${title}，${before}`.matchAll(ROYALTIES), ([name]) => name);
  return names.at(-1);
}

/** What the members of a class do by a day, and the word for it in the name of a deadline. */
const CLAIMS: readonly [words: RegExp, name: string][] = [
  [/退出/u, '退出'],
  [/异议|反对/u, '异议'],
  [/申领|索赔|申索|领取|认领|求偿|领款/u, '申领'],
  [/登记|注册/u, '登记'],
];

/** Claims and objections of the members of a class: 申领表须在11月30日以前递交. */
export function settlementIn({ masked }: Clause, input: EventInput): string | undefined {
  const what = CLAIMS.find(([words]) => words.test(masked))?.[1];
  const { cases, text } = input;
  const [fact, ...others] = cases;
  if (what === undefined || others.length > 0 || !/和解|集体诉讼|集体成员/u.test(text))
    return undefined;
  const name = fact && caseName(fact);
  if (name !== undefined) return `${name}${what}`;
  const company =
    fact?.plaintiffs.length === 0 && fact.defendants.length === 1
      ? fact.defendants[0]
      : settlerIn(input);
  return company === undefined ? undefined : `${company}和解${what}`;
}

/** What the users of a platform may apply for: 不接受新协议的作者可以申请解约，申请截止到8月31日. */
export function applicationIn({ masked }: TimedSentence, { text }: EventInput): string | undefined {
  const what = /可以?(?:自行|书面|在线)?申请(\p{Script=Han}{2,8}?)(?=，|。|；|$)/u.exec(
    masked,
  )?.[1];
  if (what === undefined || !/协议|条款|隐私政策/u.test(text)) return undefined;
  return what.length > 4 ? `申请${what}` : `${what}申请`;
}

/** What an authority asks about that is no act: 就数字复制品发出征询通知, 就版权与人工智能展开咨询. */
const TOPIC =
  /(?:就|围绕|针对)((?!该|此|其|上述|这|有关|相关|以上)[^，。；就□]{4,24}?)(?:问题|事项|议题)?(?:公开|正式|向[^，]{2,8})?(?:发[出布起]|展开|开展|启动|开启|开放|进行|收集|听取|募集|举行|召开|征[求集询])[^，。；]{0,8}?(?:征[求集询]|[咨谘]询|意见|通知|评论|听证)/u;
/** 把2338号法案的公众评论期延长到12月19日. */
const TERM_OF =
  /(?:^|[把将对，])([^，。；的□把将对]{4,20})的(?:公众)?(?:评论|[咨谘]询|征求意见|意见征集|征询|评议)期|(?:[把将]|^)([^，。；□把将]{4,20})(?:交付|付诸|提交)(?:公众)?[咨谘]询|的([^，。；的□]{3,16})(?:公众)?(?:[咨谘]询|意见征集|征求意见)(?=将|开|延|截|持|至|到|于)|[对就]([^，。；□对就]{4,20})的(?:公众|公开|社会)?(?:[咨谘]询|征询|意见征集|磋商)/u;

/** 美国版权局的评论期: who asks is not what is asked about. */
const BODY = /(?:[局署厅委院]|委员会|办公室|组织|中心|公司|协会|政府|部门?)$/u;

/** What comments are asked for, where the item names no act. */
export function topicIn({ masked }: TimedSentence, { text }: EventInput): string | undefined {
  const found = TERM_OF.exec(masked) ?? TOPIC.exec(masked) ?? TOPIC.exec(text);
  const topic = found?.slice(1).find((words) => words !== undefined);
  return topic === undefined || BODY.test(topic) ? undefined : topic;
}
