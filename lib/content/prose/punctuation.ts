import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { SOURCE_LABEL } from '../attribution/source-words.ts';
import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import { OPAQUE, segmentAt } from '../markdown/tree/inline.ts';

/** The text of a block as it is typed in the file, and the offset in the file of each character. */
export type SourceText = { text: string; offsetAt(index: number): number };

const SHOWN = new Set(['text', 'inlineCode', 'image', 'html', 'break']);

/**
 * The text in a block, that of links and emphasis included; code, images, HTML and addresses that are their
 * own link stand as one mark.
 */
export function sourceOf(block: Nodes, file: string): SourceText {
  let text = '';
  const segments: { start: number; offset: number }[] = [];
  // A test by name would be compiled anew for every block.
  visit(block, ({ type, position }) => {
    const start = position?.start.offset;
    if (start === undefined) return;
    // What reads as text in <https://…> is the address itself.
    const isAddress = type === 'link' && file.charAt(start) === '<';
    if (!isAddress && !SHOWN.has(type)) return;
    segments.push({ start: text.length, offset: start });
    text += type === 'text' ? file.slice(start, position?.end.offset) : OPAQUE;
    return isAddress ? SKIP : undefined;
  });
  const offsetAt = (index: number) => {
    const segment = segmentAt(segments, index);
    return segment === undefined ? 0 : segment.offset + index - segment.start;
  };
  return { text, offsetAt };
}

/** The opening bracket that each bracket belongs to; half-width ones pair with full-width ones. */
const KIND: Record<string, string> = {
  '【': '【',
  '】': '【',
  '《': '《',
  '》': '《',
  '（': '（',
  '）': '（',
  '(': '（',
  ')': '（',
};
const BRACKETS = /[【】《》（）()]/g;

/** A bracket that closes a count, 1）, 二）: nothing need have opened it. */
const COUNTS = /(?:^|[\s：；。，、:;,])(?:\d+|[a-zA-Z]|[一二三四五六七八九十]+)$/;

type Bracket = { char: string; index: number };

/** The other half of each bracket of a text, and the brackets that have none. */
function pairBrackets(text: string): { partners: Map<number, number>; unpaired: Bracket[] } {
  const open: Bracket[] = [];
  const waiting = new Map<string, number>();
  const partners = new Map<number, number>();
  const unpaired: Bracket[] = [];
  const count = (kind: string | undefined, by: number) =>
    kind === undefined ? 0 : waiting.set(kind, (waiting.get(kind) ?? 0) + by).get(kind);
  for (const { 0: char, index } of text.matchAll(BRACKETS)) {
    const kind = KIND[char];
    if (kind === char || char === '(') {
      open.push({ char, index });
      count(kind, 1);
    } else if (count(kind, 0) === 0) {
      if (!COUNTS.test(text.slice(Math.max(0, index - 8), index))) unpaired.push({ char, index });
    } else {
      // What was opened since then is left open.
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(KIND[last.char], -1);
        if (KIND[last.char] === kind) {
          partners.set(last.index, index).set(index, last.index);
          break;
        }
        unpaired.push(last);
      }
    }
  }
  return { partners, unpaired: [...unpaired, ...open] };
}

/** So many faults are listed for one block; the rest is only counted. */
const MOST_UNPAIRED = 100;

/**
 * Pairs the brackets of a block. Only full-width ones must pair, and not those that close a count: 1），
 * `1)` and `(a` may stand alone.
 */
export function checkBrackets({ text, offsetAt }: SourceText, diagnostics: Diagnostics): void {
  const unpaired = pairBrackets(text).unpaired.filter(({ char }) => char !== '(' && char !== ')');
  for (const [number, { char, index }] of unpaired.entries()) {
    const more = unpaired.length - number - 1;
    const isLast = number === MOST_UNPAIRED - 1 && more > 0;
    const others = isLast ? ` and ${more} more behind it` : '';
    const reason = `Unexpected unpaired \`${char}\`${others}, expected its other half`;
    diagnostics.report('bracket-unpaired', reason, offsetAt(index));
    if (isLast) break;
  }
}

