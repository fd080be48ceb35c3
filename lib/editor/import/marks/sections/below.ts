import { inlineText } from '#lib/content/markdown/markdown.ts';
import type { Block } from '../../blocks/block.ts';
import { isLinkList, leadingLink } from '../link-list.ts';
import { readBarePrefix, readPrefix } from '../prefix.ts';
import { isSourceLine, isSourceStart, trailingSourceAt } from '../source-line.ts';

/** What stands below a heading or a line, up to the next one of its kind. */
export type Below = 'items' | 'text' | 'nothing';

/** A heading, the index of its block in the text, and its depth from 1 to 6. */
export type Heading = { block: Block; index: number; depth: number };

/**
 * What stands below a heading.
 * @param from the depth from which on the headings below it are items
 */
export function belowOf(
  blocks: readonly Block[],
  { index: at, depth }: Heading,
  from: number,
): Below {
  for (let index = at + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.node.type === 'heading') {
      if (block.node.depth > depth && block.node.depth >= from) return 'items';
      return index === at + 1 && block.node.depth <= depth ? 'nothing' : 'text';
    }
    if (beginsItem(block, index === at + 1)) return 'items';
  }
  return at + 1 < blocks.length ? 'text' : 'nothing';
}

/** Whether the text right below a heading ends with a source, so that the heading is the title of an item. */
export function endsWithSource(blocks: readonly Block[], { index: at }: Heading): boolean {
  for (let index = at + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.node.type === 'heading') return false;
    if (beginsItem(block, index === at + 1)) return isListOfOneItem(blocks, index);
    if (isSourceLine(block.text) || trailingSourceAt(block.text) !== -1) return true;
  }
  return false;
}

/**
 * Whether a block begins an item by its looks.
 * @param isNext whether it stands right below a heading or a line
 */
export function beginsItem({ node, text, listed }: Block, isNext: boolean): boolean {
  if (listed !== undefined && isNext) return true;
  if (node.type === 'list') return isLinkList(node) || isNext;
  if (node.type !== 'paragraph' || isSourceStart(text)) return false;
  if (/^【[^【】\n]+】/.test(text)) return true;
  if (!isNext) return false;
  const [first, ...others] = node.children;
  const isBoldLed = first?.type === 'strong' && /[\p{L}\p{N}]/u.test(inlineText(others));
  const isNumbered = readPrefix(text) !== undefined || readBarePrefix(text) !== undefined;
  return isNumbered || leadingLink(node.children) !== undefined || isBoldLed;
}

/** Whether a list of several entries stands at an index and is the text of one item: one source follows all of them. */
export function isListOfOneItem(blocks: readonly Block[], start: number): boolean {
  let entries = 0;
  for (let index = start; index < blocks.length; index += 1) {
    const { node, text } = blocks[index] ?? {};
    if (node === undefined || text === undefined) break;
    if (isSourceLine(text) || trailingSourceAt(text) === 0) return entries > 1;
    const isLinks = isLinkList(node);
    if (node.type === 'list') entries += isLinks ? 0 : node.children.length;
    else if (node.type === 'paragraph' && leadingLink(node.children) !== undefined) entries += 2;
    else if (node.type !== 'paragraph' || trailingSourceAt(text) !== -1) return false;
    else if (readPrefix(text)?.count === undefined) return false;
    else entries += 1;
  }
  return false;
}
