import type { Nodes, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Characters as wide as an ideograph, such as kana and full-width marks, and quotation marks, which may be as wide.
 * Hangul is left out: it puts blanks between words.
 */
const WIDE =
  '[\\p{Script=Han}\\u2e80-\\u2fff\\u3001-\\u303f\\u3040-\\u312f\\u3190-\\u33ff\\ufe30-\\ufe4f\\uff01-\\uff9f\\uffe0-\\uffe6“”‘’…—]';
const WRAPPED = new RegExp(`(?<=${WIDE})[ \\t]*\\r?\\n[\\s\\u3000]*(?=${WIDE})`, 'gu');
/** A mark that is not wide: it stands for what is no text, such as a picture. */
const OPAQUE = '\uFFFC';

/**
 * Nodes without the line breaks that only wrap text in the file: between wide characters a browser would show them as
 * blanks. The rule is that of CSS Text 3, 4.1.3. The characters may be in different nodes, as on either side of the end
 * of a link.
 * @returns the very same nodes where there is nothing to join, else copies
 */
export function joinLines<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  if (!nodes.some(holdsBreak)) return [...nodes];
  const copies = structuredClone([...nodes]);
  for (const node of copies) {
    if (!('children' in node) || isInline(node)) continue;
    visit(node, (inner) => {
      if (inner.type === 'paragraph' || inner.type === 'heading' || inner.type === 'tableCell')
        joinLeaves(inner.children);
    });
  }
  joinLeaves(copies.filter(isInline));
  return copies;
}

const BLOCKS = new Set<string>([
  'blockquote',
  'heading',
  'list',
  'listItem',
  'paragraph',
  'root',
  'table',
  'tableCell',
  'tableRow',
]);

function isInline({ type }: Nodes): boolean {
  return !BLOCKS.has(type);
}

function holdsBreak(node: Nodes): boolean {
  if ('children' in node) return node.children.some(holdsBreak);
  return node.type === 'text' && node.value.includes('\n');
}

/** Joins the lines of the texts in some inline nodes, each with the characters before and after it. */
function joinLeaves(nodes: readonly Nodes[]): void {
  const leaves = nodes.flatMap(leavesOf);
  for (const [at, leaf] of leaves.entries()) {
    if (typeof leaf === 'string' || !leaf.value.includes('\n')) continue;
    const before = Array.from(shownOf(leaves[at - 1])).at(-1) ?? '';
    const [after = ''] = shownOf(leaves[at + 1]);
    const joined = (before + leaf.value + after).replace(WRAPPED, '');
    leaf.value = joined.slice(before.length, joined.length - after.length);
  }
}

/** A text, or what stands for something else. */
type Leaf = Text | string;

function leavesOf(node: Nodes): Leaf[] {
  if ('children' in node) return node.children.flatMap(leavesOf);
  if (node.type === 'text') return [node];
  return [node.type === 'inlineCode' ? node.value : OPAQUE];
}

function shownOf(leaf: Leaf | undefined): string {
  return typeof leaf === 'object' ? leaf.value : (leaf ?? '');
}
