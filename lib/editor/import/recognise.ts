import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import { stringify } from 'yaml';
import { findAttribution, lastParagraph } from '#lib/content/attribution.ts';
import type { Diagnostics } from '#lib/content/diagnostics.ts';
import type { Section } from '#lib/content/issue.ts';
import { type NameIndex, nameKey } from '#lib/content/names.ts';
import { type Block, blockOf, readBlocks } from './blocks.ts';
import { readDateline } from './dateline.ts';
import type { Draft, DraftItem, DraftSection, Mark } from './draft.ts';
import { readFrontLine, unlinkTitle } from './front-line.ts';
import { isTitle, type Opening, readCount, readOpening } from './opening.ts';
import { findLooseSource } from './source-line.ts';

/** What the publication is called and into what it is parted. */
export type Publication = { name: string; sections: NameIndex<Section> };

/**
 * The issue that a Markdown text holds, however its sections, items and sources are marked. What is none
 * of these stays where it stands.
 */
export function recogniseIssue(text: string, publication: Publication): Draft {
  const sectionIn = (line: string) => findSection(line, publication.sections);
  const { blocks, locator } = readBlocks(text, (line) => {
    if (sectionIn(line) !== undefined || readDateline(line, publication.name).isAlone)
      return 'alone';
    if (/^\s*[#＃]{2,3}\s*[^#＃\s]/.test(line) || /^\s*来源\s*[:：|｜丨]/.test(line))
      return 'alone';
    if (/^[\s\u3000]*【/.test(line) || readCount(line) !== undefined) return 'first';
    return /[（(]\s*来源\s*[:：][^（()）]*[）)]\s*$/.test(line) ? 'last' : undefined;
  });
  return new Recogniser(publication, locator).read(blocks);
}

/** The name of a section as it stands in a line, without brackets and a number; `undefined` if none does. */
function findSection(line: string, sections: NameIndex<Section>): string | undefined {
  const count = readCount(line);
  const candidates = [line, ...(count === undefined ? [] : [line.slice(count.length)])];
  const found = candidates.find((name) => name.length < 100 && sections.find(name) !== undefined);
  return found?.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

class Recogniser {
  readonly #draft: Draft = {
    front: [],
    lead: [],
    sections: [],
    replaced: { '【】': 0, numbering: 0, 'bold titles': 0, 'title lines': 0, '（来源：）': 0 },
  };
  #section: DraftSection | undefined;
  #item: DraftItem | undefined;
  /** How the first item opened: the others most likely do too. */
  #form: Mark | 'heading' | undefined;
  #count: { value: number; look: string } | undefined;
  /** Whether the item that is open has a numbered list of its own. */
  #hasOwnCount = false;
  #sectionDepth = 0;
  #itemDepth = 7;

  constructor(
    readonly publication: Publication,
    readonly locator: Diagnostics,
  ) {}

  read(blocks: Block[]): Draft {
    for (const [index, block] of blocks.entries()) this.#readBlock(block, blocks[index + 1]);
    return this.#draft;
  }

  #readBlock(block: Block, next: Block | undefined): void {
    const { node } = block;
    if (node.type !== 'heading' && node.type !== 'paragraph') {
      this.#add(block);
      return;
    }
    const section = findSection(block.text, this.publication.sections);
    if (section !== undefined) {
      if (node.type === 'heading') this.#sectionDepth = node.depth;
      this.#openSection(isPlain(block) ? section : nameIn(block));
    } else if (this.#readFront(block)) {
      // It stands in the front matter now.
    } else if (node.type === 'heading') this.#readHeading(block, node);
    else if (this.#isUnknownSection(block, next)) this.#openSection(block.markdown);
    else this.#readParagraph(block, node, next);
  }

  #readParagraph(block: Block, paragraph: Paragraph, next: Block | undefined): void {
    const opening = readOpening(paragraph, this.locator, block.isListed);
    if (opening !== undefined && this.#opens(opening, block, next)) {
      this.#openItem(opening);
      return;
    }
    if (opening?.count !== undefined) this.#hasOwnCount = true;
    this.#add(block);
  }

  /** Takes what is no text of the issue from its top: the day, the number, the title of the whole. */
  #readFront(block: Block): boolean {
    const { node, text } = block;
    const draft = this.#draft;
    const { date, number, isAlone } = readDateline(text, this.publication.name);
    // One that says what it is may stand anywhere; it stays there.
    if (isAlone && date !== undefined && /发布|出版/.test(text)) draft.date ??= date;
    if (this.#section !== undefined || draft.lead.length > 0) return false;
    if (node.type === 'paragraph' && this.#readFrontLine(block)) return true;
    const isTitle = node.type === 'heading' && !draft.front.some((line) => /^title:/.test(line));
    if (date !== undefined && (isAlone || isTitle)) draft.date ??= date;
    if (number !== undefined && (isAlone || isTitle)) draft.number ??= number;
    const isName = nameKey(text) === nameKey(this.publication.name);
    if (!isAlone && !isTitle && !isName) return false;
    const line = text.replace(/\s+/g, ' ').trim();
    if (!isPlain(block)) draft.front.push(`# ${nameIn(block)}`);
    draft.front.push(
      isAlone || isName ? `# ${line}` : stringify({ title: line }, { lineWidth: 0 }).trimEnd(),
    );
    return true;
  }

  /** Takes a line that says of the whole what front matter says, unless it was said before. */
  #readFrontLine({ text }: Block): boolean {
    const line = readFrontLine(text);
    const { front } = this.#draft;
    if (line === undefined || front.some((each) => each.startsWith(`${line.key}:`))) return false;
    const entry = stringify({ [line.key]: line.value }, { lineWidth: 0 }).trimEnd();
    front.push(`# ${line.label}`, entry);
    return true;
  }

  #readHeading(block: Block, { depth, children: linked }: Heading): void {
    const children = unlinkTitle(linked);
    if (depth <= this.#sectionDepth) this.#openSection(nameIn(block));
    else if (depth > this.#itemDepth) {
      this.#add({ ...block, markdown: `#### ${this.#line(children)}` });
    } else {
      if (this.#section !== undefined) this.#itemDepth = depth;
      const opening = readOpening({ type: 'paragraph', children }, this.locator);
      const isPlain = opening === undefined || opening.mark === 'title lines';
      const whole: Opening = { mark: 'title lines', title: children, body: [] };
      this.#openItem(isPlain ? whole : opening, true);
    }
  }

  /** A bare short line right before a 【】 item, where no item is open, can be nothing else. */
  #isUnknownSection({ node, text }: Block, next: Block | undefined): boolean {
    if (this.#item?.hasEnded === false) return false;
    if (node.type !== 'paragraph' || text.length > 12 || !isTitle(text) || /^【/.test(text))
      return false;
    if (this.#section === undefined && this.publication.sections.suggest(text) === undefined)
      return false;
    return /^【(?!来源)/.test(next?.text ?? '');
  }

  /** Whether a paragraph that may open an item does, where it stands. */
  #opens({ mark, count, body }: Opening, { text }: Block, next: Block | undefined): boolean {
    if (mark === '【】') return true;
    if (/^[#＃]{2,3}/.test(text)) return true;
    if (this.#section === undefined) return false;
    const hasText = next !== undefined && this.#isText(next);
    const isFree = this.#item?.hasEnded !== false;
    if (isFree) return mark !== 'title lines' || hasText || body.length > 0;
    if (mark !== this.#form || this.#item?.body.length === 0) return false;
    if (mark === 'numbering') {
      const isNext =
        count?.value === (this.#count?.value ?? 0) + 1 && count.look === this.#count?.look;
      return isNext && !this.#hasOwnCount;
    }
    return mark === 'bold titles' || (hasText && (next?.text.includes('。') ?? false));
  }

  /** Whether a block may be the text of an item, being no opening of another nor a section. */
  #isText({ node, text }: Block): boolean {
    if (node.type === 'heading') return false;
    if (node.type !== 'paragraph') return true;
    return !/^\s*【/.test(text) && findSection(text, this.publication.sections) === undefined;
  }

  #openSection(name: string): void {
    this.#section = { name: name.replace(/\s*\n\s*/g, ' ').trim(), stray: [], items: [] };
    this.#draft.sections.push(this.#section);
    this.#item = undefined;
    this.#count = undefined;
  }

  #openItem({ mark, count, title, body }: Opening, isHeading = false): void {
    if (this.#section === undefined) {
      this.#section = { stray: [], items: [] };
      this.#draft.sections.push(this.#section);
    }
    this.#item = { title: this.#line(title), body: [], hasEnded: false, behind: [] };
    this.#section.items.push(this.#item);
    this.#form ??= isHeading ? 'heading' : mark;
    this.#count = count;
    this.#hasOwnCount = false;
    if (!isHeading || mark !== 'title lines') this.#draft.replaced[mark] += 1;
    if (body.length > 0) this.#add(blockOf(body, this.locator));
  }

  #add(block: Block): void {
    const item = this.#item;
    if (item === undefined) {
      (this.#section?.stray ?? this.#draft.lead).push(block.markdown);
      return;
    }
    if (item.hasEnded) {
      item.behind.push(block.markdown);
      return;
    }
    const { node } = block;
    const found =
      node.type === 'paragraph'
        ? (findLooseSource(node, this.locator) ?? findAttribution(node, this.locator))
        : undefined;
    if (found === undefined) {
      item.body.push(block.markdown);
      // A line typed right under a list continues it: its source is there already.
      const last = node.type === 'paragraph' ? undefined : lastParagraph([node]);
      item.hasEnded = last !== undefined && findAttribution(last, this.locator) !== undefined;
      return;
    }
    const { inline, start, from, to } = found;
    if (inline.text.slice(0, start).trim() !== '') {
      item.body.push(blockOf(inline.slice(0, start), this.locator).markdown);
    }
    item.source = this.#line(inline.slice(from, to));
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

/** Whether the Markdown of a block has no letters but those that a reader sees: no addresses, no references. */
function isPlain({ text, markdown }: Block): boolean {
  return nameKey(text) === nameKey(markdown);
}

/** The Markdown of a heading or a line, without the marks that make it one. */
function nameIn({ markdown }: Block): string {
  return markdown.replace(/^#+\s*/, '').replace(/\s+/g, ' ');
}
