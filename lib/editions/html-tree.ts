import type { Element, ElementContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/** The tree of an issue's HTML, which is sanitized. */
export function readHtml(html: string): ElementContent[] {
  const root = fromParse5(parseFragment(html));
  if (root.type !== 'root') return [];
  return root.children.filter((node) => node.type !== 'doctype');
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
