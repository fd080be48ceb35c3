import { visit } from 'unist-util-visit';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { readFrontMatter } from '#lib/content/front-matter.ts';
import { parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { FULL_WIDTH, findHalfWidth, MOST_PASSES } from '#lib/content/prose/half-width.ts';
import { writtenText } from '#lib/content/prose/written-text.ts';

const WIDENED: Record<string, string> = { ...FULL_WIDTH, '.': '。' };
const CHINESE = String.raw`\p{Script=Han}》〉」』）】”’`;
/** A half-width full stop after Chinese, but not the one of a number or of a name such as 版权.com. */
const STOP = new RegExp(
  String.raw`(?<=[${CHINESE}])\.(?=[${CHINESE}“《【（\s]|$)(?!\s*[a-z.])`,
  'gu',
);
/** A comma or semicolon after a percentage in Chinese text, unless a number or a blank follows. */
const PERCENT = /(?<=\p{Script=Han}[^\n]{0,80}[%％])[,;](?=[^\d\s])/gu;
/**
 * A comma or semicolon between a Latin word and a number in Chinese text: 系列IP,2024年. In Latin text, a blank follows.
 */
const BEFORE_NUMBER = /(?<=[A-Za-z])[,;](?=\d[\d.,]*[%％]?\p{Script=Han})/gu;
/** What is not text and keeps its marks: addresses, and character references such as &apos; and &#39; (HTML, 13.5). */
const OPAQUE_TEXT =
  /https?:\/\/[^\s\p{Script=Han}，。；、（）]+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/giu;
/** 来源： itself, and the marks between the names after it. */
const SOURCE = /^来源：.*$/gm;
const SOURCE_MARK = /(?<=[\p{Script=Han}）])[,;](?=[^\d\s]|\s*\p{Script=Han})/gu;

/**
 * An issue's text with the half-width marks beside Chinese made full-width, and how many there were. The rule of
 * `check` that reports such marks decides which they are: those in addresses, numbers, times and between Latin words
 * stay. Of very many marks in a row, the last ones stay too, and `check` reports them.
 */
export function widenPunctuation(text: string): { text: string; count: number } {
  let widened = text;
  let count = 0;
  // A mark that became full-width may put the next one beside Chinese: 《a》), → 《a》），
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const marks = findMarks(widened);
    if (marks.size === 0) break;
    count += marks.size;
    widened = widened
      .split('')
      .map((char, offset) => {
        if (marks.has(offset)) return WIDENED[char] ?? char;
        // A backslash before the mark has nothing left to escape.
        return char === '\\' && marks.has(offset + 1) ? '' : char;
      })
      .join('');
  }
  return { text: widened, count };
}

/** The offsets, in the file, of the marks to make full-width. */
function findMarks(file: string): Set<number> {
  const offsets = new Set<number>();
  const unread = new Diagnostics('', file);
  const { body } = readFrontMatter(unread);
  visit(
    parseMarkdown(withoutExcess(body, unread)),
    ['paragraph', 'heading', 'tableCell'],
    (block) => {
      const { text, offsetAt } = writtenText(block, file);
      const indexes = findHalfWidth(text).flatMap(({ marks }) => marks);
      const plain = mask(text, OPAQUE_TEXT);
      for (const pattern of [STOP, PERCENT, BEFORE_NUMBER]) {
        for (const { index } of plain.matchAll(pattern)) indexes.push(index);
      }
      for (const { 0: line, index } of text.matchAll(SOURCE)) {
        const names = mask(mask(line, /https?:\/\/\S+/g), OPAQUE_TEXT);
        for (const { index: at } of names.matchAll(SOURCE_MARK)) indexes.push(index + at);
      }
      for (const index of withPartners(text, indexes)) offsets.add(offsetAt(index));
    },
  );
  return new Set([...offsets].filter((offset) => WIDENED[file.charAt(offset)] !== undefined));
}

/** A text with `·` in place of each character that a pattern matches. */
function mask(text: string, pattern: RegExp): string {
  return text.replace(pattern, (opaque) => '·'.repeat(opaque.length));
}

/** The indexes and, for each half of a pair of brackets among them, the index of the other half. */
function withPartners(text: string, indexes: readonly number[]): Set<number> {
  const all = new Set(indexes);
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
