import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** The tree of an issue's HTML, which is sanitized. */
export function readHtml(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype');
}

/** The text of a tree, as a reader sees it. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type === 'element' ? textOf(node.children) : '';
    })
    .join('');
}

/** What stands in place of a picture that cannot be shown. */
export function altOf({ properties }: Element): string {
  const alt = properties.alt;
  return typeof alt === 'string' && alt.trim() !== '' ? alt : '图片';
}
