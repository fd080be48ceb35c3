import {
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Element, ElementContent } from 'hast';
import { textOf } from '../html-tree.ts';
import { type InlineContext, toRuns } from './inline.ts';
import { TEXT_INDENT } from './styles.ts';

/** Where a block stands. `marker` is what the next paragraph begins with: a bullet or number of a list. */
type Place = { depth: number; isQuoted: boolean; marker?: IParagraphOptions | undefined };

const INLINE = /^(a|br|code|del|em|img|strong|sub|sup)$/;
const HEADINGS = ['HEADING_3', 'HEADING_4', 'HEADING_5'] as const;

/** The HTML of items as the blocks of one document, whose numbered lists it counts. */
export class BlockWriter {
  /** The numbers that numbered lists begin with, by the references of their numbering. */
  readonly numberings = new Map<string, number>();
  #lists = 0;

  constructor(readonly context: InlineContext) {}

  write(nodes: readonly ElementContent[]): FileChild[] {
    return this.#blocks(nodes, { depth: 0, isQuoted: false });
  }

  #blocks(nodes: readonly ElementContent[], place: Place): FileChild[] {
    const blocks: FileChild[] = [];
    let line: ElementContent[] = [];
    const endLine = () => {
      const isBlank = line.every((node) => node.type === 'text' && node.value.trim() === '');
      if (!isBlank) blocks.push(this.#paragraph(toRuns(line, this.context), place));
      line = [];
    };
    for (const node of nodes) {
      if (node.type === 'element' && !INLINE.test(node.tagName)) {
        endLine();
        blocks.push(...this.#block(node, place));
      } else line.push(node);
    }
    endLine();
    return blocks;
  }

  #block(element: Element, place: Place): FileChild[] {
    const { tagName, children } = element;
    if (tagName === 'p') return [this.#paragraph(toRuns(children, this.context), place)];
    if (tagName === 'ul' || tagName === 'ol') return this.#list(element, place);
    if (tagName === 'blockquote') return this.#blocks(children, { ...place, isQuoted: true });
    if (tagName === 'table') return [this.#table(element)];
    if (tagName === 'pre') return [preformatted(textOf(children))];
    if (tagName === 'hr') return [new Paragraph({ thematicBreak: true })];
    const depth = /^h([1-6])$/.exec(tagName)?.[1];
    if (depth === undefined) return this.#blocks(children, place);
    // The document's own headings are its title, the sections and the items.
    const level = HEADINGS[Math.min(2, Math.max(0, Number(depth) - 4))] ?? 'HEADING_3';
    const runs = toRuns(children, this.context);
    return [new Paragraph({ heading: HeadingLevel[level], children: runs })];
  }

  #paragraph(children: ParagraphChild[], place: Place): Paragraph {
    const { depth, isQuoted, marker } = place;
    place.marker = undefined;
    if (marker !== undefined) return new Paragraph({ ...marker, children });
    if (depth > 0) return new Paragraph({ children, indent: { left: depth * 720 } });
    if (isQuoted) return new Paragraph({ children, style: 'Quote' });
    return new Paragraph({ children, indent: { firstLine: TEXT_INDENT } });
  }

  #list({ tagName, properties, children }: Element, { depth, isQuoted }: Place): FileChild[] {
    const start = typeof properties.start === 'number' ? properties.start : 1;
    const reference = `numbers-from-${start}`;
    const instance = this.#lists;
    if (tagName === 'ol') {
      this.numberings.set(reference, start);
      this.#lists += 1;
    }
    // Word knows nine levels.
    const level = Math.min(depth, 8);
    const marker: IParagraphOptions =
      tagName === 'ol' ? { numbering: { reference, level, instance } } : { bullet: { level } };
    return children.flatMap((entry) =>
      entry.type === 'element'
        ? this.#blocks(entry.children, { depth: depth + 1, isQuoted, marker })
        : [],
    );
  }

  #table(table: Element): Table {
    const rows = elementsOf(table).flatMap((part) => {
      const isHead = part.tagName === 'thead';
      return elementsOf(part).map(
        (row) =>
          new TableRow({
            tableHeader: isHead,
            children: elementsOf(row).map((cell) => this.#cell(cell, isHead)),
          }),
      );
    });
    return new Table({ rows, width: { size: 100, type: 'pct' } });
  }

  #cell({ children, properties: { align } }: Element, isHead: boolean): TableCell {
    const runs = toRuns(children, this.context, isHead ? { bold: true } : {});
    const alignment = align === 'center' || align === 'right' ? align : 'left';
    return new TableCell({ children: [new Paragraph({ children: runs, alignment })] });
  }
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function preformatted(text: string): Paragraph {
  const lines = text.replace(/\n$/, '').split('\n');
  const children = lines.map((line, index) => new TextRun({ text: line, break: index && 1 }));
  return new Paragraph({ children, style: 'HTMLPreformatted' });
}
