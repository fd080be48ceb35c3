import type { Element, ElementContent, Root, RootContent } from 'hast';

/** A node of a page with children. */
export type Parent = Root | Element;

/** Replaces each child of a node by the nodes that `replace` returns for it, in place. */
export function replaceChildren(
  parent: Parent,
  replace: (child: ElementContent) => ElementContent[],
): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'doctype') continue;
    for (const each of replace(child)) children.push(each);
  }
  parent.children = children;
}

/** Whether a node is an element; where `names` is given, one with a matching name. */
export function isElement(node: RootContent | undefined, names?: RegExp): node is Element {
  return node?.type === 'element' && (names === undefined || names.test(node.tagName));
}

/** The text of a node, with `\n` for each `br`. */
export function textIn(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (!isElement(node)) return '';
  return node.tagName === 'br' ? '\n' : node.children.map(textIn).join('');
}

/** Block elements: the text before and after them is on other lines. */
export const BLOCK =
  /^(address|article|aside|blockquote|center|d[dlt]|details|div|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|t(able|body|d|foot|h|head|r)|ul)$/;
