import type { ActStep } from '../../facts.ts';
import { CONSULTS } from './consultation.ts';
import { skipFiller } from './fillers.ts';
import { CHANGE, isDenied, isFuture, isPlanned, REACH, type StepMatch } from './step-match.ts';

type Predicate = { words: RegExp; step: ActStep };

const READ = '[首一二三四]读|[首一二三]审(?![判宣稿])';
const DELIBERATED = `审议|初审|审查|表决|一审(?!判)|二审(?!判)|三审|辩论|讨论|[首一二三四]读`;

/** The verb after an act. */
const AFTER: readonly Predicate[] = [
  {
    words: /(?:完成|走完|结束)三读(?:程序)?(?!后)/y,
    step: 'adopted',
  },
  {
    // The second reading in a house is not the last.
    words: new RegExp(
      `(?:提交|提请|提交给|送交|交由|交付|付诸|接受|进行|进入|迎来|完成|恢复|开始|启动)(?:(?!法院)[^，]){0,24}?(?:${DELIBERATED})|(?:一般性|[首一二]读|初审)(?:以[^，]{1,16}?)?(?:表决|审议)?通过|(?:加上|增加|加入|提出)[^，]{0,10}修正案`,
      'y',
    ),
    step: 'deliberation',
  },
  {
    words:
      /(?:表决|审议|投票|初步|原则|审查|讨论|研究|三读|终审|终局|细则性|全票|一致|闯关|修正|修订){0,3}通过(?!率|对|后|[^，]{0,10}(?:平台|网站|官网|公众号|系统|渠道|媒体|邮件|公报|视频)|\d{1,3}[天日年个])|放行(?!后)|三读批准|过关|闯关成功|拍板(?:定案)?|点头(?:同意|认可)?$/y,
    step: 'adopted',
  },
  {
    words: /(?:批准|核准|获批(?!准)|御准)(?!后|发布|公布|印发|施行|实施|立项|\d{1,3}[天日年个])/y,
    step: 'approved',
  },
  { words: /(?:签署|签订|续签|签字|缔结)(?!后|公布|发布|生效)(?!仪式)/y, step: 'signed' },
  { words: new RegExp(CONSULTS, 'y'), step: 'consultation' },
  {
    words:
      /(?:进行|实施|开始|启动|展开|作出|发布)?(?:立法)?预告(?:立法|修正|修订)?(?![片期])|进入公示期?|公示(?!期满|结果|后)/y,
    step: 'draft',
  },
  {
    words: new RegExp(
      `(?:首次|再次|分组|二次|三次|初次|逐条)?审议(?!稿|通过|报告|意见|结果|程序|期)|初审(?!稿)|${READ}`,
      'y',
    ),
    step: 'deliberation',
  },
  {
    words:
      /(?:批准|核准|签署|获批)?(?:发布|印发|公布|出台|颁布|颁行|下发|刊发|刊宪|刊登|登载|刊载|推出|出炉|问世|面世|亮相|挂网|公之于众|(?:刊于|载于|见于|见诸|登上)(?=□|[^，]{0,8}公报))(?![会式后前以至]|仪式|之日|(?:施行|实施)?(?:已经?|迄今|将近)[^，]{0,6}(?:年|个月)|[一二三四五六七八九十百两满近]{1,4}(?:周年|年|个月|[天日]之?[后内])|\d{1,2}(?:周年|年来|个月)|\d{1,3}个?(?:工作)?[天日年月]之?[后内])/y,
    step: 'published',
  },
  {
    words:
      /(?:的)?(?:施行|实施|生效|执行)(?:日期|时间)(?:为|是|定于|定在|定为)[^，]{0,16}|(?:才)?(?:施行|实施|生效|起效|执行|落地|适用|实行|上路)(?![后前细以办条法令规计纲期至]|在即|在望|之[际初前]|伊始|的(?!$)|(?:已经?|迄今|将近)[^，]{0,6}(?:年|个月)|时间|日期|范围|对象|条件|情况|效果|意见|方案|过程|力度|主体|机构|单位|座谈|评估|报告|见效|生根|[一二三四五六七八九十两满近]{1,3}(?:周年|年|个月)|\d{1,2}(?:周年|年来|年多|个月))/y,
    step: 'in force',
  },
  {
    words:
      /(?:予以|届时|同时|随之|一并|即行|宣布|宣告|明令|全部){0,3}(?:废止|废除|失效|作废|停止执行|停止施行|停用|不再(?:适用|执行|施行|有效)(?!于))(?!多年|已久|[的后]|[一二三四五六七八九十近\d]{1,3}年)/y,
    step: 'repealed',
  },
  {
    words: new RegExp(
      `的?(?:${CHANGE}|立法)(?:工作|程序|进程)?(?:正在|也在|仍在|正|在|已经|已|也|将|正式){0,3}(?:列为|列入|纳入|进入|提速|推进|进行|启动|提上日程|提上议程|提上议事日程|展开|开启|加快|之中|中(?![的期间心国央方文新]))|(?:正在|正|拟|将|启动|着手|计划|酝酿|筹备|迎来|面临|开启)(?:进行|组织|调研|研究|抓紧|加紧|再次|首次|重新|第[一二三四五]次|新一轮|全面|部分|大幅|作出|做出|作){0,3}(?:${CHANGE}|大修|调整)|(?:已)?(?:列为|列入|纳入|为)[^，]{0,16}(?:项目|计划|规划|日程|议程)|(?:提交|送交|递交|呈交|送)(?:给|至)?[^，众参]{0,6}?(?:议会|国会|立法会|立法院|杜马)$|(?:获批|获准|获|正式)?立项(?!评估|名单)|正由[^，]{2,16}起草|牵头起草`,
      'y',
    ),
    step: 'proposed',
  },
];

