import type { Nodes, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { parseMarkdown } from '#lib/content/markdown.ts';

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '*',
  listItemIndent: 'one',
  incrementListMarker: true,
  resourceLink: true,
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
};
/** The same, with text as it is: right wherever nothing in it is a mark of Markdown. */
const UNESCAPED: Options = { ...OPTIONS, handlers: { text: ({ value }) => value } };

/**
 * The Markdown of a block, without an end of line, which reads back as that very block. Backslashes are
 * written only where they are needed. `typed` is how the block was typed, if it came from Markdown: it
 * is kept where it still says the same.
 */
export function writeBlock(block: RootContent, typed?: string): string {
  const meant = shapeOf(block);
  const reads = (text: string) => {
    const { children } = parseMarkdown(text);
    return children.length === 1 && children[0] !== undefined && shapeOf(children[0]) === meant;
  };
  if (typed !== undefined && reads(typed)) return typed;
  const plain = toMarkdown(block, UNESCAPED).trimEnd();
  return reads(plain) ? plain : toMarkdown(block, OPTIONS).trimEnd();
}

/** What two trees share that say the same, whatever their places and however their text is cut. */
function shapeOf(node: Nodes): string {
  return JSON.stringify(plainOf(node)).replaceAll('"],["text","', '');
}

function plainOf(node: Nodes): unknown[] {
  if (node.type === 'text') return ['text', node.value.replace(/\s+/g, ' ')];
  const own = Object.entries(node).filter(
    ([key, value]) => !SKIPPED.has(key) && value !== null && value !== undefined,
  );
  const children = 'children' in node ? node.children.map((child) => plainOf(child)) : [];
  return [own, ...children];
}

const SKIPPED = new Set(['position', 'data', 'children', 'spread', 'align', 'lang', 'meta']);