/** Quotation marks and dashes belong to no script. A mark behind them is beside Chinese where Chinese stands before them. */
const QUOTES = '[“”‘’…—]*';
const BEFORE = String.raw`(?<=[\p{Script=Han}\u3001-\u303f\uff01-\uff60]${QUOTES}.)`;
// A closing bracket behind Latin closes what is Latin: 《Who Am I?》.
const AFTER = String.raw`(?=\s?${QUOTES}[\p{Script=Han}《【（])`;
/** A half-width mark right beside Chinese; the commas of 8,805 are between digits, so never one. */
const HALF_WIDTH = new RegExp(`[,;:?!()](?:${BEFORE}|${AFTER})`, 'gu');
/** What keeps its width: （来源：…） and 来源：…, addresses, &amp; and its kind, names that end in a mark. */
const OWN_WIDTH = new RegExp(
  String.raw`(?:[（(]\s*|^[^\S\r\n\u2028\u2029]*)${SOURCE_LABEL}[^\n]*|https?:\/\/[^\s\p{Script=Han}，。；、（）]+|&#?\w+;|[A-Za-z][!?](?=\s?\p{Script=Han})`,
  'gimu',
);

/** What each half-width mark is beside Chinese. */
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
export function checkWidth(source: SourceText, diagnostics: Diagnostics): void {
  const { text, offsetAt } = source;
  for (const { span, marks } of findHalfWidth(text)) {
    const kinds = [...new Set(marks.map((index) => text.charAt(index)))].join(' ');
    const times = marks.length > 1 ? ` (${marks.length} on this line)` : '';
    const reason = `Unexpected half-width \`${kinds}\` beside Chinese${times}, expected full-width`;
    const mend = () => widen(source, diagnostics.text, span, pairBrackets(text).partners);
    diagnostics.report('punctuation-half-width', reason, offsetAt(marks[0] ?? span.start), {
      mend,
    });
  }
}

type Span = { start: number; end: number };

/** The half-width marks beside Chinese in a block's text, by the lines that have some. */
export function findHalfWidth(text: string): { span: Span; marks: number[] }[] {
  if (!/[,;:?!()]/.test(text)) return [];
  const { partners } = pairBrackets(text);
  let start = 0;
  const lines = maskOwnWidth(text)
    .split('\n')
    .map((line) => {
      const span = { start, end: start + line.length };
      start = span.end + 1;
      return { span, marks: marksIn(line, span.start, partners) };
    });
  return lines.filter(({ marks }) => marks.length > 0);
}

function maskOwnWidth(text: string): string {
  return text.replace(OWN_WIDTH, (own) => '·'.repeat(own.length));
}

/**
 * Where a line of a text has half-width marks beside Chinese. A bracket counts with its other half alone:
 * `1)` counts off a list, and only full-width brackets must pair. Those behind `]` and its kind are of a link gone
 * wrong, those behind `^` and `_` of a raised or lowered text: x^(1.5).
 */
function marksIn(line: string, start: number, partners: ReadonlyMap<number, number>): number[] {
  return Array.from(line.matchAll(HALF_WIDTH), ({ index }) => start + index).filter((index) => {
    if (!/[()]/.test(line.charAt(index - start))) return true;
    const partner = partners.get(index) ?? -1;
    if (/[\]］}｝^_]/.test(line.charAt(Math.min(index, partner) - start - 1))) return false;
    return partner >= start && partner < start + line.length;
  });
}

/** In a row of marks, each is found to be beside Chinese only once the one before is full-width. Text has two or three. */
export const MOST_PASSES = 10;

/** The edits that make the marks of a line full-width, and those that are beside Chinese only then. */
function widen(
  { text, offsetAt }: SourceText,
  file: string,
  { start, end }: Span,
  partners: ReadonlyMap<number, number>,
): Edit[] {
  const chars = text.slice(start, end).split('');
  const widened = new Set<number>();
  const lineNow = () => maskOwnWidth(chars.join(''));
  let marks = marksIn(lineNow(), start, partners);
  for (let pass = 0; marks.length > 0 && pass < MOST_PASSES; pass += 1) {
    const both = marks.flatMap((index) => [index, partners.get(index) ?? index]);
    for (const index of both) {
      const full = FULL_WIDTH[text.charAt(index)];
      if (full === undefined) continue;
      chars[index - start] = full;
      widened.add(index);
    }
    marks = marksIn(lineNow(), start, partners);
  }
  return [...widened].map((index) => {
    const at = offsetAt(index);
    // An escape is one of half-width marks alone.
    const escaped = /(?<!\\)(?:\\\\)*\\$/.test(file.slice(Math.max(0, at - 20), at));
    return {
      start: escaped ? at - 1 : at,
      end: at + 1,
      text: FULL_WIDTH[text.charAt(index)] ?? '',
    };
  });
}
