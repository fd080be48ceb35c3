import type { Element, ElementContent } from 'hast';

/** An element of the page that a Word document becomes. */
export function elementOf(
  tagName: string,
  children: ElementContent[] = [],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}
