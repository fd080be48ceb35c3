import type { Block } from './block.ts';
import { lettersOf } from './find-lost.ts';
import { readPrefix } from './marks/count.ts';
import { isAnchorList } from './marks/link-list.ts';
import { CONTENTS } from './marks/section-lines.ts';

/** Blocks without their tables of contents, and the texts of these. */
export type WithoutContents = { blocks: Block[]; left: string[] };

/**
 * Takes the tables of contents out of a text: what stands below 目录 or leads to places in the text itself, as
 * long as all of it stands in the text again. The page of an issue makes its own.
 */
export function takeContents(blocks: readonly Block[]): WithoutContents {
  const kept: Block[] = [];
  const left: string[] = [];
  const lines = blocks.map(({ text }) =>
    text.split('\n').map((line) => lettersOf(withoutPrefix(line))),
  );
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const isHead = CONTENTS.test(block.text);
    const start = isHead ? index + 1 : index;
    const end =
      isHead || isAnchorList(block.node) ? endOfContents(blocks, lines, start, isHead) : start;
    if (end === start) {
      kept.push(block);
      continue;
    }
    left.push(...blocks.slice(index, end).map(({ text }) => text));
    index = end - 1;
  }
  return { blocks: kept, left };
}

/** The index behind the last block that only names what stands further below. */
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
    if (!isListed || !entries.every((entry) => stands(entry, rest))) break;
    if (!isHeaded && !isAnchorList(block.node)) break;
  }
  return end;
}

/** Whether a later line begins with the words of an entry. */
function stands(entry: string, lines: readonly string[]): boolean {
  const own = lettersOf(entry);
  return own === '' || lines.some((line) => line.startsWith(own));
}

function withoutPrefix(line: string): string {
  return line.slice(readPrefix(line)?.typed.length ?? 0);
}
