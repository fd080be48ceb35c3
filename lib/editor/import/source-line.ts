import type { Paragraph } from 'mdast';
import { InlineText, type Locator } from '#lib/content/tree/inline.ts';

/** Where the sources of an attribution stand in a paragraph, and where the attribution starts. */
type Found = { inline: InlineText; start: number; from: number; to: number };

/**
 * Where a whole paragraph is an attribution in a shape that issues do not have, but that pages do:
 * 【来源：证券日报】, `[来源：证券日报]`, 来源｜证券日报.
 */
export function findLooseSource(paragraph: Paragraph, locator: Locator): Found | undefined {
  const inline = new InlineText(paragraph.children, locator);
  const match =
    /^\s*[【[［]\s*来源\s*[:：]\s*(?=[^\n]*[】\]］]\s*$)/.exec(inline.text) ??
    /^\s*来源\s*[|｜丨]\s*(?=\S)/.exec(inline.text);
  if (match === null) return undefined;
  const to = inline.text.trimEnd().replace(/[】\]］]$/, '').length;
  return { inline, start: 0, from: match[0].length, to };
}
