import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { findAttribution, lastParagraph } from '#lib/content/attribution/attribution.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { blockText, inlineText, parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { InlineText } from '#lib/content/markdown/tree/inline.ts';
import { nameKey } from '#lib/content/names.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { writeBlock } from '#lib/editions/markdown/write-block.ts';
import { flatText, lengthWithout } from '../marks/flat-text.ts';
import { isTitle } from '../marks/items/title-end.ts';
import { isAnchorList, isLinkEntry, isLinkList } from '../marks/link-list.ts';
import type { LineTest } from '../marks/publication-names.ts';
import { findLooseSource } from '../marks/source-line.ts';
import type { Block } from './block.ts';

/** The blocks of a document, and the `locator`, which knows the lines of its text. */
export type Blocks = { blocks: Block[]; locator: Diagnostics };

/**
 * Cuts a Markdown text into blocks, in order and without loss. A paragraph is cut before and after the lines that
 * `testLine` reports. A list whose entries are sections, items or a title is replaced by the blocks in its entries.
 */
export function readBlocks(text: string, testLine: LineTest): Blocks {
  const locator = new Diagnostics('', text);
  const root = parseMarkdown(withoutExcess(text, new Diagnostics('', text)));
  const blocks: Block[] = [];
  let end = 0;
  const readGap = (to: number) => {
    // Text without a node: what `withoutExcess` hid from the parser, and what the parser drops.
    const gap = text.slice(end, to).trim();
    if (gap !== '') blocks.push({ node: { type: 'html', value: gap }, text: gap, markdown: gap });
  };
  for (const node of root.children) {
    const from = node.position?.start.offset ?? end;
    readGap(from);
    end = node.position?.end.offset ?? from;
    if (node.type === 'paragraph') blocks.push(...cutParagraph(node, locator, testLine));
    else if (node.type === 'list' && holdsItems(node, locator, testLine)) {
      blocks.push(...unwrapList(node, locator, testLine));
    } else {
      // With the indent of its first line, since the other lines have theirs.
      const start = lengthWithout(text.slice(0, from), /[ \t]/);
      blocks.push({ node, text: blockText([node]), markdown: text.slice(start, end) });
    }
  }
  readGap(text.length);
  return { blocks, locator };
}

/** A paragraph of nodes that were cut from a text. Its Markdown is that of the text, where it still reads the same. */
export function blockOf(children: PhrasingContent[], { text }: Diagnostics): Block {
  const node: Paragraph = { type: 'paragraph', children };
  const from = children[0]?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  const written =
    from === undefined || to === undefined || from >= to ? undefined : text.slice(from, to).trim();
  return { node, text: blockText([node]), markdown: writeBlock(node, written) };
}

/** Whether a reader sees all letters in the Markdown of a block: it has no addresses and no character references. */
export function isPlain({ text, markdown }: Block): boolean {
  return nameKey(text) === nameKey(markdown);
}

