import { findTitles } from '../documents/document-titles.ts';
import type { ReferenceFinder, ReferenceMatch } from '../finder.ts';
import { americanPlaces, cities, foreignPlaces, prefectures, provinces } from './places.ts';

const oneOf = (names: readonly string[]) =>
  `(?:${[...names].sort((a, b) => b.length - a.length).join('|')})`;

const PROVINCE = `${oneOf([...provinces.keys()])}(?:省|市|(?:壮族|回族|维吾尔)?自治区)?`;
const CITY = `${oneOf(cities)}(?:市|地区|盟|(?:\\p{Script=Han}{1,8}?族)?自治州)?`;
/** A county, a district or a county-level city: 永康市, 浦东新区, 恭城瑶族自治县. Its name has no verb or particle. */
const COUNTY =
  '(?:(?![经向由在被将与及对据是为称院案诉判告]|和(?![平田县龙顺硕静布政林])|同(?![安心江德仁]))\\p{Script=Han}){1,7}?(?:自治[县旗]|新区|[市区县旗])';
const SPECIAL =
  '(?:知识产权|知产|互联网|金融|海事|铁路运输(?:中级|基层|第[一二])?|(?:第[一二三四五六])?中级人民|高级人民|自由贸易港知识产权|自由贸易试验区人民|人民)法院';
const LEVEL = `(?:${CITY})?(?:${COUNTY}){0,2}(?:(?:高新技术产业|经济技术)开发区|高新区|经济开发区)?${SPECIAL}`;
const SHORT = '(?:高院|中院)';
/** District courts that papers name without the city, because no other district has this name. */
const DISTRICTS = new Map([
  ['海淀', '北京市海淀区人民法院'],
  ['浦东', '上海市浦东新区人民法院'],
  ['天河', '广州市天河区人民法院'],
  ['余杭', '杭州市余杭区人民法院'],
]);

const AMERICAN = `${oneOf(americanPlaces)}州?`;
const FOREIGN = oneOf(foreignPlaces);
const TAIWANESE = oneOf(
  '台北 新北 桃园 台中 台南 高雄 士林 新竹 彰化 嘉义 屏东 花莲 基隆 苗栗'.split(' '),
);
/** What kinds of courts are called abroad, right before 法院. */
const KINDS_ABROAD =
  '最高|高等|高级|上诉|巡回|地区|地方|联邦|专利|市场|商业|商事|普通|司法|大|终审|区域|区|州|省|郡|行政|人权|家庭|知识产权|首都|初审|初级|宪法|劳动|破产|海事|民事|刑事|企业|税务|竞争|土地|治安|少年|版权|著作权';
/** The rest of the name of such a court: 专利与市场法院, 第一地区法院, 地方裁判所. */
const ABROAD = `(?:(?:(?!法院|[经向由在被将对据是为称案诉判告的了请求令就])\\p{Script=Han}){0,6}(?:${KINDS_ABROAD})法院|法院|(?:知识产权)?(?:高等|地方|最高|家庭|简易)裁判所)`;

/**
 * Courts by their places, which are in lists: nothing separates the name from the word before it in
 * 经福建省厦门市思明区人民法院. Counties are too many to list, so their courts are found by `COUNTY_COURT`.
 */
