import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement } from 'xast';
import { x } from 'xastscript';
import { textOf } from '../html-tree.ts';
import type { InlineWriter } from './inline.ts';
import { paragraph, run, runOf, styled, value } from './markup.ts';
import type { Numbering } from './numbering.ts';
import { TEXT_INDENT } from './styles.ts';
import { table } from './table.ts';

/** Where a block stands. `marker` is what the next paragraph begins with: a bullet or number of a list. */
type Place = { depth: number; isQuoted: boolean; marker?: XmlElement | undefined };

const INLINE = /^(a|br|code|del|em|img|strong|sub|sup)$/;

/** The HTML of items as the blocks of one document. */
export class BlockWriter {
  constructor(
    readonly inline: InlineWriter,
    readonly numbering: Numbering,
  ) {}

  write(nodes: readonly ElementContent[]): XmlElement[] {
    return this.#blocks(nodes, { depth: 0, isQuoted: false });
  }

  #blocks(nodes: readonly ElementContent[], place: Place): XmlElement[] {
    const blocks: XmlElement[] = [];
    let line: ElementContent[] = [];
    const endLine = () => {
      const isBlank = line.every((node) => node.type === 'text' && node.value.trim() === '');
      if (!isBlank) blocks.push(this.#paragraph(line, place));
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

  #block(element: Element, place: Place): XmlElement[] {
    const { tagName, children } = element;
    if (tagName === 'p') return [this.#paragraph(children, place)];
    if (tagName === 'ul' || tagName === 'ol') return this.#list(element, place);
    if (tagName === 'blockquote') return this.#blocks(children, { ...place, isQuoted: true });
    if (tagName === 'table') return [table(element, this.inline)];
    if (tagName === 'pre') return [preformatted(textOf(children))];
    if (tagName === 'hr') return [thematicBreak()];
    const depth = /^h([1-6])$/.exec(tagName)?.[1];
    if (depth === undefined) return this.#blocks(children, place);
    // The document's own headings are its title, the sections and the items.
    const level = Math.min(5, Math.max(3, Number(depth) - 1));
    return [styled(`Heading${level}`, this.inline.write(children))];
  }

  #paragraph(nodes: readonly ElementContent[], place: Place): XmlElement {
    const content = this.inline.write(nodes);
    const { depth, isQuoted, marker } = place;
    place.marker = undefined;
    if (marker !== undefined) return paragraph(content, value('w:pStyle', 'ListParagraph'), marker);
    if (depth > 0) return paragraph(content, x('w:ind', { 'w:left': depth * 720 }));
    if (isQuoted) return styled('Quote', content);
    return paragraph(content, x('w:ind', { 'w:firstLine': TEXT_INDENT }));
  }

  #list({ tagName, properties, children }: Element, { depth, isQuoted }: Place): XmlElement[] {
    const start = typeof properties.start === 'number' ? properties.start : 1;
    const marker =
      tagName === 'ol' ? this.numbering.numbers(depth, start) : this.numbering.bullet(depth);
    return children.flatMap((entry) =>
      entry.type === 'element'
        ? this.#blocks(entry.children, { depth: depth + 1, isQuoted, marker })
        : [],
    );
  }
}

function preformatted(text: string): XmlElement {
  const lines = text.replace(/\n$/, '').split('\n');
  const runs = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [runOf([x('w:br')])]),
    run(line),
  ]);
  return styled('HTMLPreformatted', runs);
}

function thematicBreak(): XmlElement {
  const border = { 'w:val': 'single', 'w:color': 'auto', 'w:sz': 6, 'w:space': 1 };
  return paragraph([], x('w:pBdr', {}, [x('w:bottom', border)]));
}
