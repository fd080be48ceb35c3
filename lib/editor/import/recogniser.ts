import type { Heading, List, Paragraph } from 'mdast';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Block } from './block.ts';
import { isPlain, nameIn, openEntries } from './blocks.ts';
import type { Draft } from './draft.ts';
import { DraftWriter } from './draft-writer.ts';
import { takeFront } from './front.ts';
import { unlinkTitle } from './front-line.ts';
import { type Count, type Lead, readBareLead, readLead } from './marks/count.ts';
import { type EntryOpening, readEntry, readTitle, withPublisher } from './marks/entry.ts';
import { Footnotes, isFootnote } from './marks/footnotes.ts';
import { Forms } from './marks/forms.ts';
import { findSection, type LineTest, type Publication } from './marks/lines.ts';
import { isLinkList } from './marks/link-list.ts';
import { type NumberPlace, numbersIn, textsAhead } from './marks/number-run.ts';
import { type Opening, openUntitled, readOpening } from './marks/opening.ts';
import { type OpeningPlace, opensItem } from './marks/opens-item.ts';
import { SectionMarks } from './marks/section-marks.ts';
import { isSourceLine, sourceBehind } from './marks/source-line.ts';
import { surveyBlocks } from './marks/survey.ts';
import { isRule } from './marks/underline.ts';

/** How many blocks are looked at for the source of what may be an item. */
const AHEAD = 6;

/** Reads the blocks of a text in order: which are sections, which open items, and what belongs to each. */
export class Recogniser {
  readonly #writer: DraftWriter;
  readonly #forms = new Forms();
  readonly #footnotes = new Footnotes();
  /** A number on a line of its own: it counts the paragraph below. */
  #number: Block | undefined;
  readonly #sections: SectionMarks;
  #itemDepth = 7;
  /** Whether the item that is open is an entry of a list of items. */
  #isEntry = false;
  /** What is still to be read, the next block last. */
  readonly #rest: Block[];

  constructor(
    readonly publication: Publication,
    readonly locator: Diagnostics,
    readonly testLine: LineTest,
    blocks: readonly Block[],
  ) {
    this.#writer = new DraftWriter(publication, locator);
    const survey = surveyBlocks(blocks, publication);
    this.#sections = new SectionMarks(publication, this.#forms, survey);
    this.#rest = blocks.toReversed();
  }

