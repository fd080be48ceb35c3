/** The words that times are written with, as pieces of patterns. Each piece has the groups that `timesIn` reads. */

const TENS = '三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?';
const ONE = '[一二三四五六七八九]';
const DAY_DIGITS = '3[01]|[12]\\d|0?[1-9]';
const MONTH_DIGITS = '1[0-2]|0?[1-9]';
const HAN_MONTH = `十[一二]?|${ONE}`;
const HAN_DAY = `${TENS}|${ONE}`;
const HAN_YEAR = '[一二][九零〇○][零〇○一二三四五六七八九]{2}';

/** What makes of a day the name of something else, 5日游, or of a number of days, 30日内. */
const NO_DAY = '(?![游元语本内案])';
/** What stands before a number of days, and not before a day: 满30日. */
const NOT_COUNTED = '(?<!为期|[满近逾超达共约每续过])';
const DASH = '(?:至|到|—{1,2}|－|–|-|~|～)';

const NAMED_YEAR = '今年|本年|去年|上年|前年|明年|次年|翌年|同年|当年';
const NAMED_MONTH = '上个?月|本月|下个?月|当月|同月|次月|翌月';
/** 三天后, 隔日 at the beginning of a clause. 30日后生效 counts from another day. */
const DAYS_LATER =
  '(?<=^|[，：；、])(?:(?:[一二两三四五六七八九十]|\\d{1,2})[天日]之?后(?!起|[将才方即]?(?:生效|施行|实施|届满|到期|失效))|隔[天日]|第二天)';
const NAMED_DAY = `同日|当日|当天|次日|翌日|${DAYS_LATER}`;

const YEAR = `(?:(?:20\\d{2}|19\\d{2}|${HAN_YEAR})年度?|${NAMED_YEAR})`;
/** In 有期徒刑1年2月 the months are a term. */
const NOT_A_TERM = '(?<!徒刑|拘役|管制|(?<!\\d)\\d{1,2}年)';
const MONTH = `(?:${NOT_A_TERM}(?:${MONTH_DIGITS})月份?|${NAMED_MONTH})`;
const DAY = `(?:(?<!/)(?:${DAY_DIGITS})[日号]${NO_DAY}|${NAMED_DAY})`;
/** The first of two days that share their 日: 5月20-22日. */
const SHARED_DAY = `(?:${DAY_DIGITS})(?=(?:${DASH}|[、和及与])(?:${DAY_DIGITS})[日号]${NO_DAY})`;
/** A month in Chinese numerals is one only with its day or its year: 四月 alone may be a name. */
const HAN_DATE = `${YEAR}?(?:${HAN_MONTH})月(?:${HAN_DAY})[日号]${NO_DAY}|${YEAR}(?:${HAN_MONTH})月`;
const NAMED_HAN_DATE = `(?:${NAMED_MONTH})(?:${HAN_DAY})[日号]${NO_DAY}`;
/** 元旦起 is a day; 元旦假期, 元旦档 are not. */
const NEW_YEAR = `${YEAR}?元旦(?=当天|[起前止，]|施行|实施|生效)`;
const DATE = `${HAN_DATE}|${NAMED_HAN_DATE}|${YEAR}?${MONTH}(?:${DAY}|${SHARED_DAY})?`;
const TO = `(?:□{3,5}|上午|下午|[上中下]旬|[初底末])?(?:(?:起|开始)?(?:一直)?(?:持续|延续|开|办|打|干|进行|开放)?(?:至|到)|—{1,2}|－|–|-|~|～)`;

/** 2025年7月1日, 今年7月, 7月1日至3日, 5月至11月, 2023年, 同日, 十二月四日至五日; ISO days. */
export const TIME = new RegExp(
  [
    `(?<![\\d.])(?<iso>(?:19|20)\\d{2}-\\d{2}-\\d{2})(?![\\d-])`,
    `(?<![\\d.第])(?<head>${NEW_YEAR}|${DATE}|${YEAR}|${NOT_COUNTED}${DAY}(?!之?后)|(?<=[于在自从，])(?:${TENS})日${NO_DAY})(?:${TO}(?<tail>${DATE}|${DAY}|(?:${HAN_DAY})日${NO_DAY}|${YEAR}))?`,
    `(?<![\\d.第])(?<firstMonth>1[0-2]|[1-9])${DASH}(?<lastMonth>1[0-2]|[1-9])月(?!\\d)`,
  ].join('|'),
  'gu',
);

/** What happened, not who acts: the day after it, 上映次日, or its next year, may be any. */
export const DEED = /[映布判决诉讼裁定售播线行幕满署签效捕束案立版世亡期]$/u;

/** A cheap test before `TIME`, which holds of each text with a time. */
export const ANY_TIME =
  /\d{1,4}[年月日号天至到、和及与—－–~～-]|[一二三四五六七八九十两廿零〇○]{1,4}[年月日号天]|[今本去上前明次翌同当下隔]个?[年月日天]|元旦/u;

/** The parts of one time, each as it is written. */
export const PARTS = new RegExp(
  [
    `^(?:(?<year>\\d{4}|${HAN_YEAR})年度?|(?<namedYear>${NAMED_YEAR}))?`,
    `(?:(?<month>${MONTH_DIGITS}|${HAN_MONTH})月份?|(?<namedMonth>${NAMED_MONTH}))?`,
    `(?:(?<day>${DAY_DIGITS}|${HAN_DAY})[日号]?|(?<sameDay>${NAMED_DAY})|(?<newYear>元旦))?$`,
  ].join(''),
  'u',
);

/** The number that digits or Chinese numerals write: 二十八 is 28, 二〇二六 is 2026. */
export function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const digits = Array.from(words, (char) => '零一二三四五六七八九'.indexOf(char));
  const [tens = '', ones = ''] = words.replace('廿', '二十').split('十');
  const digit = (char: string) => Math.max(0, '零一二三四五六七八九'.indexOf(char));
  if (/[十廿]/.test(words)) return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones || '零');
  return digits.reduce((number, each) => number * 10 + Math.max(0, each), 0);
}
