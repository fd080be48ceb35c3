import type { Element, ElementContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/** Parses the sanitized HTML of an issue. */
export function readHtml(html: string): ElementContent[] {
  const root = fromParse5(parseFragment(html));
  if (root.type !== 'root') return [];
  return root.children.filter((node) => node.type !== 'doctype');
}

/** The text in some nodes, without markup. */
export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type === 'element' ? textOf(node.children) : '';
    })
    .join('');
}

/** The text in place of a picture that cannot be shown: its description, or 图片 where it has none. */
export function altOf({ properties }: Element): string {
  const alt = properties.alt;
  return typeof alt === 'string' && alt.trim() !== '' ? alt : '图片';
}
