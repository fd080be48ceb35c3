import type { Block } from '../../blocks/block.ts';
import { nameIn } from '../../blocks/blocks.ts';
import type { Forms } from '../items/forms.ts';
import { isTitle } from '../items/title-end.ts';
import { type Count, isNextCount, readSectionPrefix } from '../prefix.ts';
import { findSection, type PublicationNames, type SectionName } from '../publication-names.ts';
import { isSourceLine, isSourceStart } from '../source-line.ts';
import type { Survey } from './survey.ts';

const LONGEST_NAME = 12;

/** How the sections that were read so far are marked: by headings of a depth, by numbers. */
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

  /** Whether a block is the title of the whole text. */
  isTitle(block: Block): boolean {
    return block === this.survey.title;
  }

  /** The section that a block names: one that the publication lists, or a line that the survey takes for one. */
  find(block: Block): SectionName | undefined {
    const { node, text } = block;
    const section = findSection(text, this.publication.sections);
    if (section !== undefined && node.type === 'heading') {
      this.#depth = Math.max(this.#depth, node.depth);
      return { ...section, name: text };
    }
    if (section !== undefined || !this.survey.lines.has(block)) return section;
    const prefix = readSectionPrefix(text)?.text ?? '';
    // A sign belongs to the name; a number does not.
    const before = readSectionPrefix(text)?.count === undefined ? '' : prefix;
    return { name: text.slice(before.length).replace(/^【(.*)】$/, '$1'), prefix: before };
  }

  /** The number before the name in a heading, where it counts the sections; else an empty text. */
  prefixOf({ text }: Block): string {
    const prefix = readSectionPrefix(text);
    const isCounted = prefix?.count?.value === 1 || isNextCount(prefix?.count, this.#last);
    return isCounted && prefix !== undefined && !prefix.ornament ? prefix.text : '';
  }

  /** Whether a block below a section is the heading of an item. */
  isItemHeading(node: Block['node'] | undefined): boolean {
    return node?.type === 'heading' && node.depth > this.#depth;
  }

  /** Records that a line opened a section, whether its name is listed or not. */
  open(line: string): void {
    this.#hasOpened = true;
    this.#last = readSectionPrefix(line)?.count;
  }

  /** Whether headings of this depth are sections. */
  isSectionDepth(depth: number): boolean {
    return depth <= this.#depth;
  }

  /**
   * The section that a paragraph names although the publication does not list it: its number follows that of the
   * section before, or it is a short line right before an item with 【】. To be asked only where no item is open.
   */
  findUnknown(block: Block, next: Block | undefined): SectionName | undefined {
    const { node, text } = block;
    if (node.type !== 'paragraph' || /^【/.test(text) || isSourceLine(text)) return undefined;
    const prefix = readSectionPrefix(text);
    const name = text.slice(prefix?.text.length ?? 0);
    if (name.length > LONGEST_NAME || !isTitle(name)) return undefined;
    const isCounted = this.#hasOpened && isNextCount(prefix?.count, this.#last);
    if (isCounted && !this.forms.isNext(prefix) && !/[，；：,;:]\s*$/.test(name)) {
      return { name, prefix: prefix?.text ?? '' };
    }
    const isKnown = this.#hasOpened || this.publication.sections.suggest(text) !== undefined;
    return isKnown && /^【/.test(next?.text ?? '') && !isSourceStart(next?.text ?? '')
      ? { name: nameIn(block), prefix: '' }
      : undefined;
  }
}
