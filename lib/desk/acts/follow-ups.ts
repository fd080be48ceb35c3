import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { ActName } from './names/act-names.ts';
import { DRAFT_NOUNS } from './steps/fillers.ts';
import { type StepMatch, stepOfVerb } from './steps/step-match.ts';

/** The paper by which an act is published: 《……》的通知11月10日印发. */
export function withoutPaper(words: string): string {
  return words.replace(
    /^的(?:通知|公告|通告|决定|命令|令)(?=[^，]{0,24}(?:印发|发布|公布|下发|出台))/u,
    '',
  );
}

/** Some articles of an act: 有关通用人工智能的条款, 第四条. They stand between the act and the verb. */
export function withoutPart(words: string): string {
  return words.replace(
    /^(?:(?:中的?|有关|关于|的)[^，]{0,20}?(?:条款|义务|制度|条文|规则|[一两]章|[一两]节|内容)|(?:中|中的|有关|关于|的)?[^，]{0,16}?(?:条款|条文|义务|罚则|一章|第[\d一二三四五六七八九十百、至]{1,8}[条章编节](?:之[\d一二三四五六七八九十]{1,2})?(?:的(?:修订|修正|修改))?|部分(?:内容|规定|条文)?|规定))(?=.)/u,
    '',
  );
}

/** The articles that a clause names: 第三十六条、第三十七条. Of other parts it is only said that they are some. */
export function articlesIn({ masked }: Pick<Clause, 'masked'>): string | undefined {
  const [articles] =
    /第[\d一二三四五六七八九十百]{1,6}[条章](?:之[\d一二三四五六七八九十]{1,2})?(?:[、和至]第[\d一二三四五六七八九十百]{1,6}[条章]){0,4}/u.exec(
      masked,
    ) ?? [];
  const [, chapter] =
    /其中(?:的|关于|有关)?([^，]{1,20}?(?:[一两]章|[一两]节|一条|一款))/u.exec(masked) ?? [];
  return (
    articles ??
    chapter ??
    (CLAUSES.test(masked) ||
    /(?:部分|有关|相关|其余|其他)[^，]{0,10}(?:条款|规定|条文)|其中[^，]{0,20}(?:条款|规定|条文|一章|一节|一条|一款|义务|制度)/u.test(
      masked,
    )
      ? '部分条款'
      : undefined)
  );
}

/** Where the words about some articles end: 其中第九条关于统一平台的规定自7月1日起施行, 其中孤儿作品一章自明年起施行. */
export function afterArticles({ masked }: Clause): number | undefined {
  const [words] = ARTICLES.exec(masked) ?? SOME.exec(masked) ?? CLAUSES.exec(masked) ?? [];
  return words?.length;
}

const WHEN = '(?=自|于|从|将|拟|\\d|[今明后]年|[已即]|同日|另|推迟|延|提前)';
const ARTICLES = new RegExp(
  `^(?:其中)?[，]?(?:[^，第]{0,16}的)?第[\\d一二三四五六七八九十百]{1,6}[条章](?:之[\\d一二三四五六七八九十]{1,2})?(?:[、和至]第[\\d一二三四五六七八九十百]{1,6}[条章]){0,4}(?:[^，]{0,24}?(?:规定|条款|内容|义务|制度|要求))?${WHEN}`,
  'u',
);
const SOME = new RegExp(
  `^其中[^，]{1,24}?(?:[一两]章|[一两]节|一条|[一两]款|条款|规定|条文|义务|制度|部分|内容|要求)${WHEN}`,
  'u',
);

/** 缴税的条款自明年起适用, 关于透明度的规定自8月起施行 */
const CLAUSES =
  /^(?!(?:新|该|本|此|上述|这些|相关)?规定)(?:涉及|有关|关于|针对|与)?[^，用户服隐合协]{1,20}?(?:的|之)?(?:条款|条文|规定|义务|章节)(?=(?:自|从|于|将|则|\d)[^，]{1,24}(?:施行|适用|生效|实施|执行)$)/u;