/** The Markdown of a heading or a line as one line, without the `#` of a heading. */
export function nameIn({ markdown }: Block): string {
  return markdown.replace(/^#+\s*/, '').replace(/\s+/g, ' ');
}

function cutParagraph(paragraph: Paragraph, locator: Diagnostics, testLine: LineTest): Block[] {
  const inline = new InlineText(paragraph.children, locator);
  const flat = flatText(inline);
  const blocks: Block[] = [];
  const push = (from: number, to: number) => {
    const start = from + flat.slice(from, to).search(/\S|$/);
    const end = start + flat.slice(start, to).trimEnd().length;
    if (start < end) blocks.push(blockOf(inline.slice(start, end), locator));
  };
  let from = 0;
  let hasEnded = false;
  for (const { 0: line, index } of flat.matchAll(/[^\n]+/g)) {
    const kind = testLine(inlineText(inline.slice(index, index + line.length)));
    const isAlone = kind === 'alone' || kind === 'section';
    if (hasEnded || isAlone || kind === 'first') {
      push(from, index);
      from = index;
    }
    hasEnded = isAlone || kind === 'last';
  }
  push(from, flat.length);
  return blocks;
}

/**
 * Whether an issue has no list in this place: there are sections among the entries, two items or more, items alone, or
 * the list is only the number before a title.
 */
function holdsItems(list: List, locator: Diagnostics, testLine: LineTest): boolean {
  // A table of contents only names sections and items.
  if (isAnchorList(list)) return false;
  const [only, ...others] = list.children;
  if (only !== undefined && others.length === 0 && only.children.length === 1) {
    const text = blockText(only.children);
    if (isTitle(text) && !/[，,、；;：:.…]$/.test(text)) return true;
  }
  const kinds = list.children.map((entry) => kindOf(entry, testLine));
  // Where an entry is a source, the entries before it are a title and a text.
  if (kinds.includes('section') || kinds.includes('alone')) return true;
  const sourced = list.children.filter(({ children }) => {
    const last = lastParagraph(children);
    return (
      last !== undefined &&
      (findLooseSource(last, locator) ?? findAttribution(last, locator)) !== undefined
    );
  });
  return sourced.length > 1 || sourced.length === list.children.length;
}

function kindOf({ children: [first] }: ListItem, testLine: LineTest): ReturnType<LineTest> {
  return first?.type === 'paragraph' ? testLine(blockText([first])) : undefined;
}

/** The blocks in the entries of a list, without the list around them. */
function unwrapList(list: List, locator: Diagnostics, testLine: LineTest): Block[] {
  return list.children.flatMap((entry) => {
    const isSection = kindOf(entry, testLine) === 'section';
    const blocks = entry.children.flatMap((node): Block[] => {
      if (node.type === 'paragraph') return cutParagraph(node, locator, testLine);
      // A list under a section holds its items.
      if (node.type === 'list' && (isSection || holdsItems(node, locator, testLine)))
        return unwrapList(node, locator, testLine);
      return [
        { node, text: blockText([node]), markdown: writeBlock(node, markdownOf(node, locator)) },
      ];
    });
    const from = entry.position?.start.offset ?? 0;
    if (blocks.length === 0) {
      // An entry without text: only its number is there.
      const number = locator.text.slice(from, entry.position?.end.offset).trim();
      return [{ node: { type: 'html', value: number }, text: number, markdown: number }];
    }
    const to = entry.children[0]?.position?.start.offset ?? from;
    const listed = locator.text.slice(from, to);
    return blocks.map((block, index) =>
      index === 0 ? { ...block, listed: listed + (block.listed ?? '') } : block,
    );
  });
}

/**
 * The blocks of a list of items. An entry that is not a link but has a list of links below it is a group: the entries
 * of the inner list are its items.
 */
export function unwrapEntries(list: List, locator: Diagnostics, testLine: LineTest): Block[] {
  return list.children.flatMap((entry) => {
    const isGroup =
      !isLinkEntry(entry) &&
      entry.children.some((node) => node.type === 'list' && isLinkList(node));
    const single: List = { ...list, children: [entry] };
    const [first, ...others] = isGroup
      ? entry.children.flatMap((node) =>
          node.type === 'list'
            ? unwrapEntries(node, locator, testLine)
            : unwrapList(
                { ...list, children: [{ ...entry, children: [node] }] },
                locator,
                testLine,
              ),
        )
      : unwrapList(single, locator, testLine);
    if (first === undefined) return [];
    return [{ ...first, entry: isGroup ? 'group' : 'item' }, ...others];
  });
}

/** The Markdown of a block in an entry, as the text has it but without the indent of the entry. */
function markdownOf({ position }: RootContent, { text }: Diagnostics): string | undefined {
  if (position === undefined) return undefined;
  const { offset: from = 0, column } = position.start;
  const indent = new RegExp(`^ {1,${Math.max(1, column - 1)}}`, 'gm');
  return text.slice(from, position.end.offset).replace(indent, '');
}