/** An act that is only to be made: 《……》有望年内出台. */
const TO_BE_MADE =
  /^(?:草案|正)?(?:即将|将|拟|计划|预计|有望|争取|力争|准备)(?:于|在)?[^，]{0,12}?(?:出台|制定|推出|问世|面世)/u;

/**
 * The step that the words after an act tell: only fillers may stand between.
 * @param after the clause after the act, masked
 */
export function stepAfter(after: string): StepMatch | undefined {
  const words = after.slice(0, REACH);
  let at = 0;
  for (let round = 0; round < 14; round += 1) {
    const found = verbAt(words, at);
    if (found === 'only to come') return toBeMade(words);
    if (found !== undefined) return found;
    const next = skipFiller(words, at);
    if (next === at) return toBeMade(words);
    at = next;
  }
  return undefined;
}

/** The first step and one right after it: 11月15日发布并即日实施. */
export function stepsAfter(after: string): StepMatch[] {
  const first = stepAfter(after);
  if (first === undefined) return [];
  const [and] = /^(?:并且|并|且|及|和|、)(?=.)/u.exec(after.slice(first.at)) ?? [];
  if (and === undefined || first.at === 0) return [first];
  const from = first.at + and.length;
  const second = stepAfter(after.slice(from));
  return second === undefined || second.step === first.step
    ? [first]
    : [first, { step: second.step, at: from + second.at }];
}

/** 签署十周年 */
const ANNIVERSARY = /^[一二三四五六七八九十百两\d]{1,4}(?:周年|年来)/u;

function verbAt(words: string, at: number): StepMatch | 'only to come' | undefined {
  for (const { words: verb, step } of AFTER) {
    verb.lastIndex = at;
    const match = verb.exec(words);
    if (match === null) continue;
    const lead = words.slice(0, at);
    if (ANNIVERSARY.test(words.slice(at + match[0].length))) return 'only to come';
    if (isDenied(lead)) return 'only to come';
    // 第二十四条的适用 is no act that applies.
    if (step === 'in force' && lead.endsWith('的')) return 'only to come';
    const isToCome = isFuture(lead, step) || isPlanned(lead);
    if (step !== 'in force' && step !== 'proposed' && isToCome) return 'only to come';
    // 今年 in 列入今年立法计划 is no day of the plan.
    return { step, at: step === 'proposed' ? at : at + match[0].length };
  }
  return undefined;
}

function toBeMade(words: string): StepMatch | undefined {
  const [found] = TO_BE_MADE.exec(words) ?? [];
  return found === undefined ? undefined : { step: 'proposed', at: 0 };
}
