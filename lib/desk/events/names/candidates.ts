import type { Clause } from '#lib/references/clauses/clauses.ts';
import { NOTICE } from '../occurrence-words.ts';
import { ANY_DAY, BOUNDARY, DAY, HEAD, NO_NAME, OWN_DAY, SECTION } from './event-nouns.ts';
import { ownNamesIn } from './own-names.ts';

/** The name of a gathering, a campaign or a day in a clause. Offsets count from the beginning of the clause. */
export type Candidate = { name: string; head: string; start: number; end: number };

/** What was found in each clause: several rules ask for it. */
const known = new WeakMap<Pick<Clause, 'text' | 'masked'>, readonly Candidate[]>();

/** The names in a clause, in order. Titles in 《》 are left out; names in quotation marks are read whole. */
export function candidatesIn(clause: Pick<Clause, 'text' | 'masked'>): readonly Candidate[] {
  const found = known.get(clause) ?? namesIn(clause);
  known.set(clause, found);
  return found;
}

function namesIn({ text, masked }: Pick<Clause, 'text' | 'masked'>): Candidate[] {
  const hasHead = text.search(HEAD) !== -1;
  const hasDay = text.includes('日') && ANY_DAY.test(text);
  const own = ownNamesIn(text, masked);
  if (!hasHead && !hasDay) return own;
  const words = text === masked ? text : readable(text, masked);
  const found: Candidate[] = [...own];
  for (const { 0: head, index } of hasHead ? words.matchAll(HEAD) : []) {
    const end = endOf(words, index + head.length);
    const close = closingQuote(words, end);
    const start = titleBefore(text, startOf(words, index, end), head);
    // 示范单位、示范园区评选 is one name: half of it is none.
    if (head.startsWith('评') && words.charAt(start - 1) === '、') continue;
    if (own.some((other) => other.start <= start && other.end >= (close ?? end))) continue;
    const name = nameFrom(text, start, close ?? end);
    if (name !== undefined) found.push({ name, head, start, end: close ?? end });
  }
  if (hasDay) found.push(...daysIn(words));
  if (found.length < 2) return found;
  // 版权周启动仪式 holds 版权周: of two names the longer is meant. Of 专项行动“龙腾2026” it is the one in quotation marks.
  return found
    .filter(
      (name) =>
        !found.some(
          (other) => isWithin(name, other) || (other.start === name.end && text[name.end] === '“'),
        ),
    )
    .sort((a, b) => a.start - b.start);
}

function isWithin({ start, end }: Candidate, other: Candidate): boolean {
  return other.start <= start && other.end >= end && other.end - other.start > end - start;
}

/** 世界知识产权日, 首届动画剧本交易日. */
function daysIn(words: string): Candidate[] {
  const shared = Array.from(words.matchAll(DAY), ({ 0: name, index }) => ({
    name: dayName(name),
    head: '日',
    start: index,
    end: index + name.length,
  }));
  const own = Array.from(words.matchAll(OWN_DAY), ({ 0: name, index }) => ({
    name,
    head: '',
    start: index,
    end: index + name.length,
  }));
  return [...shared, ...own];
}

/** What the notices that a clause names are about, if it is an event: 《关于开展“清源”专项整治的通知》. */
export function noticedIn({ text }: Pick<Clause, 'text'>): Candidate[] {
  if (!text.includes('《关于')) return [];
  return Array.from(text.matchAll(NOTICE)).flatMap(({ 0: whole, 1: inside = '', index }) => {
    const [found, ...more] = candidatesIn({ text: inside, masked: inside });
    const isWhole = more.length === 0 && found?.start === 0 && found.end === inside.length;
    return isWhole ? [{ ...found, start: index, end: index + whole.length }] : [];
  });
}

/** The clause with 《》 masked, and the marks inside quotation marks and brackets as `‚`, which ends no clause. */
function readable(text: string, masked: string): string {
  let words = '';
  let inTitle = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '《') inTitle = true;
    if (masked.charAt(at) !== '□') words += char;
    else words += inTitle ? '□' : MARKS.includes(char) ? '‚' : char;
    if (char === '》') inTitle = false;
  }
  return words;
}

const MARKS = '，、。；：';

/** A year behind the last word belongs to a name in quotation marks: “龙腾行动2026”. */
function endOf(words: string, end: number): number {
  const section = SECTION.exec(words.slice(end, end + 10))?.[0];
  if (section !== undefined) return end + section.length;
  return end + (/^[·\-— ]?20\d{2}(?=”)/u.exec(words.slice(end, end + 6))?.[0].length ?? 0);
}

/** Where the quotation that a name stands in ends: “初代藏品级LABUBU艺术专场”. */
function closingQuote(words: string, end: number): number | undefined {
  return words.charAt(end) === '”' ? end + 1 : undefined;
}

function startOf(words: string, at: number, end: number): number {
  const before = words.slice(Math.max(0, at - 40), at);
  const offset = at - before.length;
  const open = before.lastIndexOf('“');
  const isInside = open !== -1 && !before.slice(open).includes('”');
  // A quotation that ends right before the head belongs to the name: “清朗”专项行动.
  if (isInside && words.charAt(end) === '”' && !ANY_ACTION.test(before.slice(open)))
    return offset + open;
  const [cut = ''] = BOUNDARY.exec(withoutQuotes(before)) ?? [];
  return offset + cut.length;
}

/** What is held for a work is called after it: 《版权年鉴》首发式. */
function titleBefore(text: string, start: number, head: string): number {
  if (text.charAt(start - 1) !== '》' || !OF_WORK.test(head)) return start;
  const open = text.lastIndexOf('《', start);
  return open === -1 || start - open > 24 ? start : open;
}

const OF_WORK = /^(?:首发式|首映[礼会式]|研讨会|宣讲会|宣介会|分享会|说明会|培训班|展览|特展)$/u;

/** What “百日行动” is about stands before it: 网络侵权综合整治“百日行动”. */
const ANY_ACTION = /^“(?:百日|[春夏秋冬]季|集中|攻坚)(?:专项|攻坚|集中)?$/u;

/** Boundaries inside quotation marks are none. */
function withoutQuotes(words: string): string {
  return words.replace(/“[^“”]{0,60}”/gu, (quoted) => '“'.repeat(quoted.length));
}

function nameFrom(text: string, start: number, end: number): string | undefined {
  const name = text
    .slice(start, end)
    .replace(
      /^(?:当地时间|近日|日前|上午|下午|今年|本周|本月|起|的|开幕的|（[^）]*）|“(?=[^”]*$))+/u,
      '',
    )
    .replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日的?/u, '')
    .trim();
  const bare = name.replace(/[“”]/g, '');
  if (
    bare.length < (/[博交贸链]会$/u.test(bare) ? 3 : 4) ||
    bare.length > 40 ||
    NO_NAME.test(bare) ||
    /[。；]/.test(name) ||
    !isBalanced(name)
  )
    return undefined;
  return /^“[^“”]*”$/u.test(name) ? bare : name;
}

/** 话会（第十二届会议 is cut out of a longer name. */
function isBalanced(name: string): boolean {
  return name.split('（').length === name.split('）').length;
}

function dayName(name: string): string {
  return name.replace(/^第[\p{Script=Han}\d]{1,4}个/u, '');
}
