/** How many rounds, and how open: 为期三个月的第二轮公开. */
const KIND =
  '(?:为期[^，]{1,8}的|第[一二三]次|第[一二三]轮|新一轮|首轮|公开|公众|社会|广泛|书面|正式|再次|继续){0,3}';
const ASK = '征求|征集|征询|听取|收集|吸纳|接受|公开征';
const VIEWS = '意见(?![稿书])|建议|反馈|评论|评议|看法|观点';
const BEGIN =
  '举行|召开|启动|开始|开展|展开|发起|组织|开放|开启|进入|进行|结束|重启|延长|再次|继续|作出?|接受';

/** 公开征求意见, 启动意见征询, 展开为期三个月的公众咨询. */
export const CONSULTS = `(?:${BEGIN})?${KIND}(?:面向[^，]{1,8}?|向[^，]{1,8}?)?${KIND}(?:(?:${ASK})[^，]{0,8}?(?:${VIEWS})|意见征[询集求]|意见反馈|征言)|的?(?:(?:${BEGIN})${KIND}|公开|公众)(?:咨询|征询|评议)(?!机构|公司|服务|委员会|热线)|(?:举行|召开|举办|开)[^，]{0,8}(?:听证会|公听会)`;

const ABOUT =
  /(?:就|对|围绕|针对|关于)(?:拟议的|拟定的|起草的|新修订的|修订后的|修订|修改|修正|制定|制订|重新修订|更新|检讨|国家标准|行业标准|的|□|《){0,3}$/u;
const ASKED = new RegExp(`^[^，]{0,30}?(?:${CONSULTS})`, 'u');
/** 启动《……》改革咨询 */
const BEGUN = /(?<!将)(?:启动|展开|开展|发起|开启)了?(?:对|关于|就|针对|《){0,2}$/u;
/** 关于公开征求《……》意见的公告 */
const ASKING = /(?:征求|征集|征询|收集)(?:[^，]{0,8}?(?:对|关于|就))?(?:□|《)?$/u;
/** 发表《……》检讨咨询文件 */
const PUBLISHED = /(?:发表|发布|公布|推出|发出|刊出|刊发)了?(?:关于|就|有关|对|□|《){0,2}$/u;
const ITS_PAPER = /^[^，]{0,12}?(?:咨询|谘询|征求意见|征询意见)(?:文件|文本|稿|书|文档|公告|通知)/u;
const ITS_CONSULTATION =
  /^[^，]{0,12}?(?:咨询|征求意见|公开征求意见|意见征集|意见征询)(?!机构|公司|服务)/u;
/** 《……》的反馈期限延长至2月28日 */
const EXTENDED =
  /^[^，]{0,12}?(?:意见|反馈|咨询|评论|评议|征求|征集|征询)(?:的?(?:提交|征集|征询|反馈))?(?:的?(?:期限?|时间|时限|窗口|截止日期?|截止时间)[^，]{0,16}?(?:延|顺延|展期|宽限|推迟|推[到至]|后移|改[到至]|移至)|(?:期满前)?(?:再次?|已|宣布|获|被|也|又)?(?:延长|延期|顺延|展期|宽限))/u;
const NOT_YET = /(?:将|拟|计划|准备|即将|曾|未|尚未|不再|建议|要求|呼吁)[^，]{0,12}$/u;

/**
 * Where the words end that say that an act is open for comments, if others stand between: 就《……》引入新豁免的公众咨询.
 * @param before the clause before the act
 * @param after the clause after it
 */
export function consultedAbout(before: string, after: string): number | undefined {
  if (ASKING.test(before.slice(-20)) && !NOT_YET.test(before.slice(-20))) {
    const [views] = /^[^，]{0,8}?(?:意见(?!稿)|建议|反馈|看法)/u.exec(after) ?? [];
    if (views !== undefined) return views.length;
  }
  const extended = EXTENDED.exec(after)?.[0];
  if (extended !== undefined && !/拟|计划|建议|要求|呼吁|未/u.test(before.slice(-20) + extended))
    return extended.length;
  if (PUBLISHED.test(before.slice(-8)) && !NOT_YET.test(before.slice(-20))) {
    const [paper] = ITS_PAPER.exec(after) ?? [];
    if (paper !== undefined) return paper.length;
  }
  if (BEGUN.test(before.slice(-8))) return ITS_CONSULTATION.exec(after)?.[0].length;
  const about = ABOUT.exec(before.slice(-24));
  if (about === null || NOT_YET.test(before.slice(-24).slice(0, about.index))) return undefined;
  const [words] = ASKED.exec(after) ?? [];
  return words === undefined || /将|拟于|计划于|曾/u.test(words) ? undefined : words.length;
}

const OPEN =
  /(?:征求|征集|征询|听取|收集|接受|受理|提|陈述|表达|反馈)[^，]{0,10}(?:意见|建议|反馈|评论|看法|观点)|(?:意见|评论)(?:须|应|可|需|请)[^，]{0,16}(?:提交|递交|送达|送交|寄达|寄出|提出)|(?:邀请|欢迎|请)[^，]{0,24}(?:反馈|评议|意见|建议)|(?:公众|公开)咨询|意见(?:反馈|征集|征询|截止|截至)/u;

/** Whether a sentence says that comments can be made. */
export function isOpenForComments(masked: string): boolean {
  return /意见|建议|反馈|咨询|评议|评论|看法|观点/u.test(masked) && OPEN.test(masked);
}

const CAN_COMMENT =
  /(?:可|能|请|须|欢迎|邀请|均可)[^，。]{0,24}(?:提|反馈|提交|发送|寄|回)[^，。]{0,8}(?:意见|建议)|(?:意见|反馈)[^，。]{0,12}(?:截止|截至|为止)|征求意见(?:期|时间|截止)/u;

/** Whether an item says how or until when one may comment on the draft that it names. */
export function invitesComments(text: string): boolean {
  return CAN_COMMENT.test(text);
}

/** A consultation that is extended began earlier: its day is not that of the extension. */
export function isExtended(masked: string): boolean {
  return /延长|延期|再延|顺延|延至|展期|宽限|推迟|推[到至]|后移|移至/u.test(masked);
}