const PLURAL =
  /^(?:(?:这|上述|该|以上)?(?:[两二三四五六七八九十\d]{1,2}[部件项份个]\p{Script=Han}{0,6}?|[两二三]者)(?:均|都|皆|同时|一并)?(?=将|自|于|已|从|\d|[今明]年|即|同日)|(?:均|都|皆)(?=将|自|于|已|从|\d|[今明]年|即|同日))/u;

/** Where the words end that stand for each act of a list: 两部法规均自3月1日起施行. */
export function afterPlural({ masked }: Clause): number | undefined {
  return PLURAL.exec(masked)?.[0].length;
}

/** A clause that goes on with the act of the clause before: 自2025年10月15日起施行, 并向社会公开征求意见. */
export function continuation(clause: Clause, type: ActName['type']): number | undefined {
  const [words] = GOES_ON.exec(clause.masked) ?? [];
  if (words !== undefined) return words.length;
  return passedBy(clause, type) === undefined ? undefined : 0;
}

const GOES_ON =
  /^(?:并且|并|且|而且|同时|现|但|而|也|均|都|已|业已|一并|随后|随即|旋即|届时|直到|直至|最终|终于|才|遂|又|另){0,2}(?=自|于|从|定于|拟于|将于|将自|将从|将在|拟自|拟从|\d|[今明后去当同次翌]年|[本上下]月|[同当次翌]日|今起|即[日刻]|立[即刻]|向社会|向公众|面向|公开征|征求|征集|征询|提请|提交|送交|移送|正式|获|现予|予以|刊登|刊宪|(?:正式)?(?:施行|实施|生效|执行)(?:日期|时间)(?:为|是|定)|预定|定在|□|(?:三读|表决|审议|最终)?(?:通过|批准|公布|发布|印发|施行|实施|生效)$)/u;

const HOUSES =
  '参议院|众议院|参众两院|参院|众院|两院|上议院|下议院|议会|国会|立法会|立法院|理事会|常委会|全体会议|审判委员会';
const SAME_BILL =
  '$|这项法案|同一文本|该法案|该法|该条例|该案|该修正案|该协定|这一法案|这部法律|法案|本法|同名法案|相同文本|相同版本';
const SIGNERS = '总统|总督|国王|女王|天皇|州长|总理|首相|主席|省长|市长|王室';
const PASSED = new RegExp(
  `^[^，]{0,20}?(?:(?:${HOUSES})[^，通过]{0,24}(?:通过|批准|放行)|(?:${SIGNERS})[^，签]{0,16}(?:签署|批准|御准))了?(?=${SAME_BILL})`,
  'u',
);
/** 州议会是9月11日通过的, 两国是去年签署的 */
const CLEFT =
  /^[^，是]{0,16}是(?=[^，]{0,12}[年月日])[^，]{2,20}?(通过|批准|核准|签署|签订|公布|发布|印发|颁布)的$/u;
/** 印度尼西亚方面早在4月就已批准 */
const OTHER_PARTY =
  /^[^，]{0,12}?(?:[^，对双]方|方面|双方|两国|国|政府)(?:则|也|早|已|早已|此前|先前){0,3}(?:在|于|早在)?(?=[^，]{0,12}[年月日])[^，对]{0,16}?(?:就已经?|已经?|就|完成|率先|正式){0,3}(批准|核准|签署|签订)(?:了|完毕)?(?:该协定|该条约|该公约|该协议|协定|条约|公约)?$/u;

