import type { Heading, Paragraph } from 'mdast';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Block } from '../blocks/block.ts';
import { isPlain, nameIn, unwrapEntries } from '../blocks/blocks.ts';
import { takeFront } from '../front/front.ts';
import { unlinkTitle } from '../front/front-line.ts';
import { Footnotes, isFootnote } from '../marks/footnotes.ts';
import { type EntryOpening, readEntry, readTitle, withPublisher } from '../marks/items/entry.ts';
import { openUntitled, readOpening } from '../marks/items/opening.ts';
import { readBarePrefix, readPrefix } from '../marks/prefix.ts';
import { findSection, type LineTest, type PublicationNames } from '../marks/publication-names.ts';
import { SectionMarks } from '../marks/sections/section-marks.ts';
import { surveyBlocks } from '../marks/sections/survey.ts';
import type { IssueDraft } from './draft.ts';
import { DraftWriter } from './draft-writer.ts';
import { OpenParts } from './open-parts.ts';

/** How many blocks are searched for the source of a possible item. */
const AHEAD = 6;
/** Below every heading: Markdown has headings of the depths 1 to 6. */
const DEEPEST = 7;

/** Reads the blocks of a text in order: which are sections, which open items, and what belongs to each. */
export class Recogniser {
  readonly #writer: DraftWriter;
  readonly #open: OpenParts;
  readonly #footnotes = new Footnotes();
  readonly #sections: SectionMarks;
  /** A number on a line of its own: it counts the paragraph below. */
  #number: Block | undefined;
  /** The depth of the headings that are titles of items. */
  #itemDepth = DEEPEST;
  /** The blocks that are still to be read, the next one last. */
  readonly #rest: Block[];

  constructor(
    readonly publication: PublicationNames,
    readonly locator: Diagnostics,
    readonly testLine: LineTest,
    blocks: readonly Block[],
  ) {
    this.#writer = new DraftWriter(publication, locator);
    this.#open = new OpenParts(this.#writer, publication);
    const survey = surveyBlocks(blocks, publication);
    this.#sections = new SectionMarks(publication, this.#open.forms, survey);
    this.#rest = blocks.toReversed();
  }

  read(): IssueDraft {
    for (let block = this.#rest.pop(); block !== undefined; block = this.#rest.pop()) {
      const isAboveItem = () => this.#sections.isItemHeading(this.#rest.at(-1)?.node);
      if (block.node.type === 'list' && this.#open.opensList(block.node, isAboveItem)) {
        const entries = unwrapEntries(block.node, this.locator, this.testLine);
        for (const entry of entries.toReversed()) this.#rest.push(entry);
      } else this.#readBlock(block, this.#rest.slice(-AHEAD).toReversed());
    }
    this.#writer.finish();
    const { draft } = this.#writer;
    draft.footnotes = this.#footnotes.place(draft.sections.flatMap((section) => section.items));
    return draft;
  }

