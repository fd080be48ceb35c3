import type { Section } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import type { Block } from '../../blocks/block.ts';
import { readPrefix } from '../prefix.ts';
import { findSection } from '../publication-names.ts';
import { isSourceLine, trailingSourceAt } from '../source-line.ts';

/** Whether a block may be text of an item: it opens no other item and is not a section. */
export function isItemText({ node, text }: Block, sections: NameIndex<Section>): boolean {
  if (node.type === 'heading') return false;
  if (node.type !== 'paragraph') return true;
  return !/^\s*【/.test(text) && findSection(text, sections) === undefined;
}

/** Whether the item that begins with the first of some blocks has a source, before another item or a section begins. */
export function isSourced(blocks: readonly Block[], sections: NameIndex<Section>): boolean {
  for (const [index, block] of blocks.entries()) {
    const isOther = !isItemText(block, sections) || readPrefix(block.text) !== undefined;
    if (index > 0 && isOther) return false;
    if (isSourceLine(block.text) || trailingSourceAt(block.text) !== -1) return true;
  }
  return false;
}
