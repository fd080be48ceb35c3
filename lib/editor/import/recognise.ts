import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import { findAttribution, lastParagraph } from '#lib/content/attribution.ts';
import type { Diagnostics } from '#lib/content/diagnostics.ts';
import { type Block, blockOf, isPlain, nameIn, readBlocks } from './blocks.ts';
import type { Draft, DraftItem, DraftSection } from './draft.ts';
import { takeFront } from './front.ts';
import { unlinkTitle } from './front-line.ts';
import { type Lead, readBareLead } from './marks/count.ts';
import { Footnotes, isFootnote } from './marks/footnotes.ts';
import { Forms } from './marks/forms.ts';
import { isItemText, isSourced } from './marks/item-text.ts';
import { findSection, lineTester, type Publication } from './marks/lines.ts';
import { type Opening, readOpening } from './marks/opening.ts';
import { SectionMarks } from './marks/section-marks.ts';
import { findLooseSource } from './marks/source-line.ts';
import { isRule, readUnderlines } from './marks/underline.ts';

/** How many blocks are looked at for the source that tells an item. */
const AHEAD = 6;
/** What ends sources as it ends a sentence or parts them. */
const SOURCE_END = /(?<![。；，、\s])(?:[。；，、\s]|(?<=\p{Script=Han})[.;,])+$/u;

/**
 * The issue that a Markdown text holds, however its sections, items and sources are marked. What is none
 * of these stays where it stands.
 */
export function recogniseIssue(text: string, publication: Publication): Draft {
  const { blocks, locator } = readBlocks(readUnderlines(text), lineTester(publication));
  return new Recogniser(publication, locator).read(blocks);
}

