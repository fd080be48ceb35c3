import type { PhrasingContent } from 'mdast';
import { findAttribution, lastParagraph } from '#lib/content/attribution/attribution.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Block } from '../blocks/block.ts';
import { blockOf } from '../blocks/blocks.ts';
import { trailingLink } from '../marks/items/item-link.ts';
import type { Opening } from '../marks/items/opening.ts';
import { readPrefix } from '../marks/prefix.ts';
import type { PublicationNames } from '../marks/publication-names.ts';
import { findLooseSource } from '../marks/source-line.ts';
import { type DraftItem, type DraftSection, emptyDraft, type StructureMark } from './draft.ts';
import { linkSource, type Publishers, publishersByHost } from './link-source.ts';

/** Marks and blanks at the end of a source line that belong to no name. */
const SOURCE_END = /(?<![。；，、\s])(?:[。；，、\s]|(?<=\p{Script=Han})[.;,])+$/u;
/** Items that are marked in one of these ways may have no text besides their title. */
const BRIEF: ReadonlySet<StructureMark> = new Set(['numbering', 'bullets', 'links']);

/** Writes what is recognised into a draft: sections, items, the blocks of each, and sources. */
export class DraftWriter {
  readonly draft = emptyDraft();
  section: DraftSection | undefined;
  item: DraftItem | undefined;
  readonly #publishers: Publishers;

  constructor(
    readonly publication: PublicationNames,
    readonly locator: Diagnostics,
  ) {
    this.#publishers = publishersByHost(publication.sources);
  }

  /** Records numbers and ornaments before a name or a title, which the issue leaves out. */
  leaveOut(...prefixes: (string | undefined)[]): void {
    this.draft.prefixes.push(
      ...prefixes.filter((each): each is string => each !== undefined && each.trim() !== ''),
    );
  }

  openSection(name: string): void {
    this.finish();
    this.section = { name: name.replace(/(?<!\s)\s*\n\s*/g, ' ').trim(), stray: [], items: [] };
    this.draft.sections.push(this.section);
    this.item = undefined;
  }

  /**
   * Opens an item.
   * @param next the block below: it shows whether a source ends the item or stands above its text
   */
  openItem(opening: Opening, isHeading: boolean, next?: Block): void {
    const { mark, title, body, url, source, prefix, isUntitled, instead = title } = opening;
    this.finish();
    this.leaveOut(prefix?.text);
    if (this.section === undefined) {
      this.section = { stray: [], items: [] };
      this.draft.sections.push(this.section);
    }
    const item: DraftItem = { title: this.line(title), body: [], hasEnded: false, behind: [] };
    if (url !== undefined) item.url = url;
    if (source !== undefined) item.source = source;
    if (BRIEF.has(mark) && title.length > 0) item.instead = blockOf(instead, this.locator).markdown;
    this.item = item;
    this.section.items.push(item);
    if (isUntitled === true) this.draft.untitled += 1;
    else if (!isHeading || mark !== 'title lines') this.draft.replaced[mark] += 1;
    if (body.length > 0) this.add(blockOf(body, this.locator), next);
  }

  /** Records that the number before the open item is not the expected one. */
  addGap(actual: number, expected: number): void {
    this.draft.gaps.push({ title: this.item?.title ?? '', actual, expected });
  }

  /**
   * Adds a block to the open item, or above all items.
   * @param next the block below
   */
  add(block: Block, next?: Block): void {
    const { item } = this;
    const { node, listed = '' } = block;
    const markdown = `${listed}${block.markdown}`;
    if (item === undefined) {
      (this.section?.stray ?? this.draft.lead).push(markdown);
      return;
    }
    const attribution =
      node.type === 'paragraph'
        ? (findLooseSource(node, this.locator) ?? findAttribution(node, this.locator))
        : undefined;
    if (attribution === undefined && this.#takeLink(block, item, next)) return;
    if (item.hasEnded) {
      item.behind.push(markdown);
      return;
    }
    if (attribution === undefined) {
      item.body.push(markdown);
      // The last entry of a list may end with the source.
      const last = node.type === 'paragraph' ? undefined : lastParagraph([node]);
      item.hasEnded = last !== undefined && findAttribution(last, this.locator) !== undefined;
      return;
    }
    this.leaveOut(listed);
    const { inline, start, from, to } = attribution;
    const isAlone = inline.text.slice(0, start).trim() === '';
    if (!isAlone) item.body.push(blockOf(inline.slice(0, start), this.locator).markdown);
    this.#addSource(item, this.line(inline.slice(from, to)).replace(SOURCE_END, ''));
    item.isSourceFirst ||= isAlone && item.body.length === 0 && next !== undefined && isText(next);
    item.hasEnded = !item.isSourceFirst || item.body.length > 0;
    if (inline.text.slice(start, from).search(/[（(【[]/) !== -1)
      this.draft.replaced['（来源：）'] += 1;
  }

  /** Completes the open item: its source, and its title as the text where it has no other. */
  finish(): void {
    const { item } = this;
    if (item === undefined) return;
    if (item.url !== undefined) {
      const { sources } = this.publication;
      item.source = linkSource(item.source, item.url, sources, this.#publishers);
      delete item.url;
    }
    const isEmpty = item.body.length === 0 && item.behind.length === 0;
    if (!isEmpty || item.instead === undefined) return;
    item.body.push(item.instead);
    this.draft.repeated += 1;
  }

  /** Inline nodes as Markdown on one line, without bold that is around all of them. */
  line(children: readonly PhrasingContent[]): string {
    const [only, ...others] = children;
    if (only?.type === 'strong' && others.length === 0) return this.line(only.children);
    if (children.length === 0) return '';
    return blockOf([...children], this.locator)
      .markdown.replace(/\\?\n\s*/g, ' ')
      .trim();
  }

  #addSource(item: DraftItem, source: string): void {
    const isNew = item.source !== undefined && item.source !== source;
    item.source = isNew ? `${item.source}、${source}` : source;
  }

  /**
   * Takes a link to the report, such as 阅读全文, from the end of a paragraph. The rest is text of the item.
   * @returns whether there was one
   */
  #takeLink(block: Block, item: DraftItem, next: Block | undefined): boolean {
    if (block.node.type !== 'paragraph') return false;
    const link = trailingLink(block.node, this.locator, this.publication.sources);
    if (link === undefined) return false;
    const isAlone = link.rest.length === 0;
    // Once an item has its source, only a link on a line of its own still belongs to the item.
    if (item.hasEnded && !isAlone) return false;
    if ((item.url ?? link.url) !== link.url || item.source?.includes('](') === true) return false;
    item.url = link.url;
    if (link.name !== undefined) this.#addSource(item, link.name);
    this.leaveOut(isAlone ? block.listed : undefined, link.left);
    if (!isAlone) {
      const rest = blockOf(link.rest, this.locator);
      this.add(block.listed === undefined ? rest : { ...rest, listed: block.listed }, next);
    }
    return true;
  }
}

/** Whether a block below a source may be the text of its item: a sentence, or anything but a paragraph. */
function isText({ node, text, entry }: Block): boolean {
  if (entry !== undefined || node.type === 'heading' || node.type === 'thematicBreak') return false;
  return (
    node.type !== 'paragraph' ||
    (/[。！？，；]|[.!?]$/.test(text) && !text.startsWith('【') && readPrefix(text) === undefined)
  );
}
