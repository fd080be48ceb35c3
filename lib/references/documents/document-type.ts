import type { DocumentType } from '../reference.ts';

/** Endings of names, in the order in which they are tried. Some have exceptions: words before the ending. */
const ENDINGS: readonly { type: DocumentType; ending: RegExp }[] = [
  // By 法发〔2021〕20号, these are the forms of judicial interpretations.
  { type: 'interpretation', ending: /^最高人民(?:法院|检察院).*(?:解释|规定|规则|批复)$/ },
  { type: 'interpretation', ending: /(?:解释|规定|批复)$(?<=关于(?:审理|办理|适用|执行).*)/ },
  { type: 'interpretation', ending: /(?:司法|立法|法|条例|案件|问题|法律)的?解释$/ },
  { type: 'law', ending: /(?:法|法典)[》〉]?的决定$(?<=(?:修改|修正|修订|废止).*)/ },
  // Macau: 《商标法律制度》.
  { type: 'law', ending: /法律?制度$|之制度$/ },
  { type: 'law', ending: /(?:法典|法案|修正案|(?<!自律)公约|条约|协定|议定书|宪法|基本法)$/ },
  {
    type: 'regulation',
    ending: /(?:条例|办法|规定|细则|规章|指令|法令|行政令|总统令|施行令|政令|省令)$/,
  },
  { type: 'regulation', ending: /(?<!潜|游戏|丛林|生存|爱情|恋爱)规则$/ },
  { type: 'regulation', ending: /的决定$/ },
  // A draft has the type of what it is to become: 《2026年版权（修订）条例草案》.
  { type: 'law', ending: /法(?:修订|修正|修改)?草案$/ },
  { type: 'regulation', ending: /(?:条例|办法|规定|规则)（?(?:修订|修正|修改)?）?草案$/ },
  {
    type: 'standard',
    ending: /(?:标准|规范|规程|准则|守则|指引|技术要求|通用要求|(?<=审查|裁量|认定|处罚)基准)$/,
  },
  { type: 'standard', ending: /^GB(?:\/[TZ])?\s?\d[\d.]*(?:[-—–]\d{4})?$/ },
  { type: 'standard', ending: /(?<!搭车客|旅行|旅游|漫游|生存|逃生|穿越|恋爱|爱情|修仙)指南$/ },
  // Ministries of Japan call their guidelines so; a hand of a watch is no act.
  { type: 'standard', ending: /(?<=[用理查营务易护引施约同发习策])指针$/ },
  { type: 'report', ending: /(?:报告|白皮书|蓝皮书|绿皮书|黄皮书|年报|年鉴|统计调查|状况|说明)$/ },
  { type: 'report', ending: /(?<!大)公报$/ },
  {
    type: 'policy',
    ending: /(?:意见|通知|规划|纲要|方案|公告|通告|通报|批复|复函|要点|纪要|解答)$/,
  },
  { type: 'policy', ending: /(?:措施|政策|倡议|倡议书|备忘录|目录|清单|宣言|公约|声明)$/ },
  {
    type: 'policy',
    ending: /(?:工作|行动|立法|发展|实施|推进|专项|年度|提升|建设|五年|三年)计划$/,
  },
  { type: 'policy', ending: /(?:国家|发展|产权|强国)战略$/ },
  // 方法, 书法, 兵法 and the like are not laws. 办法 has matched above.
  {
    type: 'law',
    ending:
      /(?<![方做书魔说想看兵用语技手疗句文章枪剑刀佛司执立心功秘民家写笔妖仙阵疗教]|(?<!保)护)法$|(?:公司|适用|^民|国民)法$/,
  },
];

/** Kinds of papers, which name no single document. */
const GENERIC =
  /^(?:行政|民事|刑事|初步)?(?:判决书?|裁定书?|调解书|决定书|起诉书|起诉状|通知书|律师函|授权书|承诺书|确认书|合同|协议书?|声明|公告|说明|白皮书|蓝皮书|报告|条例|办法|规定|细则|实施细则|实施条例|实施办法|规则|决定|解释|意见|通知|规划|纲要|方案|计划|标准|指南|规范|准则|守则|指引|法案|修正案|草案|征求意见稿|二审稿|公约|条约|备忘录|指令|目录|清单|法|批复|倡议|宣言)$/;

/** Newspapers and magazines, which are sources and not documents. */
const PERIODICAL =
  /(?:日报|时报|晚报|早报|晨报|邮报|周报|卫报|快报|商报|新报|学报|都市报|大公报|周刊|月刊|季刊|双周刊|半月刊)$/;

/** The type of a document, by the ending of its name without brackets. */
export function documentType(name: string): DocumentType {
  const bare = withoutBrackets(name);
  // The part before a dash gives the type too: 《网络安全标准实践指南——标识方法》.
  const [head = bare] = bare.split('——');
  const typeOf = (part: string) => ENDINGS.find(({ ending }) => ending.test(part))?.type;
  return typeOf(bare) ?? typeOf(head) ?? 'work';
}

/** Whether a name is only a kind of paper, such as 条例. */
export function isGeneric(name: string): boolean {
  return GENERIC.test(withoutBrackets(name));
}

/** Whether a name has the ending of a newspaper or a magazine. */
export function isPeriodical(name: string): boolean {
  return PERIODICAL.test(withoutBrackets(name));
}

/** A name without the brackets at its end: （试行）, （2024）. */
function withoutBrackets(name: string): string {
  return name.replace(/(?<!\s)(?:\s*[（(][^（()）]{0,20}[)）]){1,3}$/u, '').trim();
}
