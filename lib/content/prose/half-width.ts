import { SOURCE_LABEL } from '../attribution/source-words.ts';
import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import { pairBrackets } from './bracket-pairs.ts';
import type { WrittenText } from './written-text.ts';

/**
 * Quotation marks and dashes belong to no script. They may stand between Chinese and a mark: the mark counts as beside
 * Chinese all the same.
 */
const QUOTES = '[“”‘’…—]*';
const BEFORE = String.raw`(?<=[\p{Script=Han}\u3001-\u303f\uff01-\uff60]${QUOTES}.)`;
// A closing bracket is not among them: in 《Who Am I?》 the mark belongs to the Latin text before it.
const AFTER = String.raw`(?=\s?${QUOTES}[\p{Script=Han}《【（])`;
/** A half-width mark right beside Chinese. The comma of 8,805 stands between digits, so it is none. */
const HALF_WIDTH = new RegExp(`[,;:?!()](?:${BEFORE}|${AFTER})`, 'gu');
/**
 * Text whose marks stay half-width: sources, addresses, references such as &amp;, names that end in a mark (Yahoo!).
 */
const LEFT_AS_IS = new RegExp(
  String.raw`(?:[（(]\s*|^[^\S\r\n\u2028\u2029]*)${SOURCE_LABEL}[^\n]*|https?:\/\/[^\s\p{Script=Han}，。；、（）]+|&#?\w+;|[A-Za-z][!?](?=\s?\p{Script=Han})`,
  'gimu',
);

/** The full-width mark for each half-width one. */
export const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** Reports half-width marks beside Chinese, once a line. */
export function checkWidth(written: WrittenText, diagnostics: Diagnostics): void {
  const { text, offsetAt } = written;
  for (const { span, marks } of findHalfWidth(text)) {
    const kinds = [...new Set(marks.map((index) => text.charAt(index)))].join(' ');
    const times = marks.length > 1 ? ` (${marks.length} on this line)` : '';
    const reason = `Unexpected half-width \`${kinds}\` beside Chinese${times}, expected full-width`;
    const mend = () => widen(written, diagnostics.text, span, pairBrackets(text).partners);
    diagnostics.report('punctuation-half-width', reason, offsetAt(marks[0] ?? span.start), {
      mend,
    });
  }
}

type Span = { start: number; end: number };

/** The lines of a block's text that have half-width marks beside Chinese, each with the indices of its marks. */
export function findHalfWidth(text: string): { span: Span; marks: number[] }[] {
  if (!/[,;:?!()]/.test(text)) return [];
  const { partners } = pairBrackets(text);
  let start = 0;
  const lines = mask(text)
    .split('\n')
    .map((line) => {
      const span = { start, end: start + line.length };
      start = span.end + 1;
      return { span, marks: marksIn(line, span.start, partners) };
    });
  return lines.filter(({ marks }) => marks.length > 0);
}

function mask(text: string): string {
  return text.replace(LEFT_AS_IS, (match) => '·'.repeat(match.length));
}

/**
 * The indices in a text of the half-width marks of one line that stand beside Chinese. A bracket needs its partner on
 * the same line: `1)` is a list number. A bracket after `]` or the like belongs to a broken link, one after `^` or
 * `_` to a raised or lowered text: x^(1.5).
 * @param start the index of the line in the text
 */
function marksIn(line: string, start: number, partners: ReadonlyMap<number, number>): number[] {
  return Array.from(line.matchAll(HALF_WIDTH), ({ index }) => start + index).filter((index) => {
    if (!/[()]/.test(line.charAt(index - start))) return true;
    const partner = partners.get(index) ?? -1;
    if (/[\]］}｝^_]/.test(line.charAt(Math.min(index, partner) - start - 1))) return false;
    return partner >= start && partner < start + line.length;
  });
}

/**
 * In a row of marks, the second is beside Chinese only once the first is full-width, so that each takes a pass more. No
 * row in a real text has more than three marks.
 */
export const MOST_PASSES = 10;

/** The edits that make the marks of a line full-width, with those that are beside Chinese only after that. */
function widen(
  { text, offsetAt }: WrittenText,
  file: string,
  { start, end }: Span,
  partners: ReadonlyMap<number, number>,
): Edit[] {
  const chars = text.slice(start, end).split('');
  const widened = new Set<number>();
  const currentMarks = () => marksIn(mask(chars.join('')), start, partners);
  let marks = currentMarks();
  for (let pass = 0; marks.length > 0 && pass < MOST_PASSES; pass += 1) {
    const both = marks.flatMap((index) => [index, partners.get(index) ?? index]);
    for (const index of both) {
      const full = FULL_WIDTH[text.charAt(index)];
      if (full === undefined) continue;
      chars[index - start] = full;
      widened.add(index);
    }
    marks = currentMarks();
  }
  return [...widened].map((index) => {
    const at = offsetAt(index);
    // Markdown escapes only ASCII marks: the backslash before one goes too.
    const isEscaped = /(?<!\\)(?:\\\\)*\\$/.test(file.slice(Math.max(0, at - 20), at));
    return {
      start: isEscaped ? at - 1 : at,
      end: at + 1,
      text: FULL_WIDTH[text.charAt(index)] ?? '',
    };
  });
}
