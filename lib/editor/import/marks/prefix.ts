/** The number before a title. The numbers of one list have the same `look`: `1、` for 3、, `一（` for （三）, `①` for ③. */
export type Count = { value: number; look: string };

/**
 * What stands before a title and is not part of it: an ornament, a number, or both. `text` is all of it, with blanks.
 */
export type Prefix = { text: string; count?: Count; ornament?: string };

const NUMERALS = '一二三四五六七八九十';
/** Characters that are a number and its mark in one, twenty or ten of each kind. */
const WHOLE = [
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
  '❶❷❸❹❺❻❼❽❾❿',
];
const DIGITS = '[0-9０-９]{1,2}';
const NUMERAL = `[${NUMERALS}]{1,3}`;
const NUMBER = `${DIGITS}|${NUMERAL}`;
const COUNT = new RegExp(
  String.raw`^(?:(${DIGITS})\s*([、．.)）])|(${NUMERAL})\s*([、．.])|[（(【]\s*(${NUMBER})\s*[)）】]|(0[1-9])(?=\s+\S)|([${WHOLE.join('')}])|(\d)\uFE0F?\u20E3)\s*`,
);
/**
 * Signs before a title that are neither letters nor digits. Not U+FFFC, which stands for a link or a picture, nor
 * U+FFFD, which stands for broken text.
 */
const ORNAMENT = /^(?:(?![\uFFFC\uFFFD])[\p{So}▶▷►▻◀◁◄※•·‣⁃][\uFE0F\u200D]*\s*)+/u;

/** Reads the ornament and the number at the start of a line, in any order; `undefined` where it has neither. */
export function readPrefix(line: string): Prefix | undefined {
  let text = /^\s*/.exec(line)?.[0] ?? '';
  const indent = text.length;
  const prefix: Prefix = { text };
  const readOrnament = () => {
    const ornament = ORNAMENT.exec(line.slice(text.length))?.[0];
    if (ornament === undefined) return;
    prefix.ornament ??= ornament.trim();
    text += ornament;
  };
  readOrnament();
  const counted = readCount(line.slice(text.length));
  if (counted !== undefined) {
    prefix.count = counted.count;
    text += counted.text;
    readOrnament();
  }
  return text.length === indent ? undefined : { ...prefix, text };
}

const PART = new RegExp(
  String.raw`^\s*(?:第\s*(${NUMBER})\s*(部分|章|节|篇|版块|板块)|(\d{1,2})(?=\s))[\s、：:．.]*`,
);

/** Reads the number before the name of a section: one as before a title, 第一部分, or a number and a blank. */
export function readSectionPrefix(line: string): Prefix | undefined {
  const [text, ordinal, part, bare] = PART.exec(line) ?? [];
  if (text === undefined) return readPrefix(line);
  return { text, count: { value: numberOf(ordinal ?? bare ?? ''), look: part ?? '1' } };
}

/** Whether a number is the next one after `last`, in the same look. */
export function isNextCount(count: Count | undefined, last: Count | undefined): boolean {
  return count?.value === (last?.value ?? 0) + 1 && count.look === last?.look;
}

/** Reads a line that is only a number: 01, 【1】, `1.`; `undefined` for any other line. */
export function readBarePrefix(line: string): Prefix | undefined {
  const text = line.trim();
  const value = Number(/^\d{1,2}$/.exec(text)?.[0] ?? 0);
  if (value > 0) return { text, count: { value, look: '1' } };
  const prefix = readPrefix(text);
  return prefix?.count !== undefined && prefix.text === text ? prefix : undefined;
}

function readCount(line: string): { count: Count; text: string } | undefined {
  const match = COUNT.exec(line);
  if (match === null) return undefined;
  const [text, digits, mark, numeral, point, bracketed, padded, whole, keycap] = match;
  const number = digits ?? numeral ?? bracketed ?? padded ?? whole ?? keycap ?? '';
  const value = numberOf(number);
  const isBare = digits !== undefined || numeral !== undefined;
  if (isBare && isOfTitle(value, mark ?? point ?? '', text, line.slice(text.length)))
    return undefined;
  const kind = WHOLE.find((chars) => chars.includes(number))?.charAt(0);
  const look =
    kind ?? `${/[0-9０-９]/.test(number) ? '1' : '一'}${mark ?? point ?? text.trim().charAt(0)}`;
  return {
    count: { value, look: (padded ?? keycap) ? text.trim().replace(/\d/g, '0') : look },
    text,
  };
}

/** Whether a number is part of the title after it: 3.15 is a day, 4、5月 two months, 一、二审 two courts. */
function isOfTitle(value: number, mark: string, text: string, behind: string): boolean {
  if (/\s$/.test(text)) return false;
  const next = new RegExp(`^(?:[0-9０-９]+|[${NUMERALS}]+)`).exec(behind)?.[0];
  if (next === undefined) return false;
  // 1.2025年 has a year after its number.
  if (/[.．]/.test(mark) && /^[0-9０-９]/.test(next)) return next.length !== 4;
  const other = numberOf(next);
  return other === value + 1 || (value === 3 && other === 5);
}

function numberOf(number: string): number {
  const kind = WHOLE.find((chars) => chars.includes(number));
  if (kind !== undefined) return Array.from(kind).indexOf(number) + 1;
  if (/[0-9０-９]/.test(number)) return Number(number.normalize('NFKC'));
  const [tens, ones] = number.includes('十') ? number.split('十') : ['', number];
  const digit = (char = '') => NUMERALS.indexOf(char.charAt(0)) + 1;
  return number.includes('十') ? (digit(tens) || 1) * 10 + (ones ? digit(ones) : 0) : digit(ones);
}
