import { lettersOf } from '../find-lost.ts';
import { isAnchorList } from '../marks/link-list.ts';
import { readPrefix } from '../marks/prefix.ts';
import { CONTENTS_HEADING } from '../marks/sections/section-lines.ts';
import type { Block } from './block.ts';

/** The blocks of a text without its tables of contents, and the texts of these tables. */
export type WithoutContents = { blocks: Block[]; contents: string[] };

/**
 * Takes the tables of contents out of a text, since the page of an issue has its own: the lists and lines below 目录,
 * and the lists whose links lead to places in the text itself. A table is taken only as far as its entries stand again
 * further below.
 */
export function takeContents(blocks: readonly Block[]): WithoutContents {
  const kept: Block[] = [];
  const contents: string[] = [];
  const lines = blocks.map(({ text }) =>
    text.split('\n').map((line) => lettersOf(withoutPrefix(line))),
  );
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const isHead = CONTENTS_HEADING.test(block.text);
    const start = isHead ? index + 1 : index;
    const end =
      isHead || isAnchorList(block.node) ? endOfContents(blocks, lines, start, isHead) : start;
    if (end === start) {
      kept.push(block);
      continue;
    }
    contents.push(...blocks.slice(index, end).map(({ text }) => text));
    index = end - 1;
  }
  return { blocks: kept, contents };
}

/** The index after the last block of a table of contents, which only repeats what stands further below. */
function endOfContents(
  blocks: readonly Block[],
  lines: readonly string[][],
  start: number,
  isHeaded: boolean,
): number {
  let end = start;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    if (block === undefined || block.node.type === 'heading') break;
    const rest = lines.slice(end + 1).flat();
    const entries = block.text.split('\n').map(withoutPrefix);
    const isListed = block.node.type === 'list' || block.node.type === 'paragraph';
    if (!isListed || !entries.every((entry) => isRepeated(entry, rest))) break;
    if (!isHeaded && !isAnchorList(block.node)) break;
  }
  return end;
}

/** Whether a later line begins with the words of an entry. */
function isRepeated(entry: string, lines: readonly string[]): boolean {
  const own = lettersOf(entry);
  return own === '' || lines.some((line) => line.startsWith(own));
}

function withoutPrefix(line: string): string {
  return line.slice(readPrefix(line)?.text.length ?? 0);
}