/** 将征求意见稿挂上官网 */
const POSTED = new RegExp(
  `^[^，]{0,24}?(?:(?:将|把)其?(?:${DRAFT_NOUNS})(?:全文)?(?:挂上|挂在|挂网|上网|公布|发布|公开|贴上|放上)[^，]{0,12}|(?:公布|发布|公开|挂出|推出|亮出)了?(?:${DRAFT_NOUNS})(?:全文)?(?:并[^，]{1,24})?|(?:就|对|围绕)(?:该|其|新|这一|这份)?(?:${DRAFT_NOUNS})(?:向社会|向公众|公开|再次|二次){0,2}(?:征求|征集|听取)[^，]{0,8}意见)$`,
  'u',
);
/** 征求意见稿7月6日上网以来 */
const ONLINE = new RegExp(
  `^(?:该|自|其)?(?:${DRAFT_NOUNS})(?:于|自|从)?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:起)?(?:在[^，]{2,12})?(?:上网|挂网|上线|公布|发布|公开)(?:以来|之?后|$)`,
  'u',
);
/** 国务院总理签署国务院令予以公布 */
const BY_ORDER = /^[^，]{0,24}?(?:签署|发布)[^，]{0,16}令(?:予以)?(?:公布|颁布)$/u;

/** A house has passed the bill too: 众议院已于4月22日通过. Or another party has ratified the treaty. */
export function passedBy(
  { masked }: Pick<Clause, 'masked'>,
  type: ActName['type'],
): StepMatch | undefined {
  if (!/通过|放行|[批核御]准|签[署订]|的$|令|稿|草案/u.test(masked)) return undefined;
  if (/令/u.test(masked) && BY_ORDER.test(masked)) return { step: 'published', at: masked.length };
  const online = /稿|草案/u.test(masked) ? ONLINE.exec(masked)?.[0] : undefined;
  if (online !== undefined)
    return { step: /意见稿/u.test(online) ? 'consultation' : 'draft', at: online.length };
  if (/稿|草案/u.test(masked) && POSTED.test(masked)) {
    const isOpen = masked.includes('意见');
    // 公布草案并征求意见至1月15日: the day stands before.
    const at = masked.indexOf('并');
    return { step: isOpen ? 'consultation' : 'draft', at: at === -1 ? masked.length : at };
  }
  if (/[将拟尚待需须未若]|如果|有望|预计|可能|计划|争取|或许/u.test(masked)) return undefined;
  const house = PASSED.exec(masked)?.[0];
  if (house !== undefined)
    return {
      step: stepOfVerb.get(house.replace(/了$/u, '').slice(-2)) ?? 'adopted',
      at: house.length,
    };
  const verb =
    CLEFT.exec(masked)?.[1] ?? (type === 'treaty' ? OTHER_PARTY.exec(masked)?.[1] : undefined);
  const step = verb === undefined ? undefined : stepOfVerb.get(verb);
  return step === undefined ? undefined : { step, at: masked.length };
}

/** 现正征求公众意见 */
const ASKS =
  /^(?:现|目前|正|在|已|并|同时|开始){0,3}(?:就此|为此|对此)?(?:公开|广泛|书面|面向社会|向社会|向公众){0,2}(?:征求|征集|征询|听取|收集)(?:公众|社会各界|社会公众|社会|各界|业界|各方)?的?(?:意见|建议)$/u;

/** A clause about the consultation on the act that was named last: 咨询9月1日启动. */
export function startsConsultation({ masked }: Clause, last: ActName | undefined): boolean {
  if (last?.draft !== undefined && ASKS.test(masked)) return true;
  return STARTED.test(masked);
}

/** 咨询于去年10月5日启动, 公众咨询是9月1日开始的 */
const STARTED =
  /^(?:该|此次|上述|本次|这次|本轮|该项|这项)?(?:公开|公众|社会)?(?:咨询|征求意见|征询|意见征集|意见征询)(?:期)?(?:是|已|原)?(?:于|自|从|在)?(?:\d{4}年|[去今前]年|上月|本月)?(?:\d{1,2}月)?(?:\d{1,2}日)?起?(?<=[月日起])(?:启动|开始|展开|开启|发起|开放|推出)/u;

/** Whether the pronoun of a clause says that it is a draft: 草案二审稿, 征求意见稿. */
export function draftOf({ masked }: Clause, skip: number): ActName['draft'] {
  const words = masked.slice(0, skip);
  if (/意见稿/u.test(words)) return 'consultation';
  return /草案|稿|提案|议案/u.test(words) ? 'draft' : undefined;
}
