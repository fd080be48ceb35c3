import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Diagnostics, Edit } from '../../faults/diagnostics.ts';
import { inlineText } from '../markdown.ts';
import { sourceBrackets } from './brackets.ts';
import { InlineText, OPAQUE } from './inline.ts';

/** A heading that Markdown reads as text, at the start of a paragraph: `###标题`, `＃＃ 产业要闻`. */
const HEADING = /^[ \t\u3000]*([#＃]{2,3})([ \t\u3000]*)(?=[^#＃\s])/;
/** Marks that may stand between the source of an item and the title of the next. */
const BETWEEN = /[\s。．.；;，,、]*/y;

/**
 * Splits a paragraph after a heading that Markdown does not recognise, and before a title that follows the source of
 * another item: `（来源：新华社）【丁】…`.
 */
export function splitParagraph(paragraph: Paragraph, diagnostics: Diagnostics): RootContent[] {
  const inline = new InlineText(paragraph.children, diagnostics);
  if (!/[（(#＃]/.test(inline.text)) return [paragraph];
  const cuts = cutsOf(inline);
  const pieces = [0, ...cuts].map((start, index) => {
    const end = cuts[index] ?? inline.text.length;
    const length = inline.text.slice(start, end).trimEnd().length;
    return { start, end: start + length };
  });
  const heading = HEADING.exec(inline.text);
  if (heading === null && cuts.length === 0) return [paragraph];
  return pieces.flatMap((piece) =>
    heading !== null && piece.start === 0
      ? headingOf(inline, heading, piece.end, paragraph, diagnostics)
      : [paragraphOf(inline.slice(piece.start, piece.end), inline, piece.start, paragraph)],
  );
}

/** The indices of titles that follow the source of another item. */
function cutsOf(inline: InlineText): number[] {
  const { text } = inline;
  return sourceBrackets(text, text.length).flatMap(({ close }) => {
    BETWEEN.lastIndex = close + 1;
    const next = close + 1 + (BETWEEN.exec(text)?.[0].length ?? 0);
    return isTitle(inline, next) ? [next] : [];
  });
}

/** Whether 【 stands at an index, in bold or not. */
function isTitle(inline: InlineText, index: number): boolean {
  if (inline.text.charAt(index) === '【') return true;
  const node = inline.text.charAt(index) === OPAQUE ? inline.opaqueAt(index) : undefined;
  return node?.type === 'strong' && inlineText(node.children).startsWith('【');
}

/** The heading at the start of a piece, and the paragraph on the lines below it. */
function headingOf(
  inline: InlineText,
  [indented, marks = '', blanks = '']: RegExpExecArray,
  end: number,
  block: Paragraph,
  diagnostics: Diagnostics,
): RootContent[] {
  const text = withBreaks(inline);
  const start = indented.length - blanks.length - marks.length;
  const lineEnd = Math.min(end, (text.indexOf('\n', start) + 1 || end + 1) - 1);
  const position = paragraphOf([], inline, start, block).position;
  const children = inline.slice(start + marks.length, lineEnd);
  const heading: Heading = { type: 'heading', depth: marks.length === 2 ? 2 : 3, children };
  if (position) heading.position = position;
  const hashes = '#'.repeat(marks.length);
  const reason = `Unexpected form of a heading, expected ${hashes} and a space`;
  const span = { start: inline.offsetAt(start), end: inline.offsetAt(indented.length) };
  const mend = () => [respell(diagnostics.text, span, hashes)];
  diagnostics.report('heading-style', reason, heading, { mend });
  const rest = lineEnd + text.slice(lineEnd, end).search(/\S|$/);
  if (rest >= end) return [heading];
  return [heading, paragraphOf(inline.slice(rest, end), inline, rest, block)];
}

/** The text with `\n` for each hard line break, which is a node of the tree. Indices stay the same. */
function withBreaks(inline: InlineText): string {
  return Array.from(inline.text, (char, index) =>
    char === OPAQUE && inline.opaqueAt(index)?.type === 'break' ? '\n' : char,
  ).join('');
}

/** The edit that replaces all before the text of a heading, indent and marks, by `hashes` and a space. */
function respell(
  file: string,
  { start, end }: { start: number; end: number },
  hashes: string,
): Edit {
  const indent = /(?:^|[\r\n])([ \t\u3000\\]*)$/.exec(file.slice(Math.max(0, start - 99), start));
  return { start: start - (indent?.[1]?.length ?? 0), end, text: `${hashes} ` };
}

/** A paragraph made of some nodes of `whole`. They begin at index `start` of its text. */
export function paragraphOf(
  children: PhrasingContent[],
  inline: InlineText,
  start: number,
  whole: Paragraph,
): Paragraph {
  const end = whole.position?.end;
  const paragraph: Paragraph = { type: 'paragraph', children };
  if (end) {
    paragraph.position = { start: inline.locator.pointOf(inline.offsetAt(start)), end };
  }
  return paragraph;
}
