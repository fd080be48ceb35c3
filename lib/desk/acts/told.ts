import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { ActName } from './names/act-names.ts';
import { consultedAbout, invitesComments } from './steps/consultation.ts';
import type { StepMatch } from './steps/step-match.ts';
import { stepsAfter } from './steps/steps.ts';
import { isToBeChanged } from './steps/steps-before.ts';

const NAMED =
  /^(?:名为|(?:即|亦即|也就是)(?:新|新的|修订后的)?|全称[是为]?|全名[是为]?|名称[是为]|定名为|题为|称为)$/u;
const KIND = /(?:法案|法律|条例|办法|规定|文件|通知|意见|指南|标准|备忘录|协定|条约|草案|规则)$/u;

const PAPERS =
  '(?:[一二两三四五六七八九十\\d]{1,3}[份项部个件]|以下|下列|如下)\\p{Script=Han}{0,10}?(?:文件|规章|法规|标准|指引|指南|法律|新规|规定|守则|通知|解释|法案|草案|意见|条例|办法|规则|规范)';
/** 发布两项标准：《……》 */
const LISTED = new RegExp(`${PAPERS}$`, 'u');
/** 三项标准11月12日发布：《……》 */
const LISTED_AFTER = new RegExp(
  `^[^，]{0,16}?${PAPERS}(?=[于\\d近日今昨正获])[^，]{0,16}(?:发布|公布|印发|出台|通过|废止)$`,
  'u',
);

/**
 * The words before an act. Where its clause only gives the name (名为《……》), they are those of the clause before:
 * 通过一项旨在……的法案，名为《……》.
 */
export function wordsBefore(clause: Clause, from: number, previous: Clause | undefined): string {
  const own = clause.masked.slice(0, from);
  if (previous === undefined) return own;
  if (/^《?$/u.test(own) && /[份项部个件下]/u.test(previous.masked)) {
    if (LISTED.test(previous.masked)) return previous.masked.replace(LISTED, '');
    if (LISTED_AFTER.test(previous.masked)) return previous.masked;
  }
  return NAMED.test(own) ? previous.masked.replace(KIND, '') : own;
}

const SUPPOSED = /(?:如果|如|若|倘若|假如|假使|一旦|要是|即使|即便|除非|只有|待|等到)[^，]{0,8}$/u;
/** 推迟《……》有关条款的适用, 否决《……》 */
const STOPPED =
  /(?:推迟|延后|延缓|延期|暂缓|暂停|中止|叫停|阻止|阻挠|搁置|否决|撤回|反对|抵制|取消|放弃)(?:了|对|将|把|部分)?(?:现行|新|该国|本国|欧盟|□|《){0,4}$/u;
/** 依据《……》放行货物: what follows is not done to the act. */
const BASIS =
  /(?:根据|依据|依照|遵照|按照|违反|触犯|援引|参照|比照|凭|依|按)(?:现行|修订后的|新修订的|修改后的|新的|新|该国|本国|□|《){0,4}$/u;
/** 公布《……》要点, 《……》释义: another paper about the act. */
const OTHER_PAPER =
  /^(?:的)?(?:实施|执行|贯彻|落实|修订|修改|立法|草案)?(?:情况)?(?:要点|解读|问答|释义|图解|白皮书|报告|评估|说明|英译|英文版|[中新]译|译本|译文|单行本|系列|专题|汇编|连载|摘要|时间表|路线图|读本|宣传|(?:修改|修订|修正|立法|完善)(?:建议|意见)|实施条例|实施细则|实施办法|施行令|施行规则|施行细则)|^[^，]{0,16}?的(?:决议|立法原则|报告|总结|结果|回应|答复|意见|声明|动议|说明|研究|评估|建议|请求|申请|提议|协议)/u;

/** Whether the words after an act say that it is not the paper that was published. */
export function isOtherPaper(words: string): boolean {
  return OTHER_PAPER.test(words);
}

/** 通过《……》规定的程序: an act by whose rules something is done. */
const BY_ITS_RULES =
  /^(?:第[\d一二三四五六七八九十百]{1,6}条)?(?:所)?(?:规定|确立|设定|设立|设置|建立|载明|列明|赋予|要求|明确|框架下|项下)(?:了)?的/u;

