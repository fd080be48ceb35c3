import { visit } from 'unist-util-visit';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { readFrontMatter } from '#lib/content/front-matter.ts';
import { parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { FULL_WIDTH, findHalfWidth, MOST_PASSES } from '#lib/content/prose/half-width.ts';
import { writtenText } from '#lib/content/prose/written-text.ts';

const WIDENED: Record<string, string> = { ...FULL_WIDTH, '.': '。' };
const CHINESE = String.raw`\p{Script=Han}》〉」』）】”’`;
/** A full stop of half width behind Chinese: not that of …, of a number or of a name such as 版权.com. */
const STOP = new RegExp(
  String.raw`(?<=[${CHINESE}])\.(?=[${CHINESE}“《【（\s]|$)(?!\s*[a-z.])`,
  'gu',
);
/** A comma behind a percentage, in a block that is Chinese, whatever comes then but a number. */
const PERCENT = /(?<=\p{Script=Han}[^\n]{0,80}[%％])[,;](?=[^\d\s])/gu;
/** One between a Latin word and a Chinese number: …系列IP,2024年. What is Latin has a blank behind it. */
const BEFORE_NUMBER = /(?<=[A-Za-z])[,;](?=\d[\d.,]*[%％]?\p{Script=Han})/gu;
/** What is no text, whatever marks it has: addresses, and references to characters, &apos; and &#39; (HTML, 13.5). */
const OPAQUE_TEXT =
  /https?:\/\/[^\s\p{Script=Han}，。；、（）]+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/giu;
/** 来源： itself, and the marks between the names behind it. */
const SOURCE = /^来源：.*$/gm;
const SOURCE_MARK = /(?<=[\p{Script=Han}）])[,;](?=[^\d\s]|\s*\p{Script=Han})/gu;

/**
 * An issue's text with the half-width marks beside Chinese made full-width, and how many there were. Which
 * these are says the rule that `check` reports them by: addresses, numbers, times and what stands between
 * Latin stay as they are, as does what is left of a heap of marks: `check` reports that.
 */
export function widenPunctuation(text: string): { text: string; count: number } {
  let widened = text;
  let count = 0;
  // A mark made full-width may leave the next beside Chinese: 《a》), → 《a》），
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const marks = findMarks(widened);
    if (marks.size === 0) break;
    count += marks.size;
    widened = widened
      .split('')
      .map((char, offset) => {
        if (marks.has(offset)) return WIDENED[char] ?? char;
        // The backslash of an escape has nothing left to escape.
        return char === '\\' && marks.has(offset + 1) ? '' : char;
      })
      .join('');
  }
  return { text: widened, count };
}

/** The offsets in the file of the marks to be made full-width. */
function findMarks(file: string): Set<number> {
  const offsets = new Set<number>();
  const unread = new Diagnostics('', file);
  const { body } = readFrontMatter(unread);
  visit(
    parseMarkdown(withoutExcess(body, unread)),
    ['paragraph', 'heading', 'tableCell'],
    (block) => {
      const { text, offsetAt } = writtenText(block, file);
      const found = findHalfWidth(text).flatMap(({ marks }) => marks);
      const plain = mask(text, OPAQUE_TEXT);
      for (const pattern of [STOP, PERCENT, BEFORE_NUMBER]) {
        for (const { index } of plain.matchAll(pattern)) found.push(index);
      }
      for (const { 0: line, index } of text.matchAll(SOURCE)) {
        const names = mask(mask(line, /https?:\/\/\S+/g), OPAQUE_TEXT);
        for (const { index: at } of names.matchAll(SOURCE_MARK)) found.push(index + at);
      }
      for (const index of withPartners(text, found)) offsets.add(offsetAt(index));
    },
  );
  return new Set([...offsets].filter((offset) => WIDENED[file.charAt(offset)] !== undefined));
}

/** A text with another character in place of all in it that a pattern finds. */
function mask(text: string, pattern: RegExp): string {
  return text.replace(pattern, (opaque) => '·'.repeat(opaque.length));
}

/** The indexes, and those of the half-width brackets that are the other halves of those among them. */
function withPartners(text: string, found: readonly number[]): Set<number> {
  const all = new Set(found);
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()（）]/g)) {
    if (bracket === '(' || bracket === '（') open.push(index);
    else {
      const partner = open.pop();
      if (partner === undefined) continue;
      if (all.has(index)) all.add(partner);
      else if (all.has(partner)) all.add(index);
    }
  }
  return all;
}
