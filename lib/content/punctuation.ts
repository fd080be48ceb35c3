import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostics } from './diagnostics.ts';
import { OPAQUE } from './inline.ts';

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

/** Pairs the brackets of a block. Only full-width ones must: `1)` and `(a` may stand alone. */
export function checkBrackets({ text, offsetAt }: SourceText, diagnostics: Diagnostics): void {
  const open: { char: string; index: number }[] = [];
  const report = ({ char, index }: { char: string; index: number }) => {
    if (char === '(' || char === ')') return;
    const reason = `Unexpected unpaired \`${char}\`, expected its other half`;
    diagnostics.report('bracket-unpaired', reason, offsetAt(index));
  };
  for (const { 0: char, index } of text.matchAll(BRACKETS)) {
    if (KIND[char] === char || char === '(') {
      open.push({ char, index });
      continue;
    }
    const match = open.findLastIndex((bracket) => KIND[bracket.char] === KIND[char]);
    if (match === -1) report({ char, index });
    else open.splice(match).slice(1).forEach(report);
  }
  open.forEach(report);
}

const BEFORE = String.raw`(?<=[\p{Script=Han}\u3001-\u303f\uff01-\uff60”’…—])`;
const AFTER = String.raw`(?=\s?[\p{Script=Han}\u3001-\u303f\uff01-\uff60“‘…—])`;
/** A half-width mark right beside Chinese; the commas of 8,805 are between digits, so never one. */
const HALF_WIDTH = new RegExp(`${BEFORE}[,;:?!()]|[,;:?!()]${AFTER}`, 'gu');
/** （来源：…） and 来源：… are the same in either width. */
const ATTRIBUTION = /(?:[（(]\s*|^\s*)来源\s*[:：][^\n]*$/gm;

/** Reports half-width marks beside Chinese, once a line. */
export function checkWidth({ text, offsetAt }: SourceText, diagnostics: Diagnostics): void {
  const prose = text.replace(ATTRIBUTION, (attribution) => ' '.repeat(attribution.length));
  let lineStart = 0;
  for (const line of prose.split('\n')) {
    const marks = [...line.matchAll(HALF_WIDTH)].filter(({ index }) => !isEnumeration(line, index));
    const first = marks[0];
    if (first !== undefined) {
      const kinds = [...new Set(marks.map(([mark]) => mark))].join(' ');
      const times = marks.length > 1 ? ` (${marks.length} on this line)` : '';
      const reason = `Unexpected half-width \`${kinds}\` beside Chinese${times}, expected full-width`;
      diagnostics.report('punctuation-half-width', reason, offsetAt(lineStart + first.index));
    }
    lineStart += line.length + 1;
  }
}

/** `1)营收`: a closing bracket that nothing opens counts off a list. */
function isEnumeration(line: string, index: number): boolean {
  if (line.charAt(index) !== ')') return false;
  const before = line.slice(0, index);
  return (before.match(/[（(]/g)?.length ?? 0) <= (before.match(/[）)]/g)?.length ?? 0);
}
