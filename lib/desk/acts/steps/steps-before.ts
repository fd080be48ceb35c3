import type { ActStep } from '../../facts.ts';
import { CHANGE, isDenied, isFuture, REACH, type StepMatch, stepOfVerb } from './step-match.ts';

type Predicate = { words: RegExp; step: ActStep };

/** What may stand between a verb and the act that it takes: 新修订的推荐性国家标准GB/T 1234—2026. */
const MODIFIERS =
  '(?:(?:俗称|又称|被称为|被称作|人称|称作|简称)□{2,16}的|(?:修改|修订|修正)(?=[□《])|关于修改|关于修订|关于修正|对|关于|一份|一部|一项|一批|一个|两部|两项|三部|三项|这部|这项|该市|该省|该国|本国|联邦|该州|该地区|本省|本市|我国|现行|其|(?:全国|国内|全球|世界|全省|全市|省内|业内|行业)?首[部个份套项]|新一版|新版|新的|新|最新|最新版|最终版|修订后的|修正后的|修改后的|调整后的|新修订的|新修改的|新制定的|经修订的|最新修订的|修订版|升级版|推荐性|强制性|英国标准|美国标准|德国标准|日本标准|韩国标准|欧洲标准|国际标准|企业标准|(?:拟议|最终|暂行|临时|实施|部门)规则|指引|指南|指针|准则|守则|政令|标准|国家标准|行业标准|团体标准|地方标准|强制性国家标准|行政法规|地方性法规|部门规章|司法解释|规范性文件|行政令|总统令|法令|命令|公告|文件|通知|的|名为|题为){0,4}';
const NUMBER =
  '(?:[\\p{Script=Han}]{0,6}(?:法案|法律|新法|新规|草案|规章|法规|指令|政策|纲要|公报))?(?:(?:\\d{4}年)?第[\\d./]{1,12}号[\\p{Script=Han}]{0,6}|[A-Z]{1,4}(?:\\/[A-Z]{1,3})? ?[\\d.]{1,9}(?:[-—–]\\d{4})?)?';
const OBJECT = `(?:了|过)?${MODIFIERS}${NUMBER}[《□]{0,4}$`;
/** Longer words that end in 的: 签署了一项旨在保护演员的. */
const DESCRIBED = `(?:了|过)?${MODIFIERS}(?:[^，、□]{2,24}的)?${NUMBER}[《□]{0,4}$`;

/** 一并于3月1日废止的还有 */
const CLEFT = new RegExp(
  `(通过|批准|签署|公布|发布|印发|颁布|出台|废止|失效|施行|实施|生效)的(?:还有|另有|也有|还包括|包括|有|是|则是|为|分别是|分别为)${MODIFIERS}《{0,4}$`,
  'u',
);
/** 自3月1日起施行的 */
const FORCE = new RegExp(`(?:正式)?(?:施行|实施|生效|起效)的${MODIFIERS}《{0,4}$`, 'u');
const DATED = /(?:\d[日月年]?|元旦|即日|今|当日|次日)起?[^，]{0,12}$/u;
const APPLIED =
  /解读|讲解|解析|介绍|学习|宣讲|援引|评析|根据|依据|依照|按照|违反|落实|贯彻|适用|遵守|符合|依|按/u;

/** 原定12月1日生效的《……》 */
const ONCE_PLANNED = /原定|原计划|原拟|原本|本应|本该|本将/u;

/** A verb with 的 before the act: 12月1日起施行的《……》. An act that applies is only listed with its day. */
function stepOfRelative(words: string): StepMatch | undefined {
  const cleft = CLEFT.exec(words);
  const match = cleft ?? FORCE.exec(words);
  if (match === null) return undefined;
  const step = cleft === null ? 'in force' : stepOfVerb.get(match[1] ?? '');
  const lead = words.slice(0, match.index);
  if (step === undefined || isDenied(lead) || APPLIED.test(lead) || ONCE_PLANNED.test(lead))
    return undefined;
  if (step === 'in force' ? !DATED.test(lead) : isFuture(lead, step)) return undefined;
  return { step, at: match.index };
}