  read(): Draft {
    for (let block = this.#rest.pop(); block !== undefined; block = this.#rest.pop()) {
      if (block.node.type === 'list' && this.#opensList(block.node)) {
        const entries = openEntries(block.node, this.locator, this.testLine);
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
    if (this.#isRule(block) || this.#footnotes.read(block, item)) return;
    if (node.type !== 'heading' && node.type !== 'paragraph') {
      this.#writer.add(block, rest[0]);
      return;
    }
    const section = this.#sections.find(block);
    if (section !== undefined) {
      const isWhole = isPlain(block);
      this.#leave(this.#number?.text, block.listed, isWhole ? section.lead : '');
      this.#openSection(block.text, isWhole ? section.name : nameIn(block));
      return;
    }
    const isTitle = this.#sections.isTitle(block);
    if (takeFront(block, draft, this.publication.name, isTitle)) this.#leave(block.listed);
    else if (node.type === 'heading') this.#readHeading(block, node, rest[0]);
    else if (block.entry !== undefined) this.#readEntry(block, node, rest[0]);
    else if (!this.#openUnknown(block, rest[0])) this.#readParagraph(block, node, rest);
  }

  #readParagraph(block: Block, paragraph: Paragraph, rest: Block[]): void {
    const [next] = rest;
    const number = this.#number;
    this.#number = undefined;
    const isNumber = number === undefined && readBareLead(block.text) !== undefined;
    if (isNumber && next?.node.type === 'paragraph' && this.#mayOpen(next, next.node)) {
      this.#number = block;
      return;
    }
    const before = number?.text ?? block.listed;
    const bare = readBareLead(before ?? '');
    const isNews = this.#isNews(bare ?? readLead(block.text), block, paragraph);
    const opening =
      readOpening(paragraph, this.locator, before !== undefined) ??
      (isNews || this.#isSourcedAlone(block) ? openUntitled(paragraph, this.locator) : undefined);
    const lead = opening?.lead ?? bare;
    if (
      opening !== undefined &&
      (isNews || opensItem(opening, lead, [block, ...rest], this.#place))
    ) {
      this.#leave(number?.text, block.listed);
      this.#openItem(withPublisher(opening, this.locator, this.publication.sources), lead, next);
      return;
    }
    this.#forms.pass(lead ?? readLead(block.text));
    if (number !== undefined) this.#writer.add(number, block);
    this.#writer.add(block, next);
  }

  /** Whether a paragraph that no item is open for has a source of its own, and so is news. */
  #isSourcedAlone({ text }: Block): boolean {
    const { section, item } = this.#writer;
    return section !== undefined && item?.hasEnded !== false && sourceBehind(text) > 0;
  }

  get #place(): OpeningPlace {
    const { section, item } = this.#writer;
    return {
      hasSection: section !== undefined,
      item,
      forms: this.#forms,
      sections: this.publication.sections,
    };
  }

  /** Whether the number of a paragraph counts the news, where the news of its section are numbered. */
  #isNews(lead: Lead | undefined, block: Block, paragraph: Paragraph): boolean {
    const { section, item } = this.#writer;
    if (lead?.count === undefined || section === undefined || isSourceLine(block.text))
      return false;
    // The first of a section, which holds nothing else.
    if (item === undefined) return lead.count.value === 1 && section.stray.length === 0;
    // Of a list that has sections in it, an entry may be the text of the title before it.
    if (block.listed !== undefined && item.body.length === 0) return false;
    if (item.hasEnded && paragraph.children.length > 0) return this.#forms.isNext(lead);
    return this.#forms.readNumber(lead.count, this.#placeOf(lead.count, block)) === 'news';
  }

  #placeOf(count: Count, block: Block): NumberPlace {
    const body = this.#writer.item?.body ?? [];
    return {
      before: body.at(-1) ?? '',
      text: block.text,
      isFirstInItem: body.length === 0,
      later: () => numbersIn(textsAhead(this.#rest, this.publication), count),
    };
  }

  /** Whether a number that stands alone on the line before may count this paragraph. */
  #mayOpen({ text }: Block, paragraph: Paragraph): boolean {
    if (findSection(text, this.publication.sections) !== undefined) return true;
    if (this.#writer.section === undefined || isFootnote(text)) return false;
    return readOpening(paragraph, this.locator, true) !== undefined;
  }

  /** Whether a block is a rule that parts items, or a line drawn of characters. */
  #isRule({ node, text }: Block): boolean {
    if (node.type === 'paragraph') return isRule(text);
    if (node.type !== 'thematicBreak') return false;
    const { item } = this.#writer;
    return item === undefined || item.hasEnded || this.#isEntry || item.body.length === 0;
  }

  #leave(...typed: (string | undefined)[]): void {
    this.#writer.leave(...typed);
    this.#number = undefined;
  }

  #readHeading(block: Block, { depth, children: linked }: Heading, next?: Block): void {
    const children = unlinkTitle(linked);
    this.#leave(block.listed);
    if (this.#sections.isHeading(depth)) {
      const lead = this.#sections.leadOf(block);
      this.#leave(lead);
      this.#openSection(block.text, nameIn(block).slice(lead.length));
    } else if (depth > this.#itemDepth) {
      const markdown = `#### ${this.#writer.line(children)}`;
      this.#writer.add({ node: block.node, text: block.text, markdown }, next);
    } else {
      if (this.#writer.section !== undefined) this.#itemDepth = depth;
      const opening = readTitle(children, this.locator, this.publication.sources);
      this.#openItem(opening, opening.lead, next, true);
    }
  }

  /** Reads the first block of an entry of a list whose entries are items. */
  #readEntry(block: Block, paragraph: Paragraph, next: Block | undefined): void {
    this.#leave(block.listed);
    if (block.entry === 'group') {
      this.#openSection(block.text, nameIn(block));
      return;
    }
    const { sources } = this.publication;
    const entry: EntryOpening = readEntry(paragraph, this.locator, sources);
    const lead = entry.lead ?? readBareLead(block.listed ?? '');
    this.#leave(entry.left);
    this.#openItem(entry, lead, next);
    this.#isEntry = true;
  }

  /** Opens a section of a name that the publication does not know, where no item is open. */
  #openUnknown(block: Block, next: Block | undefined): boolean {
    if (this.#writer.item?.hasEnded === false) return false;
    const section = this.#sections.findUnknown(block, next);
    if (section === undefined) return false;
    this.#leave(this.#number?.text, block.listed, section.lead);
    this.#openSection(block.text, section.name);
    return true;
  }

  /** Whether the entries of a list are items where it stands. */
  #opensList(list: List): boolean {
    const { section, item } = this.#writer;
    if (isLinkList(list)) return item === undefined || item.hasEnded || this.#isEntry;
    if (section === undefined) return false;
    if (item === undefined) return !this.#sections.isItemHeading(this.#rest.at(-1)?.node);
    const count = { value: list.ordered === true ? (list.start ?? 1) : 0, look: '1.' };
    return !item.hasEnded && count.value > 1 && this.#forms.isNext({ typed: '', count });
  }

  #openSection(line: string, name: string): void {
    this.#sections.open(line);
    this.#writer.openSection(name);
    this.#forms.openSection();
    this.#isEntry = false;
  }

  #openItem(opening: Opening, lead: Lead | undefined, next?: Block, isHeading = false): void {
    this.#number = undefined;
    this.#isEntry = false;
    this.#writer.openItem(opening, isHeading, next);
    const expected = this.#forms.open(isHeading ? 'heading' : opening.mark, lead);
    if (expected !== undefined) this.#writer.addGap(lead?.count?.value ?? 0, expected);
  }
}
