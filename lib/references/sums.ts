import type { ReferenceMatch } from './finder.ts';
import type { SumRole } from './reference.ts';

/** Currencies as Chinese texts write them, and their ISO 4217 codes. */
const CURRENCIES: readonly [unit: string, code: string][] = [
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['韩元', 'KRW'],
  ['新台币', 'TWD'],
  ['新台币元', 'TWD'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['新加坡元', 'SGD'],
  ['瑞士法郎', 'CHF'],
  ['卢比', 'INR'],
  ['元人民币', 'CNY'],
  ['元', 'CNY'],
];
const CODES: ReadonlyMap<string, string> = new Map(CURRENCIES);

const FACTORS: Readonly<Record<string, number>> = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

const NUMBER = String.raw`(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,6})?`;
const FACTOR = `([十百千]?(?:万亿|万|亿)|[百千](?=[余多美元]))?`;
const UNIT = CURRENCIES.map(([unit]) => unit)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** 152万余元, 15亿美元, 3000多万元, and the range 10万至20万元. 元素, 元宇宙 and 元旦 are not money. */
const SUM = new RegExp(
  String.raw`(?<![\d.,])(?:${NUMBER}${FACTOR}(?:${UNIT})?(?:至|到|—|－|–|-|~))?${NUMBER}([余多])?${FACTOR}([余多])?(${UNIT})(?![素宇旦宵首帅老器月件])`,
  'gu',
);

/** Words before a sum that make it approximate. */
const ABOUT = /(?:约|近|超|超过|逾|达到?约|上|至少|不低于|最高|不超过)$/u;
/** A sum per piece is a price, not a sum of a case. */
const EACH = /每[^，。；]{0,8}$/u;

/** Finds the sums of money in a text. A range is two sums. */
export function findSums(text: string): ReferenceMatch[] {
  return Array.from(text.matchAll(SUM)).flatMap((match) => {
    const [
      whole,
      low,
      lowPart = '',
      lowFactor,
      high = '',
      part = '',
      more,
      factor,
      moreAfter,
      unit = '',
    ] = match;
    const currency = CODES.get(unit);
    if (currency === undefined) return [];
    const [start, end] = [match.index, match.index + whole.length];
    const role = roleOf(text, start);
    const isAbout = more ?? moreAfter ?? ABOUT.exec(text.slice(Math.max(0, start - 4), start));
    const toMatch = (value: string, times: string | undefined): ReferenceMatch => ({
      start,
      end,
      referent: {
        kind: 'sum',
        amount: amountOf(value, times),
        currency,
        approximate: Boolean(isAbout),
        ...(role === undefined ? {} : { role }),
      },
    });
    const upper = toMatch(high + part, factor);
    return low === undefined ? [upper] : [toMatch(low + lowPart, lowFactor ?? factor), upper];
  });
}

/** The amount in units of its currency, rounded to two digits: binary fractions are not exact. */
function amountOf(value: string, factor = ''): number {
  const times = Array.from(factor, (char) => FACTORS[char] ?? 1).reduce((a, b) => a * b, 1);
  return Number((Number(value.replaceAll(',', '')) * times).toFixed(2));
}

/** Words of a clause that give the role of its sum. If a clause has several, the first entry here counts. */
const ROLES: readonly [words: RegExp, role: SumRole][] = [
  [/罚金|罚款|处罚/u, 'fine'],
  [/索赔|请求|诉请|主张|诉求|要求/u, 'claim'],
  [/和解/u, 'settlement'],
  [/判赔|获赔|判令|判决|判定|被判|终审|酌定|裁定|支持|赔付/u, 'award'],
];

/** How far before a sum the words for its role may stand, in UTF-16 units. */
const REACH = 60;

/** The role of a sum, by the nearest clause before it in its sentence that gives one; its own clause is the nearest. */
function roleOf(text: string, start: number): SumRole | undefined {
  if (EACH.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  const sentence = text.slice(Math.max(0, start - REACH), start).replace(/^.*[。！？；\n]/su, '');
  const own = sentence.split('，').at(-1) ?? '';
  // Sums of a case are paid, awarded or asked for. All others have no role.
  const settles = /和解/u.test(text.slice(start, start + 24).split(/[。；\n]/u)[0] ?? '');
  if (settles && /支付|赔/u.test(own)) return 'settlement';
  if (!/赔|罚|支付|诉请|索|和解/u.test(own)) return undefined;
  for (const clause of sentence.split('，').reverse())
    for (const [words, role] of ROLES) if (words.test(clause)) return role;
  return undefined;
}
