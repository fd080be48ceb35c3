import type { ReferenceMatch } from './finder.ts';
import { roleOf } from './sum-roles.ts';

/** Currencies as Chinese texts write them, and their ISO 4217 codes. */
const CURRENCIES: readonly [unit: string, code: string][] = [
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['韩元', 'KRW'],
  ['新台币', 'TWD'],
  ['新台币元', 'TWD'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['新加坡元', 'SGD'],
  ['新元', 'SGD'],
  ['新西兰元', 'NZD'],
  ['澳门元', 'MOP'],
  ['瑞士法郎', 'CHF'],
  ['瑞典克朗', 'SEK'],
  ['丹麦克朗', 'DKK'],
  ['挪威克朗', 'NOK'],
  ['卢比', 'INR'],
  ['卢布', 'RUB'],
  ['雷亚尔', 'BRL'],
  ['泰铢', 'THB'],
  ['林吉特', 'MYR'],
  ['兰特', 'ZAR'],
  ['印尼盾', 'IDR'],
  ['越南盾', 'VND'],
  ['福林', 'HUF'],
  ['兹罗提', 'PLN'],
  ['元人民币', 'CNY'],
  ['元', 'CNY'],
];
const CODES: ReadonlyMap<string, string> = new Map(CURRENCIES);
/** Names of currencies that stand before a sum in 元: 新台币2,000万元. */
const BEFORE: readonly [name: string, code: string][] = [
  ['新台币', 'TWD'],
  ['港币', 'HKD'],
  ['澳门币', 'MOP'],
];

function currencyOf(text: string, start: number, unit: string): string | undefined {
  const named = unit === '元' && BEFORE.find(([name]) => text.endsWith(name, start));
  return named ? named[1] : CODES.get(unit);
}

const FACTORS: Readonly<Record<string, number>> = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

const NUMBER = String.raw`(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,6})?`;
const FACTOR = `([十百千]?(?:万亿|万|亿)|[百千](?=[余多美元]))?`;
const UNIT = CURRENCIES.map(([unit]) => unit)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** 152万余元, 15亿美元, 3000多万元, 2亿3000万元, and the range 10万至20万元. 元素, 元宇宙 and 元旦 are not money. */
const SUM = new RegExp(
  String.raw`(?<![\d.,])(?:${NUMBER}${FACTOR}(?:${UNIT})?(?:至|到|—|－|–|-|~))?(?:(\d{1,6})([亿万]))?${NUMBER}([余多])?${FACTOR}([余多])?(${UNIT})(?![素宇旦宵首帅老器月件])`,
  'gu',
);

/** Words before a sum that make it approximate. */
/** Words before a sum that make it approximate. */
const ABOUT = /(?:约|近|超|超过|逾|达到?约|上|至少|不低于|最高|不超过)$/u;

/** 四十万元, 二百三十万余元: as judgments write them. 二元 and 一元 alone are mostly no money. */
const NUMERALS = new RegExp(
  `(?<![第\\d一二三四五六七八九十百千万亿])([一二两三四五六七八九十][一二两三四五六七八九十百千万亿零〇]{1,13})([余多])?(${UNIT})(?![素宇旦宵首帅老器月件论化])`,
  'gu',
);

/** Finds the sums of money in a text, in order. A range is two sums. */
export function findSums(text: string): ReferenceMatch[] {
  return [...sumsInDigits(text), ...sumsInNumerals(text)].sort((a, b) => a.start - b.start);
}

function sumsInNumerals(text: string): ReferenceMatch[] {
  return Array.from(text.matchAll(NUMERALS)).flatMap(
    ({ 0: whole, 1: numeral = '', 2: more, 3: unit = '', index }) => {
      const currency = currencyOf(text, index, unit);
      const amount = numeralValue(numeral);
      if (currency === undefined || amount === undefined) return [];
      const role = roleOf(text, index, index + whole.length);
      const about = more ?? ABOUT.exec(text.slice(Math.max(0, index - 4), index));
      return [
        {
          start: index,
          end: index + whole.length,
          referent: {
            kind: 'sum',
            amount,
            currency,
            approximate: Boolean(about),
            ...(role === undefined ? {} : { role }),
          },
        },
      ];
    },
  );
}

/** The value of a Chinese numeral: 二百三十万 is 2300000. `undefined` for one without 十, 百, 千, 万 or 亿. */
function numeralValue(numeral: string): number | undefined {
  if (!/[十百千万亿]/.test(numeral)) return undefined;
  let [total, section, digit] = [0, 0, 0];
  for (const char of numeral) {
    const factor = FACTORS[char];
    if (factor === undefined)
      digit = '〇一二三四五六七八九'.indexOf(char === '两' ? '二' : char === '零' ? '〇' : char);
    else if (factor < 1e4) {
      section += (digit || 1) * factor;
      digit = 0;
    } else {
      total = (total + section + digit) * factor;
      [section, digit] = [0, 0];
    }
  }
  return total + section + digit;
}

function sumsInDigits(text: string): ReferenceMatch[] {
  return Array.from(text.matchAll(SUM)).flatMap((match) => {
    const [
      whole,
      low,
      lowPart = '',
      lowFactor,
      greater,
      greaterFactor,
      high = '',
      part = '',
      more,
      factor,
      moreAfter,
      unit = '',
    ] = match;
    const currency = currencyOf(text, match.index, unit);
    if (currency === undefined) return [];
    const [start, end] = [match.index, match.index + whole.length];
    const role = roleOf(text, start, end);
    const isAbout = more ?? moreAfter ?? ABOUT.exec(text.slice(Math.max(0, start - 4), start));
    const base = greater === undefined ? 0 : amountOf(greater, greaterFactor);
    const toMatch = (value: string, times: string | undefined, more = 0): ReferenceMatch => ({
      start,
      end,
      referent: {
        kind: 'sum',
        amount: more + amountOf(value, times),
        currency,
        approximate: Boolean(isAbout),
        ...(role === undefined ? {} : { role }),
      },
    });
    const upper = toMatch(high + part, factor, base);
    return low === undefined ? [upper] : [toMatch(low + lowPart, lowFactor ?? factor), upper];
  });
}

/** The amount in units of its currency, rounded to two digits: binary fractions are not exact. */
function amountOf(value: string, factor = ''): number {
  const times = Array.from(factor, (char) => FACTORS[char] ?? 1).reduce((a, b) => a * b, 1);
  return Number((Number(value.replaceAll(',', '')) * times).toFixed(2));
}
