import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The elements below a node in the order of the page, without those that are passed over, and all in them. */
export function* elementsIn(
  node: Node,
  isPassedOver: (element: Element) => boolean,
): Iterable<Element> {
  // A stack of our own: a page may nest its elements deeper than calls can.
  const left: Node[] = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (isElement(next)) {
      if (isPassedOver(next)) continue;
      yield next;
    }
    if ('childNodes' in next) pushChildren(left, next.childNodes);
  }
}

/**
 * The text in an element. Several blanks become one space.
 * @param most the number of nodes after which the search ends
 */
export function elementText(element: Element, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  const left: Node[] = [element];
  let seen = 0;
  for (let next = left.pop(); next !== undefined && seen < most; next = left.pop()) {
    seen += 1;
    if (next.nodeName === '#text' && 'value' in next) parts.push(next.value);
    if ('childNodes' in next) pushChildren(left, next.childNodes);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Puts the children of an element on a stack, the first on top. A page may have more of them than a call has arguments. */
export function pushChildren<Left>(stack: (Node | Left)[], children: readonly Node[]): void {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child !== undefined) stack.push(child);
  }
}
