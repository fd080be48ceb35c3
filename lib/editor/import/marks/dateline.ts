import { nameKey } from '#lib/content/names.ts';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';

/** The day and the number of an issue, as far as a line names them. */
export type Dateline = {
  date?: IsoDate;
  number?: number;
  /** Whether the line says nothing else, so that it is not text of the issue. */
  isAlone: boolean;
};

const DIGITS = '〇一二三四五六七八九';
const NUMERAL = '[〇零一二三四五六七八九十百]+';
const DATE = new RegExp(
  String.raw`(?<!\d)(\d{4})\s*(?:[-/.．－／–]|年)\s*(\d{1,2})\s*(?:[-/.．－／–]|月)\s*(\d{1,2})(?:\s*日|(?!\d))|([〇零○一二三四五六七八九]{4})年(${NUMERAL})月(${NUMERAL})日`,
);
const FILE_DATE = /(?<!\d)(\d{4})[-_.年]?(\d{2})[-_.月]?(\d{2})(?!\d)/;
// The running number over all years identifies an issue, so it is tried first: 2025年第12期（总第45期） is 45.
const NUMBERS = [
  new RegExp(String.raw`总\s*(?:第\s*)?(\d{1,5}|${NUMERAL})\s*期`),
  new RegExp(String.raw`第\s*(\d{1,5}|${NUMERAL})\s*期`),
  /期号\s*(?:[:：]\s*)?(\d{1,5})/,
  /\bno\.?\s*(\d{1,5})\b/i,
];
/** The words beside a day and a number: 发布时间：, 星期一, 08:00, 2025年. */
const WORDS =
  /(?:发布|出版|刊发|印发|编印|更新)?(?:时间|日期)|(?:星期|周)[一二三四五六日天]|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d{4}年/g;

/**
 * Reads the day and the number that a line names: `发布时间:2025-03-31`, 2025年3月31日, 二〇二五年…, 第12期. A day that does not
 * exist counts as none.
 * @param siteName the name of the publication, which may stand beside them
 */
export function readDateline(text: string, siteName: string): Dateline {
  const line = text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const dateMatch = DATE.exec(line);
  const date = dateMatch === null ? undefined : toDate(dateMatch);
  const numbers = NUMBERS.map((pattern) => pattern.exec(line));
  const numberMatch = numbers.find((match) => match !== null);
  const number = toNumber(numberMatch?.[1] ?? '');
  let rest = date === undefined ? line : line.replace(dateMatch?.[0] ?? '', ' ');
  for (const match of numbers) if (match !== null) rest = rest.replace(match[0], ' ');
  rest = nameKey(rest.replace(WORDS, ' ')).replace(nameKey(siteName), '');
  const dateline: Dateline = { isAlone: rest === '' && (date ?? number) !== undefined };
  if (date !== undefined) dateline.date = date;
  if (number !== undefined) dateline.number = number;
  return dateline;
}

/** The day in a file's name: `2025-03-31.docx`, `20250331定稿.txt`, `周报2025年3月31日.docx`. */
export function readFileDate(name: string): IsoDate | undefined {
  const match = DATE.exec(name) ?? FILE_DATE.exec(name);
  return match === null ? undefined : toDate(match);
}

function toDate([, year, month, day, chineseYear, chineseMonth, chineseDay]: RegExpExecArray):
  | IsoDate
  | undefined {
  const parts =
    year === undefined
      ? [
          Array.from(chineseYear ?? '', (digit) => String(toNumber(digit) ?? 0)).join(''),
          toNumber(chineseMonth ?? ''),
          toNumber(chineseDay ?? ''),
        ]
      : [year, month, day];
  const text = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return isIsoDate(text) ? text : undefined;
}

/** A number in digits or in Chinese numerals up to 999: 十二 is 12, 一百零三 is 103. */
function toNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) || undefined;
  const match = /^(?:(.)?(百))?[零〇]?(?:(.)?(十))?(.)?$/.exec(text);
  if (text === '' || match === null) return undefined;
  const [, hundreds, hundred, tens, ten, ones] = match;
  const digit = (char: string | undefined, absent: number) =>
    char === undefined ? absent : Math.max(0, DIGITS.indexOf(char.replace(/[零○]/, '〇')));
  const value =
    (hundred ? digit(hundreds, 1) * 100 : 0) + (ten ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
  return value;
}
