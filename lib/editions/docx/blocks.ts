import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement } from 'xast';
import { x } from 'xastscript';
import { textOf } from '../html-tree.ts';
import type { InlineWriter } from './inline.ts';
import { paragraph, run, runOf, styled, value } from './markup.ts';
import type { Container, Leaf, Nesting } from './nesting.ts';
import type { NestingStyles } from './nesting-styles.ts';
import type { Numbering } from './numbering.ts';
import { TEXT_INDENT } from './styles.ts';
import { table } from './table.ts';

/** A quote or a list that is open. `marker` is what Word shows before the next paragraph: a bullet or a number. */
type Open = { container: Container; marker?: XmlElement | undefined };

const INLINE = /^(a|br|code|del|em|img|strong|sub|sup)$/;

/** Writes the HTML of items as paragraphs and tables, for one document. */
export class BlockWriter {
  constructor(
    readonly inline: InlineWriter,
    readonly numbering: Numbering,
    readonly styles: NestingStyles,
  ) {}

  write(nodes: readonly ElementContent[]): XmlElement[] {
    return this.#blocks(nodes, [], 'text');
  }

  /** @param leaf what kind of paragraph text becomes that stands outside a `<p>` */
  #blocks(
    nodes: readonly ElementContent[],
    around: readonly Open[],
    leaf: 'text' | 'line',
  ): XmlElement[] {
    const blocks: XmlElement[] = [];
    let line: ElementContent[] = [];
    const endLine = () => {
      const isBlank = line.every((node) => node.type === 'text' && node.value.trim() === '');
      if (!isBlank) blocks.push(this.#paragraph(this.inline.write(trimEnd(line)), around, leaf));
      line = [];
    };
    for (const node of nodes) {
      if (node.type === 'element' && !INLINE.test(node.tagName)) {
        endLine();
        blocks.push(...this.#block(node, around));
      } else line.push(node);
    }
    endLine();
    return blocks;
  }

  #block(element: Element, around: readonly Open[]): XmlElement[] {
    const { tagName, children } = element;
    if (tagName === 'p') return [this.#paragraph(this.inline.write(children), around, 'text')];
    if (tagName === 'ul' || tagName === 'ol') return this.#list(element, around);
    if (tagName === 'blockquote') {
      const quote: Open = { container: { kind: 'quote', begins: true } };
      return this.#blocks(children, [...around, quote], 'text');
    }
    if (tagName === 'table') {
      const { containers } = nest(around, 'cell');
      const styleOf = (leaf: 'cell' | 'head') => this.styles.idOf({ containers, leaf });
      return [table(element, this.inline, styleOf)];
    }
    if (tagName === 'pre') return [this.#code(element, around)];
    if (tagName === 'hr') {
      const border = { 'w:val': 'single', 'w:color': 'auto', 'w:sz': 6, 'w:space': 1 };
      return [this.#paragraph([], around, 'rule', x('w:pBdr', {}, [x('w:bottom', border)]))];
    }
    const depth = HEADINGS.find((each) => tagName === `h${each}`);
    if (depth === undefined) return this.#blocks(children, around, 'text');
    const content = this.inline.write(children);
    if (around.length > 0) return [this.#paragraph(content, around, `heading${depth}`)];
    // The document's own headings are its title, the sections and the items.
    return [styled(`Heading${Math.min(5, Math.max(3, depth - 1))}`, content)];
  }

  #list(list: Element, around: readonly Open[]): XmlElement[] {
    const { tagName, properties, children } = list;
    const start = typeof properties.start === 'number' ? properties.start : 1;
    const depth = around.filter(({ container }) => container.kind === 'list').length;
    const isNumbered = tagName === 'ol';
    const marker = isNumbered
      ? this.numbering.numbers(depth, start)
      : this.numbering.bullets(depth);
    const entries = children.filter((child) => child.type === 'element');
    return entries.flatMap((entry, index) => {
      const container: Container = {
        kind: 'list',
        entry: isNumbered ? 'number' : 'bullet',
        begins: index === 0,
        start,
      };
      const inside = [...around, { container, marker }];
      const blocks = this.#blocks(entry.children, inside, 'line');
      return blocks.length > 0 ? blocks : [this.#paragraph([], inside, 'line')];
    });
  }

  #code(element: Element, around: readonly Open[]): XmlElement {
    const lines = textOf(element.children).replace(/\n$/, '').split('\n');
    const content = lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [runOf([x('w:br')])]),
      run(line),
    ]);
    const [code] = element.children;
    const names = code?.type === 'element' ? code.properties.className : undefined;
    const language = /^language-([\w+#.-]+)$/.exec(
      Array.isArray(names) ? String(names[0]) : '',
    )?.[1];
    const nesting: Nesting = { ...nest(around, 'code'), ...(language ? { language } : {}) };
    return paragraph(content, value('w:pStyle', this.styles.idOf(nesting)), ...takeMarker(around));
  }

  #paragraph(
    content: XmlElement[],
    around: readonly Open[],
    leaf: Leaf,
    ...properties: XmlElement[]
  ): XmlElement {
    if (around.length === 0 && leaf === 'text') {
      return paragraph(content, x('w:ind', { 'w:firstLine': TEXT_INDENT }));
    }
    const style = value('w:pStyle', this.styles.idOf(nest(around, leaf)));
    return paragraph(content, style, ...takeMarker(around), ...properties);
  }
}

const HEADINGS = [1, 2, 3, 4, 5, 6] as const;

/** Removes white space at the end of a line of text before the next block. */
function trimEnd(line: ElementContent[]): ElementContent[] {
  const last = line.at(-1);
  if (last?.type !== 'text') return line;
  return [
    ...line.slice(0, -1),
    { ...last, value: last.value.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '') },
  ];
}

/** The containers of the next paragraph. It begins them; the paragraphs after it only continue them. */
function nest(around: readonly Open[], leaf: Leaf): Nesting {
  return {
    leaf,
    containers: around.map((open) => {
      const { container } = open;
      open.container = { kind: container.kind, begins: false };
      return container;
    }),
  };
}

/** The bullet or number before the next paragraph, once. Word shows only one, so the innermost is taken. */
function takeMarker(around: readonly Open[]): XmlElement[] {
  const marker = around.findLast((open) => open.marker !== undefined)?.marker;
  for (const open of around) open.marker = undefined;
  return marker === undefined ? [] : [marker];
}
