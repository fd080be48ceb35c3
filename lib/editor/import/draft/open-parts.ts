import type { List, Paragraph } from 'mdast';
import type { Block } from '../blocks/block.ts';
import { Forms } from '../marks/items/forms.ts';
import { type NumberPlace, numbersIn, textsAhead } from '../marks/items/number-run.ts';
import type { Opening } from '../marks/items/opening.ts';
import { opensItem } from '../marks/items/opens-item.ts';
import { isLinkList } from '../marks/link-list.ts';
import type { Count, Prefix } from '../marks/prefix.ts';
import type { PublicationNames } from '../marks/publication-names.ts';
import { isSourceLine, trailingSourceAt } from '../marks/source-line.ts';
import { isRule } from '../marks/underline.ts';
import type { DraftItem, DraftSection } from './draft.ts';
import type { DraftWriter } from './draft-writer.ts';

/** What opened an item: a heading, an entry of a list of items, or another paragraph. */
type Opener = 'heading' | 'entry' | 'paragraph';

/**
 * The section and the item of a draft that are open while its text is read. They decide what the next block is: a
 * number or a rule means one thing inside an item and another between two items.
 */
export class OpenParts {
  readonly forms = new Forms();
  readonly #writer: DraftWriter;
  /** Whether the open item is an entry of a list of items. */
  #isEntry = false;

  constructor(
    writer: DraftWriter,
    readonly publication: PublicationNames,
  ) {
    this.#writer = writer;
  }

  get section(): DraftSection | undefined {
    return this.#writer.section;
  }

  get item(): DraftItem | undefined {
    return this.#writer.item;
  }

  openSection(name: string): void {
    this.#writer.openSection(name);
    this.forms.openSection();
    this.#isEntry = false;
  }

  /**
   * Opens an item, and records a gap where its number is not the expected one.
   * @param prefix the number or the ornament before the item, also where it is not part of the opening
   * @param next the block below
   */
  openItem(opening: Opening, prefix: Prefix | undefined, opener: Opener, next?: Block): void {
    const isHeading = opener === 'heading';
    this.#isEntry = opener === 'entry';
    this.#writer.openItem(opening, isHeading, next);
    const expected = this.forms.open(isHeading ? 'heading' : opening.mark, prefix);
    if (expected !== undefined) this.#writer.addGap(prefix?.count?.value ?? 0, expected);
  }

  /** Whether a paragraph with such an opening opens an item in its place. The paragraph is the first of `blocks`. */
  opensItem(
    opening: Opening,
    prefix: Prefix | undefined,
    blocks: readonly [Block, ...Block[]],
  ): boolean {
    const { section, item, forms } = this;
    const { sections } = this.publication;
    return opensItem(opening, prefix, blocks, {
      hasSection: section !== undefined,
      item,
      forms,
      sections,
    });
  }

  /** Whether a block separates items: a rule, or a line drawn with characters. */
  isRule({ node, text }: Block): boolean {
    if (node.type === 'paragraph') return isRule(text);
    if (node.type !== 'thematicBreak') return false;
    const { item } = this;
    return item === undefined || item.hasEnded || this.#isEntry || item.body.length === 0;
  }

  /** Whether a paragraph is an item by its source alone: no item is open that it could belong to. */
  isSourcedAlone({ text }: Block): boolean {
    return (
      this.section !== undefined && this.item?.hasEnded !== false && trailingSourceAt(text) > 0
    );
  }

  /**
   * Whether the number of a paragraph counts the items, in a section that numbers its items.
   * @param rest the blocks that follow, the next one last
   */
  countsItems(
    prefix: Prefix | undefined,
    block: Block,
    paragraph: Paragraph,
    rest: readonly Block[],
  ): boolean {
    const { section, item } = this;
    if (prefix?.count === undefined || section === undefined || isSourceLine(block.text))
      return false;
    // The first item of a section has the number 1, and nothing stands before it.
    if (item === undefined) return prefix.count.value === 1 && section.stray.length === 0;
    // In a list with sections among its entries, an entry may be the text of the title before it.
    if (block.listed !== undefined && item.body.length === 0) return false;
    if (item.hasEnded && paragraph.children.length > 0) return this.forms.isNext(prefix);
    return this.forms.readNumber(prefix.count, this.#placeOf(prefix.count, block, rest)) === 'item';
  }

  /**
   * Whether the entries of a list are items where it stands.
   * @param isAboveItem whether the block below the list is the heading of an item
   */
  opensList(list: List, isAboveItem: () => boolean): boolean {
    const { section, item } = this;
    if (isLinkList(list)) return item === undefined || item.hasEnded || this.#isEntry;
    if (section === undefined) return false;
    if (item === undefined) return !isAboveItem();
    const count = { value: list.ordered === true ? (list.start ?? 1) : 0, look: '1.' };
    return !item.hasEnded && count.value > 1 && this.forms.isNext({ text: '', count });
  }

  #placeOf(count: Count, block: Block, rest: readonly Block[]): NumberPlace {
    const body = this.item?.body ?? [];
    return {
      before: body.at(-1) ?? '',
      text: block.text,
      isFirstInItem: body.length === 0,
      later: () => numbersIn(textsAhead(rest, this.publication), count),
    };
  }
}
