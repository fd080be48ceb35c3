import type { Block } from '../block.ts';
import { nameIn } from '../blocks.ts';
import { type Count, isNextCount, readSectionPrefix } from './count.ts';
import type { Forms } from './forms.ts';
import { findSection, type PublicationNames, type SectionName } from './lines.ts';
import { isSourceLine, isSourceStart } from './source-line.ts';
import type { Survey } from './survey.ts';
import { isTitle } from './title-end.ts';

const LONGEST_NAME = 12;

/** How the sections of a text are marked, as far as it was read: by headings of a depth, by numbers. */
export class SectionMarks {
  #depth = 0;
  #last: Count | undefined;
  #hasOpened = false;

  constructor(
    readonly publication: PublicationNames,
    readonly forms: Forms,
    readonly survey: Survey,
  ) {
    this.#depth = survey.depth;
  }

  /** Whether a block is the title of the whole. */
  isTitle(block: Block): boolean {
    return block === this.survey.title;
  }

  /** The section that a block names: one that the publication knows, or a line that stands where such do. */
  find(block: Block): SectionName | undefined {
    const { node, text } = block;
    const section = findSection(text, this.publication.sections);
    if (section !== undefined && node.type === 'heading') {
      this.#depth = Math.max(this.#depth, node.depth);
      return { ...section, name: text };
    }
    if (section !== undefined || !this.survey.lines.has(block)) return section;
    const prefix = readSectionPrefix(text)?.typed ?? '';
    // A sign belongs to the name; a number is only its place.
    const typed = readSectionPrefix(text)?.count === undefined ? '' : prefix;
    return { name: text.slice(typed.length).replace(/^【(.*)】$/, '$1'), prefix: typed };
  }

  /** The number before the name in a heading, where it counts the sections. */
  prefixOf({ text }: Block): string {
    const prefix = readSectionPrefix(text);
    const isCounted = prefix?.count?.value === 1 || isNextCount(prefix?.count, this.#last);
    return isCounted && prefix !== undefined && !prefix.ornament ? prefix.typed : '';
  }

  /** Whether a block below a section is the heading of an item. */
  isItemHeading(node: Block['node'] | undefined): boolean {
    return node?.type === 'heading' && node.depth > this.#depth;
  }

  /** Notes that a section was opened by a line, whether its name is known or not. */
  open(line: string): void {
    this.#hasOpened = true;
    this.#last = readSectionPrefix(line)?.count;
  }

  /** Whether a heading is none of an item. */
  isHeading(depth: number): boolean {
    return depth <= this.#depth;
  }

  /**
   * The section that a paragraph names though the publication has none of this name, where no item is open: it
   * goes on with the numbers of the sections, or is a bare short line right before a 【】 item.
   */
  findUnknown(block: Block, next: Block | undefined): SectionName | undefined {
    const { node, text } = block;
    if (node.type !== 'paragraph' || /^【/.test(text) || isSourceLine(text)) return undefined;
    const prefix = readSectionPrefix(text);
    const name = text.slice(prefix?.typed.length ?? 0);
    if (name.length > LONGEST_NAME || !isTitle(name)) return undefined;
    const isCounted = this.#hasOpened && isNextCount(prefix?.count, this.#last);
    if (isCounted && !this.forms.isNext(prefix) && !/[，；：,;:]\s*$/.test(name)) {
      return { name, prefix: prefix?.typed ?? '' };
    }
    const isKnown = this.#hasOpened || this.publication.sections.suggest(text) !== undefined;
    return isKnown && /^【/.test(next?.text ?? '') && !isSourceStart(next?.text ?? '')
      ? { name: nameIn(block), prefix: '' }
      : undefined;
  }
}
