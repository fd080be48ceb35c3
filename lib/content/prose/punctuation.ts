import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostics } from '../diagnostics.ts';
import { OPAQUE } from '../tree/inline.ts';

/** The text of a block as it is typed in the file, and the offset in the file of each character. */
export type SourceText = { text: string; offsetAt(index: number): number };

/** The text in a block, that of links and emphasis included; code, images and HTML stand as one mark. */
export function sourceOf(block: Nodes, file: string): SourceText {
  let text = '';
  const segments: { index: number; offset: number }[] = [];
  visit(block, ['text', 'inlineCode', 'image', 'html', 'break'], ({ type, position }) => {
    const start = position?.start.offset;
    if (start === undefined) return;
    segments.push({ index: text.length, offset: start });
    text += type === 'text' ? file.slice(start, position?.end.offset) : OPAQUE;
  });
  const offsetAt = (index: number) => {
    const segment = segments.findLast((candidate) => candidate.index <= index);
    return segment === undefined ? 0 : segment.offset + index - segment.index;
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

/**
 * Pairs the brackets of a block. Only full-width ones must pair, and not those that close a count: 1），
 * `1)` and `(a` may stand alone.
 */
export function checkBrackets({ text, offsetAt }: SourceText, diagnostics: Diagnostics): void {
  const open: { char: string; index: number }[] = [];
  const waiting = new Map<string, number>();
  const count = (kind: string | undefined, by: number) =>
    kind === undefined ? 0 : waiting.set(kind, (waiting.get(kind) ?? 0) + by).get(kind);
  const report = ({ char, index }: { char: string; index: number }) => {
    if (char === '(' || char === ')') return;
    const reason = `Unexpected unpaired \`${char}\`, expected its other half`;
    diagnostics.report('bracket-unpaired', reason, offsetAt(index));
  };
  for (const { 0: char, index } of text.matchAll(BRACKETS)) {
    const kind = KIND[char];
    if (kind === char || char === '(') {
      open.push({ char, index });
      count(kind, 1);
    } else if (count(kind, 0) === 0) {
      if (!COUNTS.test(text.slice(Math.max(0, index - 8), index))) report({ char, index });
    } else {
      // What was opened since then is left open.
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(KIND[last.char], -1);
        if (KIND[last.char] === kind) break;
        report(last);
      }
    }
  }
  open.forEach(report);
}

const BEFORE = String.raw`(?<=[\p{Script=Han}\u3001-\u303f\uff01-\uff60”’…—])`;
// A closing bracket behind Latin closes what is Latin: 《Who Am I?》.
const AFTER = String.raw`(?=\s?[\p{Script=Han}《【（“‘…—])`;
/** A half-width mark right beside Chinese; the commas of 8,805 are between digits, so never one. */
const HALF_WIDTH = new RegExp(`${BEFORE}[,;:?!()]|[,;:?!()]${AFTER}`, 'gu');
/** What keeps its width: （来源：…） and 来源：…, addresses, &amp; and its kind, names that end in a mark. */
const OWN_WIDTH =
  /(?:[（(]\s*|^\s*)来源\s*[:：][^\n]*$|https?:\/\/[^\s\p{Script=Han}，。；、（）]+|&#?\w+;|[A-Za-z][!?](?=\s?\p{Script=Han})/gmu;

/** Reports half-width marks beside Chinese, once a line. */
export function checkWidth({ text, offsetAt }: SourceText, diagnostics: Diagnostics): void {
  for (const marks of findHalfWidth(text)) {
    const kinds = [...new Set(marks.map(({ mark }) => mark))].join(' ');
    const times = marks.length > 1 ? ` (${marks.length} on this line)` : '';
    const reason = `Unexpected half-width \`${kinds}\` beside Chinese${times}, expected full-width`;
    diagnostics.report('punctuation-half-width', reason, offsetAt(marks[0]?.index ?? 0));
  }
}

/** The half-width marks beside Chinese in a block's text, those of a line together. */
export function findHalfWidth(text: string): { mark: string; index: number }[][] {
  const prose = text.replace(OWN_WIDTH, (own) => '·'.repeat(own.length));
  let lineStart = 0;
  const lines = prose.split('\n').map((line) => {
    const counting = countingBrackets(line);
    const marks = [...line.matchAll(HALF_WIDTH)]
      .filter(({ index }) => !counting.has(index))
      .map(({ 0: mark, index }) => ({ mark, index: lineStart + index }));
    lineStart += line.length + 1;
    return marks;
  });
  return lines.filter((marks) => marks.length > 0);
}

/** Where a line has closing brackets that nothing opens, as in `1)营收`: they count off a list. */
function countingBrackets(line: string): Set<number> {
  const counting = new Set<number>();
  let depth = 0;
  for (const { 0: bracket, index } of line.matchAll(/[（()）]/g)) {
    if (bracket === '(' || bracket === '（') depth += 1;
    else if (depth > 0) depth -= 1;
    else counting.add(index);
  }
  return counting;
}