const BEFORE: readonly Predicate[] = [
  {
    words: /(?<!不予)(?:表决|审议|投票|正式|全票|高票|表决并|一致)?通过(?:了)?对(?:□+)?$/u,
    step: 'deliberation',
  },
  {
    words: new RegExp(
      `(?:(?:一般性|初审|[首一二]读)(?:中)?(?:以[^，]{1,16}?)?(?:表决|审议|讨论)?通过(?:修改|修订|修正)?|恢复[二三]读|[首一二]读|(?:进入|进行|开始|恢复)三读|审议|初审|二审|三审|一审|辩论|(?:表决|审议)推进)${OBJECT}`,
      'u',
    ),
    step: 'deliberation',
  },
  {
    words: new RegExp(
      `(?:(?:表决|审议|投票|正式|全票|高票|一致|讨论|原则|三读|细则性|修正){0,3}通过${OBJECT}|(?<=(?:表决|审议|投票|[议国]会|[议众参两]院|大会|会议|常委会|院会|政院|内阁|阁议|国务院|票)[^，]{0,20})通过${DESCRIBED}|三读(?:批准)?${DESCRIBED}|通过了${DESCRIBED}|(?<=(?:[议国]会|[议众参两民]院|联邦院|院会|[立政]院|内阁|委员会)[^，]{0,20})(?:放行|拍板|敲定|点头同意|点头通过)${DESCRIBED})`,
      'u',
    ),
    step: 'adopted',
  },
  {
    // A cabinet of Japan decides on a bill, which goes to its parliament.
    words: new RegExp(
      `(?<=(?:内阁|阁议|国务会议|部长会议|[行财]政院)[^，]{0,24})(?:决定|敲定|审定|同意)${OBJECT}`,
      'u',
    ),
    step: 'deliberation',
  },
  {
    words: new RegExp(`(?:签署|签订|签定|签下|签了|续签|缔结|更新签署)${DESCRIBED}`, 'u'),
    step: 'signed',
  },
  {
    words: new RegExp(`(?:批准|核准|御准|批复(?:原则)?同意)(?:加入)?${DESCRIBED}`, 'u'),
    step: 'approved',
  },
  {
    words: new RegExp(
      `(?:公告修正|公告订定|修正发布|修正公布|订定发布|发布|印发|公布|出台|颁布|颁行|下发|制发|刊发|刊出|刊登|登载|刊载|刊宪|转发|联合发文|推出|放出|挂出)(?:实施|施行|并实施)?${DESCRIBED}`,
      'u',
    ),
    step: 'published',
  },
  {
    words: new RegExp(`(?:立法预告|预告立法|预告修正|预告修订|预告制定|预告订定)${OBJECT}`, 'u'),
    step: 'draft',
  },
  {
    words: new RegExp(`(?:废止|废除|停止执行|停止施行|停止适用|不再执行)${OBJECT}`, 'u'),
    step: 'repealed',
  },
  {
    words: new RegExp(
      `(?:拟|将|正在|仍在|还在|也在|正|启动|推进|推动|加快|加快推进|抓紧|着手|开始|开展|研究|计划|筹备|酝酿|打算|有意|准备|预计|争取|力争)(?:于|在|对|进行|组织|牵头|全面|重新|再次|联合){0,2}(?:(?:[今明后]年|\\d{4}年|\\d{1,2}月|年|下月|本月)[^，、]{0,8}?)?(?:${CHANGE}|出台|推出|研究制定)(?:和完善|完善)?${DESCRIBED}|(?:拟|将|计划|打算|有意|准备|预计|争取|力争)[^，、将]{0,16}?(?:提出|抛出|提交|递交)${DESCRIBED}`,
      'u',
    ),
    step: 'proposed',
  },
  {
    words: new RegExp(
      `(?<=议员[^，]{0,16}|(?:欧盟|欧洲)委员会[^，]{0,16}|欧委会[^，]{0,16}|政府[^，]{0,12}|内阁[^，]{0,12}|部长[^，]{0,12}|[部署][^，]{0,10}|议会党团[^，]{0,12}|向[^，]{0,10}(?:国会|议会|[众参]院|议院|国民议会|立法会|立法院|杜马))(?:提出|抛出|提交|递交|呈交)${DESCRIBED}`,
      'u',
    ),
    step: 'proposed',
  },
  { words: /(?:项目|计划)(?:中|里)?(?:有|包括|为)$/u, step: 'proposed' },
  { words: /(?:修改|修订|修正)(?:了|后的)?$/u, step: 'proposed' },
];

/** The object stands before the verb: 拟对《……》进行修订. */
const TO_CHANGE =
  /(?:拟|将|正在|正|启动|着手|计划|开始)对(?:现行|现行的)?《?$|(?<!(?:建议|呼吁|要求|主张|敦促|应|应当|需要|尽快)[^，]{0,12})(?:推进|推动|启动|开展|着手|加快|抓紧|开启)(?:了)?(?:对|现行)?《?$/u;
const CHANGED = new RegExp(
  `^(?:的|进行|作出?|做出?|开展|予以)?[^，]{0,8}?(?:${CHANGE}|大修)(?!建议|意见|要点|的?(?:公众|公开)?(?:咨询|征询|征求))`,
  'u',
);

/** 拟对 before an act and 进行修订 after it. */
export function isToBeChanged(before: string, after: string): boolean {
  return TO_CHANGE.test(before.slice(-28)) && CHANGED.test(after);
}

/**
 * The step that the words right before an act tell: the act is the object of a verb.
 * @param before the clause before the act, masked
 */
export function stepBefore(before: string): StepMatch | undefined {
  const words = before.slice(-REACH);
  const offset = before.length - words.length;
  const relative = /的/u.test(words) ? stepOfRelative(words) : undefined;
  if (relative !== undefined) return { ...relative, at: offset + relative.at };
  for (const { words: verb, step } of BEFORE) {
    const match = verb.exec(words);
    if (match === null) continue;
    const lead = words.slice(0, match.index);
    if (isDenied(lead)) return undefined;
    if (step === 'proposed') {
      if (!isPlan(match[0], lead)) return undefined;
    } else if (isFuture(lead, step)) continue;
    return { step, at: offset + match.index };
  }
  return undefined;
}

function isPlan(verb: string, lead: string): boolean {
  if (/(?:建议|呼吁|要求|主张|应|应当|需要|尽快|是否|如何)[^，]{0,8}$/u.test(lead)) return false;
  // 修改 without a word of a plan tells of a plan only after one: 宣布拟修改.
  return (
    !/^(?:修改|修订|修正)/u.test(verb) ||
    /(?:拟|将|计划|正在|推动|推进|启动|宣布)[^，]{0,4}$/u.test(lead)
  );
}