class Recogniser {
  readonly #draft: Draft = {
    front: [],
    lead: [],
    sections: [],
    leads: [],
    footnotes: 0,
    replaced: {
      '【】': 0,
      numbering: 0,
      bullets: 0,
      'bold titles': 0,
      'title lines': 0,
      '（来源：）': 0,
    },
  };
  #section: DraftSection | undefined;
  #item: DraftItem | undefined;
  readonly #forms = new Forms();
  readonly #footnotes = new Footnotes();
  /** A number on a line of its own, which is that of the next. */
  #number: Block | undefined;
  readonly #sections: SectionMarks;
  #itemDepth = 7;

  constructor(
    readonly publication: Publication,
    readonly locator: Diagnostics,
  ) {
    this.#sections = new SectionMarks(publication, this.#forms);
  }

  read(blocks: Block[]): Draft {
    for (const [index, block] of blocks.entries()) {
      this.#readBlock(block, blocks.slice(index + 1, index + 1 + AHEAD));
    }
    const items = this.#draft.sections.flatMap((section) => section.items);
    this.#draft.footnotes = this.#footnotes.place(items);
    return this.#draft;
  }

  #readBlock(block: Block, rest: Block[]): void {
    const { node } = block;
    if (this.#isRule(block) || this.#footnotes.read(block, this.#item)) return;
    if (node.type !== 'heading' && node.type !== 'paragraph') {
      this.#add(block);
      return;
    }
    const section = this.#sections.find(block);
    if (section !== undefined) {
      const isWhole = isPlain(block);
      this.#leave(this.#number?.text, block.listed, isWhole ? section.lead : '');
      this.#openSection(block.text, isWhole ? section.name : nameIn(block));
      return;
    }
    if (takeFront(block, this.#draft, this.publication.name)) this.#leave(block.listed);
    else if (node.type === 'heading') this.#readHeading(block, node);
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
    const opening = readOpening(paragraph, this.locator, before !== undefined);
    const lead = opening?.lead ?? readBareLead(before ?? '');
    if (opening !== undefined && this.#opens(opening, lead, block, rest)) {
      this.#leave(number?.text, block.listed);
      this.#openItem(opening, lead);
      return;
    }
    this.#forms.pass(lead);
    if (number !== undefined) this.#add(number);
    this.#add(block);
  }

  /** Whether a number alone on the line before may be that of a paragraph. */
  #mayOpen({ text }: Block, paragraph: Paragraph): boolean {
    if (findSection(text, this.publication.sections) !== undefined) return true;
    if (this.#section === undefined || isFootnote(text)) return false;
    return readOpening(paragraph, this.locator, true) !== undefined;
  }

  /** Whether a block is a rule that parts items, or a line drawn of characters. */
  #isRule({ node, text }: Block): boolean {
    if (node.type === 'paragraph') return isRule(text);
    if (node.type !== 'thematicBreak') return false;
    return this.#item === undefined || this.#item.hasEnded || this.#item.body.length === 0;
  }

  /** Notes what stood before a name or a title, and is left out of the issue. */
  #leave(...typed: (string | undefined)[]): void {
    this.#draft.leads.push(
      ...typed.filter((each): each is string => each !== undefined && each.trim() !== ''),
    );
    this.#number = undefined;
  }

  #readHeading(block: Block, { depth, children: linked }: Heading): void {
    const children = unlinkTitle(linked);
    this.#leave(block.listed);
    if (this.#sections.isHeading(depth)) this.#openSection(block.text, nameIn(block));
    else if (depth > this.#itemDepth) {
      this.#add({ node: block.node, text: block.text, markdown: `#### ${this.#line(children)}` });
    } else {
      if (this.#section !== undefined) this.#itemDepth = depth;
      const opening = readOpening({ type: 'paragraph', children }, this.locator);
      const isPlain = opening === undefined || opening.mark === 'title lines';
      const whole: Opening = { mark: 'title lines', title: children, body: [] };
      this.#openItem(isPlain ? whole : opening, isPlain ? undefined : opening.lead, true);
    }
  }

  /** Opens a section of a name that the publication does not know, where no item is open. */
  #openUnknown(block: Block, next: Block | undefined): boolean {
    if (this.#item?.hasEnded === false) return false;
    const section = this.#sections.findUnknown(block, next);
    if (section === undefined) return false;
    this.#leave(this.#number?.text, block.listed, section.lead);
    this.#openSection(block.text, section.name);
    return true;
  }

  /** Whether a paragraph that may open an item does, where it stands. */
  #opens(opening: Opening, lead: Lead | undefined, block: Block, rest: Block[]): boolean {
    const { mark, body } = opening;
    const { sections } = this.publication;
    if (mark === '【】') return true;
    if (/^[#＃]{2,3}/.test(block.text)) return true;
    const below = rest[0] !== undefined && isItemText(rest[0], sections) ? rest[0] : undefined;
    if (this.#section === undefined) {
      const isWhole = mark !== 'title lines' || body.length > 0 || below?.text.includes('。');
      return isWhole === true && isSourced([block, ...rest], sections);
    }
    const isFree = this.#item?.hasEnded !== false;
    if (isFree && (mark !== 'title lines' || body.length > 0)) return true;
    // Where items open otherwise, a bare line is a colophon unless it has a text.
    if (isFree)
      return below !== undefined && (this.#forms.agree(mark) || below.text.includes('。'));
    if (this.#item?.body.length === 0) return false;
    return this.#forms.follows(opening, lead, below?.text ?? '');
  }

  #openSection(line: string, name: string): void {
    this.#sections.open(line);
    this.#section = { name: name.replace(/(?<!\s)\s*\n\s*/g, ' ').trim(), stray: [], items: [] };
    this.#draft.sections.push(this.#section);
    this.#item = undefined;
    this.#forms.openSection();
  }

  #openItem(
    { mark, title, body, ...opening }: Opening,
    lead: Lead | undefined,
    isHeading = false,
  ): void {
    this.#leave(opening.lead?.typed);
    if (this.#section === undefined) {
      this.#section = { stray: [], items: [] };
      this.#draft.sections.push(this.#section);
    }
    this.#item = { title: this.#line(title), body: [], hasEnded: false, behind: [] };
    this.#section.items.push(this.#item);
    this.#forms.open(isHeading ? 'heading' : mark, lead);
    if (!isHeading || mark !== 'title lines') this.#draft.replaced[mark] += 1;
    if (body.length > 0) this.#add(blockOf(body, this.locator));
  }

  #add(block: Block): void {
    const item = this.#item;
    const { node, listed = '' } = block;
    const markdown = `${listed}${block.markdown}`;
    if (item === undefined) {
      (this.#section?.stray ?? this.#draft.lead).push(markdown);
      return;
    }
    if (item.hasEnded) {
      item.behind.push(markdown);
      return;
    }
    const found =
      node.type === 'paragraph'
        ? (findLooseSource(node, this.locator) ?? findAttribution(node, this.locator))
        : undefined;
    if (found === undefined) {
      item.body.push(markdown);
      // A line typed right under a list continues it: its source is there already.
      const last = node.type === 'paragraph' ? undefined : lastParagraph([node]);
      item.hasEnded = last !== undefined && findAttribution(last, this.locator) !== undefined;
      return;
    }
    this.#leave(listed);
    const { inline, start, from, to } = found;
    if (inline.text.slice(0, start).trim() !== '') {
      item.body.push(blockOf(inline.slice(0, start), this.locator).markdown);
    }
    item.source = this.#line(inline.slice(from, to)).replace(SOURCE_END, '');
    item.hasEnded = true;
    if (inline.text.slice(start, from).search(/[（(【[]/) !== -1)
      this.#draft.replaced['（来源：）'] += 1;
  }

  /** Inline nodes as Markdown on one line, bold taken off where it is all of them. */
  #line(children: PhrasingContent[]): string {
    const [only, ...others] = children;
    if (only?.type === 'strong' && others.length === 0) return this.#line(only.children);
    if (children.length === 0) return '';
    return blockOf(children, this.locator)
      .markdown.replace(/\\?\n\s*/g, ' ')
      .trim();
  }
}
