import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Diagnostics, Edit } from '../diagnostics.ts';
import { InlineText, OPAQUE } from './inline.ts';

/** Where a line begins an item, or a heading that Markdown takes for text: `###标题`, `＃＃ 产业要闻`. */
const OPENING = /(?:^|\n)[ \t\u3000]*(【|[#＃]{2,3}(?=[ \t\u3000]*[^#＃\s]))/g;

/**
 * A paragraph whose lines open items or sections, as several blocks. Digests are often typed with no
 * blank line between two items, which Markdown takes for one paragraph.
 */
export function splitAtOpenings(block: RootContent, diagnostics: Diagnostics): RootContent[] {
  if (block.type !== 'paragraph') return [block];
  const inline = new InlineText(block.children, diagnostics);
  if (!/[【#＃]/.test(inline.text)) return [block];
  // A hard break is a line break that the tree shows as a node.
  const lines = Array.from(inline.text, (char, index) =>
    char === OPAQUE && inline.opaqueAt(index)?.type === 'break' ? '\n' : char,
  ).join('');
  const cuts = Array.from(lines.matchAll(OPENING), (match) => ({
    at: match.index + match[0].length - (match[1]?.length ?? 0),
    mark: match[1] ?? '',
  }));
  const first = cuts[0];
  if (first === undefined || (cuts.length === 1 && first.at === 0 && first.mark === '【'))
    return [block];
  const pieces: RootContent[] = [];
  const head = lines.slice(0, first.at).trimEnd().length;
  if (head > 0) pieces.push(paragraphOf(inline.slice(0, head), inline, 0, block));
  for (const [index, cut] of cuts.entries()) {
    const end = cut.at + lines.slice(cut.at, cuts[index + 1]?.at).trimEnd().length;
    if (cut.mark === '【')
      pieces.push(paragraphOf(inline.slice(cut.at, end), inline, cut.at, block));
    else pieces.push(...headingOf(inline, cut.at, end, cut.mark.length, lines, block, diagnostics));
  }
  return pieces;
}

function headingOf(
  inline: InlineText,
  start: number,
  end: number,
  hashes: number,
  lines: string,
  block: Paragraph,
  diagnostics: Diagnostics,
): RootContent[] {
  const lineEnd = Math.min(end, (lines.indexOf('\n', start) + 1 || end + 1) - 1);
  const position = paragraphOf([], inline, start, block).position;
  const depth = hashes === 2 ? 2 : 3;
  const children = inline.slice(start + hashes, lineEnd);
  const heading: Heading = { type: 'heading', depth, children };
  if (position) heading.position = position;
  const reason = `Unexpected form of a heading, expected ${'#'.repeat(hashes)} and a space`;
  const blanks = /^[ \t\u3000]*/.exec(lines.slice(start + hashes, lineEnd))?.[0].length ?? 0;
  const span = { start: inline.offsetAt(start), end: inline.offsetAt(start + hashes + blanks) };
  const mend = () => [respell(diagnostics.text, span, hashes)];
  diagnostics.report('heading-style', reason, heading, { mend });
  const rest = lineEnd + lines.slice(lineEnd, end).search(/\S|$/);
  if (rest >= end) return [heading];
  return [heading, paragraphOf(inline.slice(rest, end), inline, rest, block)];
}

/** The edit that spells the marks of a heading, from the start of their line to its text. */
function respell(
  file: string,
  { start, end }: { start: number; end: number },
  hashes: number,
): Edit {
  const indent = /(?:^|[\r\n])([ \t\u3000\\]*)$/.exec(file.slice(Math.max(0, start - 99), start));
  return { start: start - (indent?.[1]?.length ?? 0), end, text: `${'#'.repeat(hashes)} ` };
}

/** A paragraph of some nodes of `whole`, which begin at `start` of its text. */
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
