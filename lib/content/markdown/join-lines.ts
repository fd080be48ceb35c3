import type { Nodes, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { OPAQUE } from './tree/inline.ts';

/**
 * Characters as wide as an ideograph, such as kana and full-width marks, and quotation marks, which may be as wide.
 * Hangul is left out: Korean has spaces between words.
 */
const WIDE =
  '[\\p{Script=Han}\\u2e80-\\u2fff\\u3001-\\u303f\\u3040-\\u312f\\u3190-\\u33ff\\ufe30-\\ufe4f\\uff01-\\uff9f\\uffe0-\\uffe6“”‘’…—]';
const WRAPPED = new RegExp(`(?<=${WIDE})[ \\t]*\\r?\\n[\\s\\u3000]*(?=${WIDE})`, 'gu');

/**
 * Removes line breaks between wide characters. They only wrap the text in the file, but a browser would show each as a
 * space (CSS Text 3, 4.1.3, has the same rule). The characters may be in different nodes, such as a link and the text
 * after it.
 * @returns copies of the blocks that change; the others are returned themselves
 */
export function joinLines(blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((block) => {
    if (!holdsBreak(block)) return block;
    const copy = structuredClone(block);
    visit(copy, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
      const joined = joinedTexts(node.children);
      for (const [text, value] of joined) text.value = value;
      if (joined.size > 0) visit(node, joinCode);
    });
    return copy;
  });
}

/**
 * Makes one code span of two that only a removed line break separated. They look like one, and forms such as Word
 * and Markdown cannot tell two from one.
 */
function joinCode(node: Nodes): void {
  if (!('children' in node)) return;
  const { children } = node;
  for (let at = children.length - 2; at > 0; at -= 1) {
    const [before, between, after] = children.slice(at - 1, at + 2);
    if (between?.type !== 'text' || between.value !== '') continue;
    if (before?.type !== 'inlineCode' || after?.type !== 'inlineCode') continue;
    before.value += after.value;
    children.splice(at, 2);
  }
}

function holdsBreak(node: Nodes): boolean {
  if ('children' in node) return node.children.some(holdsBreak);
  return node.type === 'text' && node.value.includes('\n');
}

/** The text nodes among some inline nodes that contain such line breaks, each with its value without them. */
export function joinedTexts(nodes: readonly Nodes[]): ReadonlyMap<Text, string> {
  const joined = new Map<Text, string>();
  if (!nodes.some(holdsBreak)) return joined;
  const leaves = nodes.flatMap(leavesOf);
  const shownAt = (at: number): string => {
    const leaf = leaves[at];
    return typeof leaf === 'object' ? (joined.get(leaf) ?? leaf.value) : (leaf ?? '');
  };
  for (const [at, leaf] of leaves.entries()) {
    if (typeof leaf === 'string' || !leaf.value.includes('\n')) continue;
    const before = Array.from(shownAt(at - 1)).at(-1) ?? '';
    const [after = ''] = shownAt(at + 1);
    const value = (before + leaf.value + after).replace(WRAPPED, '');
    joined.set(leaf, value.slice(before.length, value.length - after.length));
  }
  return joined;
}

/** A text node, or a string that stands for a node of another kind. */
type Leaf = Text | string;

function leavesOf(node: Nodes): Leaf[] {
  if ('children' in node) return node.children.flatMap(leavesOf);
  if (node.type === 'text') return [node];
  return [node.type === 'inlineCode' ? node.value : OPAQUE];
}
