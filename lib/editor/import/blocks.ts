import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { findAttribution, lastParagraph } from '#lib/content/attribution.ts';
import { Diagnostics } from '#lib/content/diagnostics.ts';
import { blockText, parseMarkdown } from '#lib/content/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { InlineText, OPAQUE } from '#lib/content/tree/inline.ts';
import { isTitle } from './opening.ts';
import { writeBlock } from './write-block.ts';

/** A block of a document, its text as a reader sees it, and the Markdown that says it. */
export type Block = {
  node: RootContent;
  text: string;
  markdown: string;
  /** Set where it began an entry of a list, whose number the list took. */
  isListed?: true;
};

/** The blocks of a document, and where in it they stand. */
export type Blocks = { blocks: Block[]; locator: Diagnostics };

/** Whether a line begins a paragraph, ends one, or is one alone, though its author left no blank line there. */
export type LineTest = (line: string) => 'alone' | 'first' | 'last' | undefined;

/**
 * The blocks of a Markdown text, all of it and in order. A paragraph is cut before and behind the lines
 * that `isLine` says to stand for themselves; a list whose entries are items, or a title, becomes those.
 */
export function readBlocks(text: string, isLine: LineTest): Blocks {
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
    if (node.type === 'paragraph') blocks.push(...cutParagraph(node, locator, isLine));
    else if (node.type === 'list' && holdsItems(node, locator)) {
      blocks.push(...openList(node, locator, isLine));
    } else {
      // With its indent: the lines that follow have theirs.
      const indent = /[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0;
      blocks.push({ node, text: blockText([node]), markdown: text.slice(from - indent, end) });
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
    from === undefined || to === undefined || from >= to
      ? undefined
      : text.slice(from, to).replace(/^[\s\u3000]+|\s+$/g, '');
  return { node, text: blockText([node]), markdown: writeBlock(node, typed) };
}

function cutParagraph(paragraph: Paragraph, locator: Diagnostics, isLine: LineTest): Block[] {
  const inline = new InlineText(paragraph.children, locator);
  const flat = Array.from({ length: inline.text.length }, (_, index) => {
    const char = inline.text.charAt(index);
    return char === OPAQUE && inline.opaqueAt(index)?.type === 'break' ? '\n' : char;
  }).join('');
  const blocks: Block[] = [];
  const push = (from: number, to: number) => {
    const start = from + Math.max(0, flat.slice(from, to).search(/[^\s\u3000]|$/));
    const end = start + flat.slice(start, to).trimEnd().length;
    if (start < end) blocks.push(blockOf(inline.slice(start, end), locator));
  };
  let from = 0;
  let hasEnded = false;
  for (const { 0: line, index } of flat.matchAll(/[^\n]+/g)) {
    const kind = isLine(line);
    if (hasEnded || kind === 'alone' || kind === 'first') {
      push(from, index);
      from = index;
    }
    hasEnded = kind === 'alone' || kind === 'last';
  }
  push(from, flat.length);
  return blocks;
}

/** Whether a list is a number before a title, or each of its entries ends with a source. */
function holdsItems(list: List, locator: Diagnostics): boolean {
  const [only, ...others] = list.children;
  if (only !== undefined && others.length === 0 && list.ordered && only.children.length === 1) {
    const text = blockText(only.children);
    if (isTitle(text) && !/[，,、；;：:.…]$/.test(text)) return true;
  }
  return list.children.every(({ children }) => {
    const last = lastParagraph(children);
    return last !== undefined && findAttribution(last, locator) !== undefined;
  });
}

function openList(list: List, ...rest: [Diagnostics, LineTest]): Block[] {
  return list.children.flatMap(({ children }) => {
    const blocks = children.flatMap((node): Block[] =>
      node.type === 'paragraph'
        ? cutParagraph(node, ...rest)
        : [{ node, text: blockText([node]), markdown: writeBlock(node) }],
    );
    return blocks.map((block, index) => (index === 0 ? { ...block, isListed: true } : block));
  });
}
