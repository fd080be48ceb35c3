import type { Section } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import type { Block } from '../block.ts';
import type { DraftItem } from '../draft.ts';
import type { Prefix } from './count.ts';
import type { Forms } from './forms.ts';
import { isItemText, isSourced } from './item-text.ts';
import type { Opening } from './opening.ts';
import { isSourceLine } from './source-line.ts';

/** Where a paragraph stands that may open an item. */
export type OpeningPlace = {
  hasSection: boolean;
  /** The item that is open. */
  item: DraftItem | undefined;
  forms: Forms;
  sections: NameIndex<Section>;
};

/** Whether a paragraph that may open an item does, where it stands. It is the first of `blocks`. */
export function opensItem(
  { mark, body, ...opening }: Opening,
  prefix: Prefix | undefined,
  blocks: readonly [Block, ...Block[]],
  { hasSection, item, forms, sections }: OpeningPlace,
): boolean {
  const [block, next] = blocks;
  if (mark === '【】') return true;
  if (/^[#＃]{2,3}/.test(block.text)) return true;
  const below = next !== undefined && isItemText(next, sections) ? next : undefined;
  if (!hasSection) {
    const isWhole =
      mark !== 'title lines' || body.length > 0 || below?.text.includes('。') === true;
    const isLinked = mark === 'links' && prefix !== undefined;
    return isWhole && (isLinked || isSourced(blocks, sections));
  }
  const isFree = item?.hasEnded !== false;
  if (isFree && (mark !== 'title lines' || body.length > 0)) return true;
  // Where items open otherwise, a bare line is a colophon unless it has a text.
  if (isFree) return below !== undefined && (forms.agree(mark) || below.text.includes('。'));
  if (item?.body.length === 0) return false;
  if (item?.isSourceFirst === true) return below !== undefined && isSourceLine(below.text);
  return forms.follows({ mark, body, ...opening }, prefix, below?.text ?? '');
}
