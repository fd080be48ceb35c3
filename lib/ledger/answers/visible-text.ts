import { parse } from 'parse5';
import { type Node, pushChildren } from '../page/elements.ts';

/** Elements whose text is none of the page's own, and those that every page of a site has. */
const PASSED_OVER = new Set([
  ...['script', 'style', 'template', 'svg', 'iframe', 'object', 'select', 'textarea'],
  ...['nav', 'header', 'footer', 'aside'],
]);

/**
 * The title of a page and the first of its text, as far as a reader without scripts would see it.
 * @param most about so many characters
 */
export function visibleText(html: string, most: number): string {
  const parts: string[] = [];
  let length = 0;
  // A stack of our own: a page may nest its elements deeper than calls can.
  const left: Node[] = [parse(html)];
  for (let node = left.pop(); node !== undefined && length < most; node = left.pop()) {
    if ('tagName' in node && PASSED_OVER.has(node.tagName)) continue;
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.trim();
      parts.push(text);
      length += text.length;
    }
    if ('childNodes' in node) pushChildren(left, node.childNodes);
  }
  return parts.filter((part) => part !== '').join('\n');
}
