import type { Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { xmlText } from '#lib/syndication/xml-text.ts';

/** A tree as an XML document of one line. */
export function writeXml(root: Nodes, doctype = ''): string {
  const text = toXml(root, { closeEmptyElements: true });
  // The library leaves `]]>` as it is, which text must not hold (https://www.w3.org/TR/xml/#syntax).
  const safe = xmlText(text).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${safe}\n`;
}
