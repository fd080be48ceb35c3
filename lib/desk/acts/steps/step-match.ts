import type { ActStep } from '../../facts.ts';

/** What a clause says was done to an act, and where the verb stands in the words that were read. */
export type StepMatch = { step: ActStep; at: number };

/** How many characters after an act are read, and how many before it, in UTF-16 units. */
export const REACH = 64;

const FUTURE =
  /(?:将|拟|定于|定在|预定|暂定|原定|择期|不日|稍后|明年|明天|明日|下月|下周|计划|预计|预备|有望|争取|力争|准备|即将|待|尚待|[须需]|等待|建议|呼吁|要求|提议|敦促|促请|催促|恳请|请求|寻求|希望|期待|盼望|推动|推进|加快|谋求|应|若|如果|一旦|能否|是否|可能|或)[^，]{0,10}$/u;
const NOT =
  /(?:未|没有|暂不|不再|不会|不予|尚未|并未|未能|难以|拒绝|推迟|暂缓|搁置|否决|(?<!票)反对)[^，]{0,6}$/u;

/** 提请国会批准; a parliament that is asked to deliberate does so. */
const ASKED_FOR = /(?:提请|提交|报请|报送)[^，]{0,16}$/u;

/** Whether the words before a verb say that it will happen later: 将于3月审议. That is no step yet. */
export function isFuture(lead: string, step: ActStep): boolean {
  return FUTURE.test(lead) || (step !== 'deliberation' && ASKED_FOR.test(lead));
}

/** Whether words that only say when, where and by whom say that it is to come: 将于下旬由常委会. */
export function isPlanned(fillers: string): boolean {
  return /(?:将|拟|定于|预计|有望|计划)[^，]{0,56}$/u.test(fillers);
}

/** Whether the words before a verb deny it. In 181票反对、27票弃权 they do not. */
export function isDenied(lead: string): boolean {
  return NOT.test(lead);
}

/** What is done to an act by those who plan to change or to make it. */
export const CHANGE = '修改|修订|修正|修法|修例|修编|制修订|制定|制订|起草|草拟|拟定|拟订|编制';

/** Verbs that tell a step wherever they stand. */
export const stepOfVerb: ReadonlyMap<string, ActStep> = new Map([
  ['通过', 'adopted'],
  ['批准', 'approved'],
  ['核准', 'approved'],
  ['御准', 'approved'],
  ['签署', 'signed'],
  ['签订', 'signed'],
  ['公布', 'published'],
  ['发布', 'published'],
  ['印发', 'published'],
  ['颁布', 'published'],
  ['出台', 'published'],
  ['废止', 'repealed'],
  ['失效', 'repealed'],
  ['施行', 'in force'],
  ['实施', 'in force'],
  ['生效', 'in force'],
]);