/** Whether the words after an act say that it is only the means of something. */
export function isMeans(words: string): boolean {
  return BY_ITS_RULES.test(words);
}

/** A house that adopts an amendment to a bill still deliberates it: 通过《……法案》修正案. */
export function amendsBill({ name }: Pick<ActName, 'name'>, words: string): boolean {
  const isBill = /(?:法案|草案|提案)$/u.test(name) || /^(?:草案|提案)/u.test(words);
  return isBill && /^(?:草案|提案)?的?(?:[一二两三多]项|若干|系列)?修正案/u.test(words);
}

/** 就《……法案》通过一项修正案: the bill goes on. */
export function adoptsAmendment({ name, draft }: Pick<ActName, 'name' | 'draft'>, words: string) {
  if (draft === undefined && !/(?:法案|草案|提案|条例案)$/u.test(name)) return false;
  return /通过(?:了)?(?![^，]{0,12}表决)[^，]{0,24}?(?:修正案|修正动议|修订案|修正)$/u.test(words);
}

/** 通过一项修正案，要求《……法案》写明: where the clause before an act says that a house amends it. */
export function amendedBefore(
  { name, draft }: Pick<ActName, 'name' | 'draft'>,
  before: string,
  previous: Clause | undefined,
): number | undefined {
  if (draft === undefined && !/(?:法案|草案|提案)$/u.test(name)) return undefined;
  if (previous === undefined || !/修正/u.test(previous.masked)) return undefined;
  const isAmended =
    AMENDMENT.test(previous.masked) && !/[将拟待若未]|否决|拒绝/u.test(previous.masked);
  return isAmended && AMENDED.test(before) ? previous.masked.length : undefined;
}

const AMENDMENT = /(?:通过|支持|赞成|接纳|采纳)(?:了)?[^，]{0,12}?(?:修正案|修正|修正动议)$/u;
const AMENDED =
  /^[^，]{0,6}(?:要求|规定|把|将|在|对|给|为|令|使|让|向)(?:政府)?(?:在|于|把|将)?《?$/u;

/** The steps that the words after acts tell, some of them only together with the words before. */
export function toldAfter(before: string, words: string, rest: string): StepMatch[] {
  if (SUPPOSED.test(before) || STOPPED.test(before) || BASIS.test(before)) return [];
  if (/^[亮开打][了起开]{0,2}绿灯$/u.test(words) && /[给为对向]《?$/u.test(before))
    return [{ step: 'adopted', at: words.length }];
  // 就《……》的修订启动公众咨询 is no plan any more.
  const begun = BEGINS_CONSULTATION.test(words) ? consultedAbout(before, words) : undefined;
  if (begun !== undefined) return [{ step: 'consultation', at: begun }];
  if (isToBeChanged(before, words)) return [{ step: 'proposed', at: 0 }];
  if (/(?:将|拟|计划|准备)[^，]{0,16}(?:对|就|把)$/u.test(before)) return [];
  const told = stepsAfter(rest);
  if (told.length > 0) return told;
  const consulted = consultedAbout(before, words);
  return consulted === undefined ? [] : [{ step: 'consultation', at: consulted }];
}

const BEGINS_CONSULTATION =
  /^[^，]{0,12}?(?:启动|展开|开展|发起|举行)[^，]{0,8}?(?:咨询|征求意见|意见征集)/u;

/** Whether an act is named as a draft for comments, and the item says how to make them. */
export function isOpenDraft(
  { draft }: Pick<ActName, 'draft'>,
  { masked }: Clause,
  text: string,
): boolean {
  return (
    draft === 'consultation' && !/此前|曾|早前|去年|相比|较/u.test(masked) && invitesComments(text)
  );
}

/** An act that another is about, or that is applied: what follows in the sentence is not told of it. */
const NO_SUBJECT =
  /(?:根据|依据|依照|遵照|按照|按|违反|触犯|援引|引用|适用|符合|结合|参照|参考|对照|落实|贯彻|履行|转化|执行|依|就|对|与|和|比|针对|围绕|关于|涉及|适应|配合)(?:现行|修订后的|新修订的|新|的){0,2}$/u;

