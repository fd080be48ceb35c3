import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { OPAQUE, segmentAt } from '../markdown/tree/inline.ts';

/** The text of a block as it is written in the file, and the offset in the file of each of its characters. */
export type WrittenText = { text: string; offsetAt(index: number): number };

const SHOWN = new Set(['text', 'inlineCode', 'image', 'html', 'break']);

/**
 * The text of a block, with the text of its links and emphasis. One `OPAQUE` stands for code, an image, HTML, a line
 * break, or an address in `<` and `>`.
 */
export function writtenText(block: Nodes, file: string): WrittenText {
  let text = '';
  const segments: { start: number; offset: number }[] = [];
  // No test by node type is passed to `visit`: it would compile the test again for every block.
  visit(block, ({ type, position }) => {
    const start = position?.start.offset;
    if (start === undefined) return;
    // The text node in <https://…> is the address itself.
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
