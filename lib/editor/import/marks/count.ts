/** A number before a title and the look of it: （一）, 1、, `1.`, 【1】 */
export type Count = { value: number; look: string };

/** What stands before a title and is none of it: an ornament, a number, or both, blanks included. */
export type Prefix = { typed: string; count?: Count; ornament?: string };

const NUMERALS = '一二三四五六七八九十';
/** Whole characters that are a number with its mark, twenty or ten to a kind. */
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
/** Signs before a title, neither letter nor digit; two that Unicode counts among them stand for what is no text. */
const ORNAMENT = /^(?:(?![\uFFFC\uFFFD])[\p{So}▶▷►▻◀◁◄※•·‣⁃][\uFE0F\u200D]*\s*)+/u;

/** The ornament and the number with which a line begins, if it does: they stand in any order. */
export function readPrefix(line: string): Prefix | undefined {
  let typed = /^\s*/.exec(line)?.[0] ?? '';
  const indent = typed.length;
  const prefix: Prefix = { typed };
  const readOrnament = () => {
    const found = ORNAMENT.exec(line.slice(typed.length))?.[0];
    if (found === undefined) return;
    prefix.ornament ??= found.trim();
    typed += found;
  };
  readOrnament();
  const counted = readCount(line.slice(typed.length));
  if (counted !== undefined) {
    prefix.count = counted.count;
    typed += counted.typed;
    readOrnament();
  }
  return typed.length === indent ? undefined : { ...prefix, typed };
}

const PART = new RegExp(
  String.raw`^\s*(?:第\s*(${NUMBER})\s*(部分|章|节|篇|版块|板块)|(\d{1,2})(?=\s))[\s、：:．.]*`,
);

/** The number before a section's name: what stands before a title, 第一部分, or a number and a blank. */
export function readSectionPrefix(line: string): Prefix | undefined {
  const [typed, ordinal, part, bare] = PART.exec(line) ?? [];
  if (typed === undefined) return readPrefix(line);
  return { typed, count: { value: numberOf(ordinal ?? bare ?? ''), look: part ?? '1' } };
}

/** Whether a number goes on where another stopped, in the same look. */
export function isNextCount(count: Count | undefined, last: Count | undefined): boolean {
  return count?.value === (last?.value ?? 0) + 1 && count.look === last?.look;
}

/** The number that is all of a line: 01, 【1】, `1.` */
export function readBarePrefix(line: string): Prefix | undefined {
  const text = line.trim();
  const value = Number(/^\d{1,2}$/.exec(text)?.[0] ?? 0);
  if (value > 0) return { typed: text, count: { value, look: '1' } };
  const prefix = readPrefix(text);
  return prefix?.count !== undefined && prefix.typed === text ? prefix : undefined;
}

function readCount(text: string): { count: Count; typed: string } | undefined {
  const match = COUNT.exec(text);
  if (match === null) return undefined;
  const [typed, digits, mark, numeral, point, bracketed, padded, whole, keycap] = match;
  const number = digits ?? numeral ?? bracketed ?? padded ?? whole ?? keycap ?? '';
  const value = numberOf(number);
  const isBare = digits !== undefined || numeral !== undefined;
  if (isBare && isOfTitle(value, mark ?? point ?? '', typed, text.slice(typed.length)))
    return undefined;
  const kind = WHOLE.find((chars) => chars.includes(number))?.charAt(0);
  const look =
    kind ?? `${/[0-9０-９]/.test(number) ? '1' : '一'}${mark ?? point ?? typed.trim().charAt(0)}`;
  return {
    count: { value, look: (padded ?? keycap) ? typed.trim().replace(/\d/g, '0') : look },
    typed,
  };
}

/** Whether a number belongs to what is behind it: 3.15 is a day, 4、5月 two months, 一、二审 two courts. */
function isOfTitle(value: number, mark: string, typed: string, behind: string): boolean {
  if (/\s$/.test(typed)) return false;
  const next = new RegExp(`^(?:[0-9０-９]+|[${NUMERALS}]+)`).exec(behind)?.[0];
  if (next === undefined) return false;
  // 1.2025年 has a year behind its number.
  if (/[.．]/.test(mark) && /^[0-9０-９]/.test(next)) return next.length !== 4;
  const other = numberOf(next);
  return other === value + 1 || (value === 3 && other === 5);
}

function numberOf(typed: string): number {
  const kind = WHOLE.find((chars) => chars.includes(typed));
  if (kind !== undefined) return Array.from(kind).indexOf(typed) + 1;
  if (/[0-9０-９]/.test(typed)) return Number(typed.normalize('NFKC'));
  const [tens, ones] = typed.includes('十') ? typed.split('十') : ['', typed];
  const digit = (char = '') => NUMERALS.indexOf(char.charAt(0)) + 1;
  return typed.includes('十') ? (digit(tens) || 1) * 10 + (ones ? digit(ones) : 0) : digit(ones);
}