/** Whether the words before an act say that the sentence is about something else: 就《……》作出细则规定. */
export function isAside(before: string): boolean {
  return NO_SUBJECT.test(before.slice(-16));
}

/** 对《……》作出修订，11月20日发布: the act is what the sentence is about. */
export function isChanged(words: string): boolean {
  return /^(?:进行|作出|作|做出|做)了?[^，]{0,6}(?:修订|修改|修正|修编|更新|调整|完善)$/u.test(
    words,
  );
}

/** Whether an act is only named to say together with what another one comes into force: 与新《……》同步施行. */
export function isCompanion({ start, end }: ActName, clause: Clause): boolean {
  return (
    /^(?:修正案|修订案|修订|修正|修改|草案)?(?:同步|同时|同日|一并|一同|一起|一道)/u.test(
      clause.masked.slice(end - clause.start),
    ) &&
    /(?:与|同|和|随|随着)(?:现行|修订后的|新修订的|新版|新的|新|该国|我国){0,2}《?$/u.test(
      clause.masked.slice(0, start - clause.start),
    )
  );
}

/** Whether the year before an act is that of the act: 2005年的《……》同步废止. */
export function isOfYear(before: string): boolean {
  return /(?:\d{4}|[去前今])年(?:版|版的|的)?$/u.test(before);
}

/** Whether the words before an act say from when on: 12月1日起，《……》正式施行. */
export function hasStart(before: string): boolean {
  return /[年月日]起，?(?:[^，]{1,20}的)?《?$/u.test(before);
}

const COMPANY =
  '公司|集团|平台|网站|客户端|应用商店|社区|律所|事务所|学校|大学|中学|学院|出版社|报社|杂志社|电视台|美术馆|影业|传媒';
/** 腾云平台11月11日发布《……》 */
const COMPANY_RULES = new RegExp(
  `(?<!(?:在|通过|经|官方|政府|政务|门户|[局部委院署厅])[^，]{0,14})(?:${COMPANY})(?:□{1,12})?(?:在[^，]{2,20}?(?:指导|支持)下|宣布|今日|近日|日前|昨日|于|在|将|已|正式|对外|率先|\\d{1,2}月|\\d{1,2}日|上午|下午|晚间?|，){0,6}(?:更新|修订|修改|制定|发布|印发|出台|推出|公布|上线|公示|施行|启用)`,
  'u',
);
/** An authority that publishes together with companies: 国家版权局联合各平台发布. */
const WITH_AUTHORITY =
  /(?:[部局委署厅]|政府|协会|学会|联盟|法院)[^，]{0,24}(?:联合|会同|组织|与|和|同|、)/u;
/** 美术家协会与沙龙协会签署合作备忘录 */
const PRIVATE_SIGNERS = new RegExp(
  `(?:${COMPANY}|协会|学会|商会|图书馆|博物馆|基金会)[^，]{0,40}(?:签署|签订|续签|签下)`,
  'u',
);
const AUTHORITIES = /政府|两国|国家(?!图书馆|博物馆|美术馆)|[部局厅]|总署|产权署|委员会|议会|使馆/u;

/** Rules that a company gives itself are no acts, nor is what companies sign. */
export function isOfCompany({ masked }: Clause): boolean {
  if (/董事会|股东大?会|监事会/u.test(masked)) return true;
  if (/签[署订下]|续签/u.test(masked) && PRIVATE_SIGNERS.test(masked))
    return !AUTHORITIES.test(masked);
  const rules = COMPANY_RULES.exec(masked);
  return rules !== null && !WITH_AUTHORITY.test(masked.slice(0, rules.index));
}

/** Where the words of the last verb begin, if others are told before it: 参议院2024年通过、众议院正在审议的. */
export function afterOtherVerb(before: string, at: number): number {
  const [words = ''] =
    /^.{0,120}(?:通过|公布|发布|签署|批准|施行|生效)(?:了|后)?、/u.exec(before.slice(0, at)) ?? [];
  return words.length;
}
