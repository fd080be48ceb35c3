import type {
  BlockContent,
  Blockquote,
  ListItem,
  PhrasingContent,
  TableCell,
  TableRow,
  Text,
} from 'mdast';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { CORRECTION_CLASS } from '#lib/content/markdown/markdown.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Converts an issue's HTML back to a Markdown tree that gives the same HTML again. It accepts only what `toHtml` makes,
 * and keeps every blank, which a converter of any web page would not.
 * @throws Error for an element that `toHtml` never makes
 */
export function htmlBlocks(html: string): BlockContent[] {
  return blocksOf(parseFragment(html).childNodes);
}

/** The blocks in some nodes. Text between blocks becomes a paragraph, as in the entry of a tight list. */
function blocksOf(nodes: readonly Node[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let inline: Node[] = [];
  const endParagraph = () => {
    const children = trimEnd(inlineOf(inline));
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    inline = [];
  };
  for (const node of nodes) {
    const block = isElement(node) ? blockOf(node) : undefined;
    if (block !== undefined) {
      endParagraph();
      blocks.push(block);
    } else if (inline.length > 0 || !isBlank(node)) inline.push(node);
  }
  endParagraph();
  return blocks;
}

function blockOf(element: Element): BlockContent | undefined {
  const { tagName, childNodes } = element;
  if (tagName === 'p') return { type: 'paragraph', children: inlineOf(childNodes) };
  if (tagName === 'hr') return { type: 'thematicBreak' };
  if (tagName === 'blockquote') return quoteOf(element);
  if (tagName === 'ul' || tagName === 'ol') return listOf(element);
  if (tagName === 'pre') return codeOf(element);
  if (tagName === 'table') return tableOf(element);
  const depth = HEADINGS.find((each) => tagName === `h${each}`);
  return depth && { type: 'heading', depth, children: inlineOf(childNodes) };
}

const HEADINGS = [1, 2, 3, 4, 5, 6] as const;

function quoteOf(element: Element): Blockquote {
  const quote: Blockquote = { type: 'blockquote', children: blocksOf(element.childNodes) };
  if (attribute(element, 'class') === CORRECTION_CLASS) {
    quote.data = { hProperties: { className: [CORRECTION_CLASS] } };
  }
  return quote;
}

function listOf(element: Element): BlockContent {
  const entries = elementsOf(element);
  // A list in which one entry has paragraphs is loose (https://spec.commonmark.org/0.31.2/#loose).
  const spread = entries.some((entry) => elementsOf(entry).some(({ tagName }) => tagName === 'p'));
  const children = entries.map(
    ({ childNodes }): ListItem => ({
      type: 'listItem',
      spread,
      children: blocksOf(childNodes),
    }),
  );
  const start = Number(attribute(element, 'start') ?? 1);
  if (element.tagName === 'ul') return { type: 'list', ordered: false, spread, children };
  return { type: 'list', ordered: true, start, spread, children };
}

function codeOf(element: Element): BlockContent {
  const lang = attribute(elementsOf(element)[0], 'class')?.replace(/^language-/, '');
  const value = textOf(element).replace(/\n$/, '');
  return { type: 'code', value, ...(lang === undefined ? {} : { lang }) };
}

function tableOf(element: Element): BlockContent {
  const rows = elementsOf(element).flatMap(elementsOf);
  const align = elementsOf(rows[0]).map((cell) => {
    const side = attribute(cell, 'align');
    return side === 'left' || side === 'right' || side === 'center' ? side : null;
  });
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: elementsOf(row).map(
        ({ childNodes }): TableCell => ({
          type: 'tableCell',
          children: inlineOf(childNodes),
        }),
      ),
    }),
  );
  return { type: 'table', align, children };
}

function inlineOf(nodes: readonly Node[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (!isElement(node)) {
      const before = nodes[index - 1];
      // HTML has a line break behind each `<br>`.
      const isBehindBreak = before !== undefined && isElement(before) && before.tagName === 'br';
      const value = isBehindBreak ? textOf(node).replace(/^\n/, '') : textOf(node);
      return value === '' ? [] : [{ type: 'text', value }];
    }
    const { tagName, childNodes } = node;
    const title = attribute(node, 'title');
    const named = title === undefined ? {} : { title };
    if (tagName === 'br') return [{ type: 'break' }];
    if (tagName === 'em') return [{ type: 'emphasis', children: inlineOf(childNodes) }];
    if (tagName === 'strong') return [{ type: 'strong', children: inlineOf(childNodes) }];
    if (tagName === 'code') return [{ type: 'inlineCode', value: textOf(node) }];
    if (tagName === 'img') {
      const [url, alt] = [attribute(node, 'src'), attribute(node, 'alt') ?? ''];
      if (url !== undefined) return [{ type: 'image', url, alt, ...named }];
      // The sanitizer removed an unsafe address, so that only the description is left.
      return alt === '' ? [] : [{ type: 'text', value: alt }];
    }
    if (tagName !== 'a') throw new Error(`<${tagName}> is nothing that an issue's HTML holds`);
    const url = attribute(node, 'href') ?? '';
    return [{ type: 'link', url, ...named, children: inlineOf(childNodes) }];
  });
}

/** Removes the line break before the next block. */
function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('\n')) return nodes;
  const value = last.value.slice(0, -1);
  const rest: Text[] = value === '' ? [] : [{ type: 'text', value }];
  return [...nodes.slice(0, -1), ...rest];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);
const isBlank = (node: Node) => 'value' in node && node.value === '\n';
const elementsOf = (parent: Element | undefined) => parent?.childNodes.filter(isElement) ?? [];

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value;
}
