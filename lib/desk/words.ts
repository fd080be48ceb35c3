import type { ActStep, ActType, CaseStep, CaseSumRole, EventKind } from './facts.ts';

/** The Chinese words for what the desk lists: on the pages, in `desk.yml` and at the terminal. */

/** The key of a word of these tables. The key itself will do too: 一审 for 一审判决. */
export function keyOfWord<Key extends string>(
  words: Readonly<Record<Key, string>>,
  word: string,
): Key | undefined {
  for (const key in words) if (key === word || words[key] === word) return key;
  return undefined;
}

export const actTypes: Readonly<Record<ActType, string>> = {
  law: '法律',
  regulation: '法规与规章',
  interpretation: '司法解释',
  policy: '政策文件',
  standard: '标准与指南',
  treaty: '条约与协定',
};

export const actSteps: Readonly<Record<ActStep, string>> = {
  proposed: '拟议',
  draft: '草案',
  consultation: '征求意见',
  deliberation: '审议',
  adopted: '通过',
  signed: '签署',
  approved: '批准',
  published: '发布',
  'partly in force': '部分施行',
  'in force': '施行',
  repealed: '废止',
};

/** The steps are called by the words of the reports, but for those that a reader would not understand alone. */
export const caseSteps: Readonly<Record<CaseStep, string>> = {
  起诉: '起诉',
  提起公诉: '提起公诉',
  立案: '立案',
  开庭: '开庭',
  初步禁令: '初步禁令',
  驳回禁令: '驳回禁令申请',
  裁定: '裁定',
  一审: '一审判决',
  二审: '二审判决',
  二审维持: '二审维持',
  二审改判: '二审改判',
  发回重审: '发回重审',
  再审: '再审判决',
  终审: '终审判决',
  判决: '判决',
  生效: '生效',
  和解待批准: '和解待批准',
  和解: '和解',
  撤诉: '撤诉',
  执行: '执行',
};

export const caseSums: Readonly<Record<CaseSumRole, string>> = {
  claim: '索赔',
  award: '判赔',
  fine: '罚金',
  settlement: '和解金',
};

export const eventKinds: Readonly<Record<EventKind, string>> = {
  event: '活动',
  campaign: '期间',
  deadline: '截止',
  'in force': '施行',
  hearing: '开庭',
};

/** Currencies by their codes (ISO 4217). */
export const currencyNames: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  HKD: '港元',
  KRW: '韩元',
  TWD: '新台币',
  MOP: '澳门元',
  AUD: '澳元',
  NZD: '新西兰元',
  CAD: '加元',
  SGD: '新加坡元',
  CHF: '瑞士法郎',
  SEK: '瑞典克朗',
  DKK: '丹麦克朗',
  NOK: '挪威克朗',
  INR: '印度卢比',
  RUB: '卢布',
  BRL: '巴西雷亚尔',
  THB: '泰铢',
  MYR: '林吉特',
  ZAR: '南非兰特',
  IDR: '印尼盾',
  VND: '越南盾',
  HUF: '福林',
  PLN: '兹罗提',
};
