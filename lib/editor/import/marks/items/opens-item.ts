import type { Section } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';
import type { Block } from '../../blocks/block.ts';
import type { DraftItem } from '../../draft/draft.ts';
import type { Prefix } from '../prefix.ts';
import { isSourceLine } from '../source-line.ts';
import type { Forms } from './forms.ts';
import { isItemText, isSourced } from './item-text.ts';
import type { Opening } from './opening.ts';

/** What surrounds a paragraph that may open an item. */
export type OpeningPlace = {
  hasSection: boolean;
  /** The item that is open. */
  item: DraftItem | undefined;
  forms: Forms;
  sections: NameIndex<Section>;
};

/** Whether a paragraph with such an opening opens an item in its place. The paragraph is the first of `blocks`. */
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
  // Where the other items open in another form, a bare line without a text below it is a closing line of the issue.
  if (isFree) return below !== undefined && (forms.isUsual(mark) || below.text.includes('。'));
  if (item?.body.length === 0) return false;
  if (item?.isSourceFirst === true) return below !== undefined && isSourceLine(below.text);
  return forms.opensNext({ mark, body, ...opening }, prefix, below?.text ?? '');
}
