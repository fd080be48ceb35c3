import type { Found } from './read-references.ts';

/** The letters that may stand before 法院 in one name. */
const BEFORE = /\p{Script=Han}{0,24}$/u;

/** Words after which a name begins: prepositions, verbs and whatever else is no part of one. */
const NO_PART =
  /.*(?:法院|认为|近日|日前|此前|下午|上午|起诉|开庭|裁定|请求|上诉(?!$)|提交|判令|维持|撤销|改判|驳回|会同|同时|据悉|向|至|各级|各地|全国|在|由|被|经|到|于(?!都)|从(?!化)|的|及|与|对|称|指|据|是|为|让|获|将|日|(?<!大)同|(?<!呼)和(?![平田县龙顺]))/su;

/** What is called a court of its own; others are 一审法院, 该法院, 美法院. */
const KIND =
  /(?:人民|知识产权|互联网|金融|海事|铁路运输|高等|高级|最高|上诉|巡回|地区|地方|联邦|专利|初审|普通|劳动|宪法|审判|仲裁|区)法院$/u;

/** How 最高人民法院 is written for short; 最高法院 may be another country's. */
const SHORT = /最高法(?![院知民刑行执赔委])/g;

/** The courts that a text names in full, and 最高法. */
export function findCourts(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('法院'); at !== -1; at = text.indexOf('法院', at + 2)) {
    const end = at + 2;
    const [before = ''] = BEFORE.exec(text.slice(Math.max(0, at - 24), at)) ?? [];
    const name = `${before.replace(NO_PART, '')}法院`;
    const isNamed = KIND.test(name) && name.replace(KIND, '') !== '';
    if (isNamed || name === '最高人民法院')
      found.push({ start: end - name.length, end, referent: { kind: 'court', name } });
  }
  for (const { index } of text.matchAll(SHORT)) {
    const referent = { kind: 'court' as const, name: '最高人民法院' };
    found.push({ start: index, end: index + 3, referent });
  }
  return found.sort((a, b) => a.start - b.start);
}