  #readBlock(block: Block, rest: Block[]): void {
    const { node } = block;
    const { item, draft } = this.#writer;
    if (this.#open.isRule(block) || this.#footnotes.read(block, item)) return;
    if (node.type !== 'heading' && node.type !== 'paragraph') {
      this.#writer.add(block, rest[0]);
      return;
    }
    const section = this.#sections.find(block);
    if (section !== undefined) {
      const isWhole = isPlain(block);
      this.#leaveOut(this.#number?.text, block.listed, isWhole ? section.prefix : '');
      this.#openSection(block.text, isWhole ? section.name : nameIn(block));
      return;
    }
    const isTitle = this.#sections.isTitle(block);
    if (takeFront(block, draft, this.publication.name, isTitle)) this.#leaveOut(block.listed);
    else if (node.type === 'heading') this.#readHeading(block, node, rest[0]);
    else if (block.entry !== undefined) this.#readEntry(block, node, rest[0]);
    else if (!this.#openUnknown(block, rest[0])) this.#readParagraph(block, node, rest);
  }

  #readParagraph(block: Block, paragraph: Paragraph, rest: Block[]): void {
    const [next] = rest;
    const number = this.#number;
    this.#number = undefined;
    const isNumber = number === undefined && readBarePrefix(block.text) !== undefined;
    if (isNumber && next?.node.type === 'paragraph' && this.#mayOpen(next, next.node)) {
      this.#number = block;
      return;
    }
    const open = this.#open;
    const before = number?.text ?? block.listed;
    const bare = readBarePrefix(before ?? '');
    const counted = bare ?? readPrefix(block.text);
    const isCounted = open.countsItems(counted, block, paragraph, this.#rest);
    const opening =
      readOpening(paragraph, this.locator, before !== undefined) ??
      (isCounted || open.isSourcedAlone(block) ? openUntitled(paragraph, this.locator) : undefined);
    const prefix = opening?.prefix ?? bare;
    if (opening !== undefined && (isCounted || open.opensItem(opening, prefix, [block, ...rest]))) {
      this.#leaveOut(number?.text, block.listed);
      const { sources } = this.publication;
      open.openItem(withPublisher(opening, this.locator, sources), prefix, 'paragraph', next);
      return;
    }
    open.forms.recordListNumber(prefix ?? readPrefix(block.text));
    if (number !== undefined) this.#writer.add(number, block);
    this.#writer.add(block, next);
  }

  /** Whether a number on the line before may count this paragraph. */
  #mayOpen({ text }: Block, paragraph: Paragraph): boolean {
    if (findSection(text, this.publication.sections) !== undefined) return true;
    if (this.#open.section === undefined || isFootnote(text)) return false;
    return readOpening(paragraph, this.locator, true) !== undefined;
  }

  /** Leaves numbers and ornaments out of the issue, the pending number with them. */
  #leaveOut(...prefixes: (string | undefined)[]): void {
    this.#writer.leaveOut(...prefixes);
    this.#number = undefined;
  }

  #readHeading(block: Block, { depth, children: linked }: Heading, next?: Block): void {
    const children = unlinkTitle(linked);
    this.#leaveOut(block.listed);
    if (this.#sections.isSectionDepth(depth)) {
      const prefix = this.#sections.prefixOf(block);
      this.#leaveOut(prefix);
      this.#openSection(block.text, nameIn(block).slice(prefix.length));
    } else if (depth > this.#itemDepth) {
      const markdown = `#### ${this.#writer.line(children)}`;
      this.#writer.add({ node: block.node, text: block.text, markdown }, next);
    } else {
      if (this.#open.section !== undefined) this.#itemDepth = depth;
      const opening = readTitle(children, this.locator, this.publication.sources);
      this.#open.openItem(opening, opening.prefix, 'heading', next);
    }
  }

  /** Reads the first block of an entry of a list whose entries are items. */
  #readEntry(block: Block, paragraph: Paragraph, next: Block | undefined): void {
    this.#leaveOut(block.listed);
    if (block.entry === 'group') {
      this.#openSection(block.text, nameIn(block));
      return;
    }
    const { sources } = this.publication;
    const entry: EntryOpening = readEntry(paragraph, this.locator, sources);
    const prefix = entry.prefix ?? readBarePrefix(block.listed ?? '');
    this.#leaveOut(entry.left);
    this.#open.openItem(entry, prefix, 'entry', next);
  }

  /** Opens a section with a name that the publication does not list, where no item is open. */
  #openUnknown(block: Block, next: Block | undefined): boolean {
    if (this.#open.item?.hasEnded === false) return false;
    const section = this.#sections.findUnknown(block, next);
    if (section === undefined) return false;
    this.#leaveOut(this.#number?.text, block.listed, section.prefix);
    this.#openSection(block.text, section.name);
    return true;
  }

  #openSection(line: string, name: string): void {
    this.#sections.open(line);
    this.#open.openSection(name);
  }
}
