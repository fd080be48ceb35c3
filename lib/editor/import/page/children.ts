import type { Element, ElementContent, Root, RootContent } from 'hast';

export type Parent = Root | Element;

/** Puts something in place of each child of an element: others, itself or nothing. */
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

/** Whether a node is an element, of these names if some are given. */
export function isElement(node: RootContent | undefined, names?: RegExp): node is Element {
  return node?.type === 'element' && (names === undefined || names.test(node.tagName));
}

/** The text of a node, with the ends of lines that are marked in it. */
export function textIn(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (!isElement(node)) return '';
  return node.tagName === 'br' ? '\n' : node.children.map(textIn).join('');
}

/** Elements that stand for themselves: what is before or behind them is not on their line. */
export const BLOCK =
  /^(address|article|aside|blockquote|center|d[dlt]|details|div|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|t(able|body|d|foot|h|head|r)|ul)$/;
