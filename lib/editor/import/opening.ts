import type { Paragraph, PhrasingContent } from 'mdast';
import { nameKey } from '#lib/content/names.ts';
import { InlineText, type Locator, OPAQUE } from '#lib/content/tree/inline.ts';
import { closingBracket } from '#lib/content/tree/outline.ts';
import type { Mark } from './draft.ts';

/** How a paragraph opens an item: by what mark, the title, and the text behind it in the paragraph. */
export type Opening = {
  mark: Mark;
  count?: Count;
  title: PhrasingContent[];
  body: PhrasingContent[];
};

/** A number before a title and the look of it: （一）, 1、, `1.` */
export type Count = { value: number; look: string };

const NUMERALS = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
// No number behind: 3.15 is a day, 4、5 月 two months, 三、四线城市 and 一、二审 no count; nor is 360 one.
const COUNT =
  /^\s*(?:(\d{1,2})\s*([、．.)）])|([一二三四五六七八九十]{1,3})\s*([、．.])|[（(]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|([①-⑳]))(?![\d一二三四五六七八九十])\s*/;
const LONGEST_TITLE = 60;
const LONGEST_SENTENCE = 45;

/** The number that a line begins with, if it does, and how many characters it takes. */
export function readCount(line: string): { count: Count; length: number } | undefined {
  const match = COUNT.exec(line);
  if (match === null) return undefined;
  const [whole, digits, mark, numerals, point, bracketed, circled] = match;
  const typed = digits ?? numerals ?? bracketed ?? circled ?? '';
  const look = `${/\d/.test(typed) ? '1' : circled ? '①' : '一'}${mark ?? point ?? '（）'}`;
  return { count: { value: numberOf(typed), look }, length: whole.length };
}

function numberOf(typed: string): number {
  if (/\d/.test(typed)) return Number(typed);
  if (CIRCLED.includes(typed)) return CIRCLED.indexOf(typed) + 1;
  const [tens, ones] = typed.includes('十') ? typed.split('十') : ['', typed];
  const digit = (char = '') => NUMERALS.indexOf(char) + 1;
  return typed.includes('十') ? (digit(tens) || 1) * 10 + digit(ones) : digit(ones);
}

/**
 * How a paragraph would open an item, if it may: by 【标题】, by a number, by bold at its start, or by being
 * a line that is no sentence. `isListed` says that it stood in a list, which took its number.
 */
export function readOpening(
  paragraph: Paragraph,
  locator: Locator,
  isListed = false,
): Opening | undefined {
  const { inline, from, boldEnd, count } = unwrapStart(paragraph, locator);
  const { text } = inline;
  if (/^[（(【[［]?\s*来源\s*[:：]/.test(text.slice(from))) return undefined;
  const counted = count === undefined ? {} : { count };
  if (text.charAt(from) === '【') {
    const close = closingBracket(text, from);
    if (close === -1) return undefined;
    const id = /^\s*(\{#[^{}\n]*\})/.exec(text.slice(close + 1));
    const title = inline.slice(from + 1, close);
    if (id?.[1] !== undefined) title.push({ type: 'text', value: ` ${id[1]}` });
    return {
      mark: '【】',
      ...counted,
      title,
      body: tail(inline, close + 1 + (id?.[0].length ?? 0)),
    };
  }
  const hashes = /^[#＃]{2,3}\s*(?=[^#＃\s])/.exec(text.slice(from));
  const start = from + (hashes?.[0].length ?? 0);
  const open = (mark: Mark, end: number, next = end): Opening => ({
    mark,
    ...counted,
    title: inline.slice(start, end),
    body: tail(inline, next),
  });
  if (boldEnd > start) {
    const bold = /^[^。\n]*?(?=[。：:\s]*$)/.exec(text.slice(start, boldEnd))?.[0];
    return bold !== undefined && isTitle(bold)
      ? open('bold titles', start + bold.length, boldEnd)
      : undefined;
  }
  const [line = '', below = ''] = text
    .slice(start)
    .trim()
    .split(/\s*\n\s*/);
  const isCounted = count !== undefined || isListed || hashes !== null;
  // Of prose that is wrapped in the file, no line is much shorter than the next.
  const isLine = isCounted || below === '' || line.length * 1.2 < below.length;
  if (isLine && isTitle(line) && !/[，,、；;：:.…]$/.test(line)) {
    const end = start + text.slice(start).indexOf(line) + line.length;
    return open(isCounted ? 'numbering' : 'title lines', end);
  }
  if (!isCounted) return undefined;
  const sentence = /^([^。\n]+)。(?=\s*\S)/.exec(text.slice(start));
  if (sentence?.[1] === undefined || sentence[1].length > LONGEST_SENTENCE) return undefined;
  return open('numbering', start + sentence[1].length, start + sentence[0].length);
}

/** The paragraph with bold at its start, or right behind a number there, taken off. */
function unwrapStart(paragraph: Paragraph, locator: Locator) {
  let inline = new InlineText(paragraph.children, locator);
  let from = inline.text.search(/\S|$/);
  let boldEnd = 0;
  let count: Count | undefined;
  const step = () => {
    const read = count === undefined ? readCount(inline.text.slice(from)) : undefined;
    if (read === undefined) return;
    count = read.count;
    from += read.length;
  };
  step();
  const first = inline.text.charAt(from) === OPAQUE ? inline.opaqueAt(from) : undefined;
  if (first?.type === 'strong') {
    boldEnd = from + new InlineText(first.children, locator).text.length;
    inline = new InlineText(
      [...inline.slice(0, from), ...first.children, ...inline.slice(from + 1)],
      locator,
    );
    step();
    from += inline.text.slice(from).search(/\S|$/);
  }
  return { inline, from, boldEnd, count };
}

/** The nodes from an index on, without the blanks, colons and ends of sentence that parted them from a title. */
function tail(inline: InlineText, index: number): PhrasingContent[] {
  return inline.slice(index + Math.max(0, inline.text.slice(index).search(/[^\s。：:]|$/)));
}

/** Whether some text may be a title: short, one line, no sentence inside. */
export function isTitle(text: string): boolean {
  return text.trim().length <= LONGEST_TITLE && !/[。\n]/.test(text) && nameKey(text).length >= 2;
}
