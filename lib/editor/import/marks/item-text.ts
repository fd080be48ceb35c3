import type { Section } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import type { Block } from '../block.ts';
import { readPrefix } from './count.ts';
import { findSection } from './lines.ts';
import { isSourceLine, sourceBehind } from './source-line.ts';

/** Whether a block may be the text of an item, being no opening of another nor a section. */
export function isItemText({ node, text }: Block, sections: NameIndex<Section>): boolean {
  if (node.type === 'heading') return false;
  if (node.type !== 'paragraph') return true;
  return !/^\s*【/.test(text) && findSection(text, sections) === undefined;
}

/** Whether a source ends what the first of some blocks begins, before another item or a section begins. */
export function isSourced(blocks: readonly Block[], sections: NameIndex<Section>): boolean {
  for (const [index, block] of blocks.entries()) {
    const isOther = !isItemText(block, sections) || readPrefix(block.text) !== undefined;
    if (index > 0 && isOther) return false;
    if (isSourceLine(block.text) || sourceBehind(block.text) !== -1) return true;
  }
  return false;
}
