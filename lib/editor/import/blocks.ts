import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { findAttribution, lastParagraph } from '#lib/content/attribution/attribution.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { blockText, inlineText, parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { InlineText } from '#lib/content/markdown/tree/inline.ts';
import { nameKey } from '#lib/content/names.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { writeBlock } from '#lib/editions/markdown/write-block.ts';
import type { Block } from './block.ts';
import { flatText, lengthWithout } from './marks/flat-text.ts';
import type { LineTest } from './marks/lines.ts';
import { isAnchorList, isLinkEntry, isLinkList } from './marks/link-list.ts';
import { findLooseSource } from './marks/source-line.ts';
import { isTitle } from './marks/title-end.ts';

/** The blocks of a document, and where in it they stand. */
export type Blocks = { blocks: Block[]; locator: Diagnostics };

/**
 * The blocks of a Markdown text, all of it and in order. A paragraph is cut before and behind the lines
 * that `testLine` says to stand for themselves; a list whose entries are sections, items or a title becomes
 * those.
 */
export function readBlocks(text: string, testLine: LineTest): Blocks {
  const locator = new Diagnostics('', text);
  const root = parseMarkdown(withoutExcess(text, new Diagnostics('', text)));
  const blocks: Block[] = [];
  let end = 0;
  const readGap = (to: number) => {
    // What the parser was spared, and what it does not show.
    const gap = text.slice(end, to).trim();
    if (gap !== '') blocks.push({ node: { type: 'html', value: gap }, text: gap, markdown: gap });
  };
  for (const node of root.children) {
    const from = node.position?.start.offset ?? end;
    readGap(from);
    end = node.position?.end.offset ?? from;
    if (node.type === 'paragraph') blocks.push(...cutParagraph(node, locator, testLine));
    else if (node.type === 'list' && holdsItems(node, locator, testLine)) {
      blocks.push(...openList(node, locator, testLine));
    } else {
      // With its indent: the lines that follow have theirs.
      const start = lengthWithout(text.slice(0, from), /[ \t]/);
      blocks.push({ node, text: blockText([node]), markdown: text.slice(start, end) });
    }
  }
  readGap(text.length);
  return { blocks, locator };
}

/** A block of nodes that were cut from a text, written as they were typed where that still holds. */
export function blockOf(children: PhrasingContent[], { text }: Diagnostics): Block {
  const node: Paragraph = { type: 'paragraph', children };
  const from = children[0]?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  const typed =
    from === undefined || to === undefined || from >= to ? undefined : text.slice(from, to).trim();
  return { node, text: blockText([node]), markdown: writeBlock(node, typed) };
}

/** Whether the Markdown of a block has no letters but those that a reader sees: no addresses, no references. */
export function isPlain({ text, markdown }: Block): boolean {
  return nameKey(text) === nameKey(markdown);
}

/** The Markdown of a heading or a line, without the marks that make it one. */
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
 * Whether a list is made of what is no list in an issue: sections among its entries, two items or more,
 * items alone, or the number before one title.
 */
function holdsItems(list: List, locator: Diagnostics, testLine: LineTest): boolean {
  // A table of contents names sections and items, and is none.
  if (isAnchorList(list)) return false;
  const [only, ...others] = list.children;
  if (only !== undefined && others.length === 0 && only.children.length === 1) {
    const text = blockText(only.children);
    if (isTitle(text) && !/[，,、；;：:.…]$/.test(text)) return true;
  }
  const kinds = list.children.map((entry) => kindOf(entry, testLine));
  // An entry that is a source says that those before it are a title and a text.
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

function openList(list: List, locator: Diagnostics, testLine: LineTest): Block[] {
  return list.children.flatMap((entry) => {
    const isSection = kindOf(entry, testLine) === 'section';
    const blocks = entry.children.flatMap((node): Block[] => {
      if (node.type === 'paragraph') return cutParagraph(node, locator, testLine);
      // What is listed under a section are its items.
      if (node.type === 'list' && (isSection || holdsItems(node, locator, testLine)))
        return openList(node, locator, testLine);
      return [
        { node, text: blockText([node]), markdown: writeBlock(node, typedOf(node, locator)) },
      ];
    });
    const from = entry.position?.start.offset ?? 0;
    if (blocks.length === 0) {
      // An entry without a text is its number alone.
      const typed = locator.text.slice(from, entry.position?.end.offset).trim();
      return [{ node: { type: 'html', value: typed }, text: typed, markdown: typed }];
    }
    const to = entry.children[0]?.position?.start.offset ?? from;
    const listed = locator.text.slice(from, to);
    return blocks.map((block, index) =>
      index === 0 ? { ...block, listed: listed + (block.listed ?? '') } : block,
    );
  });
}

/**
 * The blocks of a list whose entries are all items, each with what stands in its entry. A list of links below
 * an entry that is none makes the entry a group and its own entries the items.
 */
export function openEntries(list: List, locator: Diagnostics, testLine: LineTest): Block[] {
  return list.children.flatMap((entry) => {
    const isGroup =
      !isLinkEntry(entry) &&
      entry.children.some((node) => node.type === 'list' && isLinkList(node));
    const single: List = { ...list, children: [entry] };
    const [first, ...others] = isGroup
      ? entry.children.flatMap((node) =>
          node.type === 'list'
            ? openEntries(node, locator, testLine)
            : openList({ ...list, children: [{ ...entry, children: [node] }] }, locator, testLine),
        )
      : openList(single, locator, testLine);
    if (first === undefined) return [];
    return [{ ...first, entry: isGroup ? 'group' : 'item' }, ...others];
  });
}

/** A block of an entry as it was typed, without the indent of its entry. */
function typedOf({ position }: RootContent, { text }: Diagnostics): string | undefined {
  if (position === undefined) return undefined;
  const { offset: from = 0, column } = position.start;
  const indent = new RegExp(`^ {1,${Math.max(1, column - 1)}}`, 'gm');
  return text.slice(from, position.end.offset).replace(indent, '');
}