const COURT = new RegExp(
  [
    '(?<supreme>(?<!美国|英国|联邦|德国|印度|日本|韩国|加拿大|国家)最高(?:人民法院|法(?![\\p{Script=Han}]?[民刑行执]|[院定律学治规人条则])))',
    `(?<home>(?:${PROVINCE}${LEVEL}|${CITY}(?:${COUNTY}){0,2}${SPECIAL}))`,
    `(?<short>(?:${PROVINCE}|${CITY})${SHORT})`,
    `(?:(?:北京|上海|广州|杭州)市?)?(?<district>${oneOf([...DISTRICTS.keys()])})(?:新?区)?法院`,
    `(?<american>(?:美国)?${AMERICAN}(?:${AMERICAN})?(?:[东西南北中]?区)?联邦(?:地区|地方|破产|上诉|巡回上诉)?法院|(?:美国)?${AMERICAN}(?:${AMERICAN})?(?:[东西南北中]区)(?:地区|破产)?法院)`,
    '(?<federal>美国(?:联邦)?(?:最高|第[一二三四五六七八九十]{1,3}巡回上诉|联邦巡回上诉|巡回上诉|国际贸易)法院)',
    `(?<hongkong>(?:香港)?(?:特别行政区)?高等法院(?:原讼法庭|上诉法庭)|香港(?:特别行政区)?(?:高等|终审|区域|裁判)法院|(?:东区|西九龙|九龙城|观塘|沙田|粉岭|屯门|荃湾)裁判法院)`,
    `(?<foreign>${FOREIGN}${FOREIGN}?${ABROAD})`,
    '(?<unified>(?:欧洲)?统一专利法院(?:[\\p{Script=Han}]{2,8}(?:地方|中央|区域)分[庭院部])?|国际法院)',
    `(?<macao>澳门(?:特别行政区)?(?:终审|中级|初级)法院)`,
    `(?<taiwan>智慧财产及商业法院|智慧财产法院|台湾${TAIWANESE}?(?:高等|地方|最高)法院|${TAIWANESE}(?:地方法院|地院)|(?<=台湾)(?:高等|最高)(?:行政)?法院)`,
  ].join('|'),
  'gu',
);
/** The court of a county, named without its city, after a word that cannot be part of the name: 向永康市人民法院起诉. */
const COUNTY_COURT =
  /(?<=^|[，。；：、“（(\n经向由被在与和及至]|日前|近日|一审|原审)((?![省市县区])(?:(?![经向由在被将和与及对据是为称同院案诉判告日年月])\p{Script=Han}){2,8}(?:自治县|自治旗|新区|[市区县旗])人民法院)/gu;

/** Finds the courts in a text, by their full names: 最高法 is 最高人民法院, and American courts begin with 美国. */
export const findCourts: ReferenceFinder = (text) => {
  const matches: ReferenceMatch[] = [];
  // The court in 《最高人民法院关于……的解释》 is the author of the document, so titles are left out.
  const titles = findTitles(text).filter(({ depth }) => depth === 0);
  let at = 0;
  // For speed: there are many places, and few sentences name a court.
  for (const sentence of text.split(/(?<=[。；\n])/u)) {
    if (/法院|[高中地]院|最高法|裁判所/.test(sentence))
      for (const { start, end, referent } of courtsIn(sentence))
        matches.push({ start: at + start, end: at + end, referent });
    at += sentence.length;
  }
  let next = 0;
  return matches
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => {
      while ((titles[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      return (titles[next]?.start ?? Number.POSITIVE_INFINITY) > start;
    });
};

function courtsIn(text: string): ReferenceMatch[] {
  const listed = Array.from(text.matchAll(COURT)).map(({ 0: whole, index, groups }) => ({
    start: index,
    end: index + whole.length,
    referent: { kind: 'court' as const, name: fullName(whole, groups ?? {}) },
  }));
  const ends = new Set(listed.map(({ end }) => end));
  const counties = Array.from(text.matchAll(COUNTY_COURT)).flatMap(
    ({ 0: whole, 1: name = '', index }) => {
      const end = index + whole.length;
      const referent = { kind: 'court' as const, name };
      return ends.has(end) ? [] : [{ start: end - name.length, end, referent }];
    },
  );
  const known = [...listed, ...counties];
  return [...known, ...unlistedIn(text, known)];
}

/** Everything up to the last word that cannot be part of the name of a court. */
const NOT_IN_NAME =
  /^.*(?:法院|[案月号诉请判]|推翻|发回|退回|发还|打到|入禀|裁决|宣布|支持|听取|交由|移送|转交|告上|告到|认为|近日|日前|此前|下午|上午|起诉|开庭|裁定|请求|上诉(?!$)|提交|判令|维持|撤销|改判|驳回|会同|同时|据悉|向|至|各级|各地|全国|在|由|被|经|到|于|从|的|及|与|对|称|指|据|是|为|让|获|将|日|同|和)/su;
/** A kind of court. Without one, as in 一审法院, 该法院 and 美法院, the words are not the name of a court. */
const KIND =
  /(?:人民|知识产权|互联网|金融|海事|铁路运输|高等|高级|最高|上诉|巡回|地区|地方|联邦|专利|初审|普通|劳动|宪法|商事|区)$/u;

/** Courts of places that are not listed: the name begins after the last word that cannot be part of it. */
function unlistedIn(text: string, known: readonly ReferenceMatch[]): ReferenceMatch[] {
  return Array.from(text.matchAll(/法院/g)).flatMap(({ index }) => {
    const end = index + 2;
    if (known.some((court) => court.start < end && court.end >= end)) return [];
    const [before = ''] =
      /\p{Script=Han}{0,24}$/u.exec(text.slice(Math.max(0, index - 24), index)) ?? [];
    const name = before.replace(NOT_IN_NAME, '');
    // 该国最高法院
    if (/^[该其本各这]|^当地/u.test(name)) return [];
    if (!KIND.test(name) || name.replace(KIND, '').length < 2) return [];
    // 婺城区法院 is short for 婺城区人民法院.
    const level = /(?<!地)[区县]$/u.test(name) ? '人民' : '';
    const full = `${name.replace(/^澳洲/u, '澳大利亚')}${level}法院`;
    const referent = { kind: 'court' as const, name: full };
    return [{ start: index - name.length, end, referent }];
  });
}

function fullName(printed: string, groups: Record<string, string | undefined>): string {
  if (groups.supreme !== undefined) return '最高人民法院';
  // 加州北区法院 is short for 加州北区联邦地区法院.
  if (groups.american !== undefined)
    return `美国${printed.replace(/^美国/, '').replace(/(?<=[东西南北中]区)(?:联邦)?(?:地区)?法院$/, '联邦地区法院')}`;
  const district = DISTRICTS.get(groups.district ?? '');
  if (district !== undefined) return district;
  if (groups.short === undefined) return printed.replace(/知产法院$/, '知识产权法院');
  const place = printed.slice(0, -2);
  const bare = place.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, '');
  const isHigh = printed.endsWith('高院');
  // The full name of a prefecture, such as 恩施, cannot be made from its short name.
  if (prefectures.has(bare)) return printed;
  const suffix = provinces.get(bare) ?? '市';
  return `${bare}${suffix}${isHigh ? '高级' : '中级'}人民法院`;
}
