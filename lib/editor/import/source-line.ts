import type { Paragraph } from 'mdast';
import { InlineText, type Locator } from '#lib/content/tree/inline.ts';

/** Where the sources of an attribution stand in a paragraph, and where the attribution starts. */
type Found = { inline: InlineText; start: number; from: number; to: number };

/** 来源：证券日报 behind the last sentence, on its line and without brackets. */
const BEHIND = /(?<=[。！？”）)]\s*)来源\s*[:：]\s*(?=[^。！？，,（）()\n]{1,40}$)/;

/**
 * Where a paragraph is or ends with an attribution in a shape that issues do not have, but that pages
 * do: 【来源：证券日报】, `[来源：证券日报]`, 来源｜证券日报, 正文。来源：证券日报.
 */
export function findLooseSource(paragraph: Paragraph, locator: Locator): Found | undefined {
  const inline = new InlineText(paragraph.children, locator);
  const match =
    /[【[［]\s*来源\s*[:：]\s*(?=[^【】[\]［］\n]*[】\]］]\s*$)/.exec(inline.text) ??
    /^\s*来源\s*[|｜丨]\s*(?=\S)/.exec(inline.text);
  const text = inline.text.trimEnd();
  if (match === null) {
    const behind = BEHIND.exec(text);
    if (behind === null) return undefined;
    const { 0: label, index } = behind;
    const start = text.slice(0, index).trimEnd().length;
    return { inline, start, from: index + label.length, to: text.length };
  }
  return {
    inline,
    start: text.slice(0, match.index).trimEnd().length,
    from: match.index + match[0].length,
    to: text.replace(/[】\]］]$/, '').length,
  };
}
