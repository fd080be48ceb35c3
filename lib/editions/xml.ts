import type { ElementContent, Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { xmlText } from '#lib/syndication/xml-text.ts';

/** A tree as an XML document of one line. */
export function writeXml(root: Nodes, doctype = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${writeNodes(root)}\n`;
}

/** Trees as they stand inside of an XML document. */
export function writeFragment(nodes: ElementContent[]): string {
  return writeNodes({ type: 'root', children: nodes });
}

function writeNodes(node: Nodes): string {
  const text = toXml(node, { closeEmptyElements: true });
  // The library leaves `]]>` as it is, which text must not hold (https://www.w3.org/TR/xml/#syntax).
  return xmlText(text).replaceAll(']]>', ']]&gt;');
}
