import { writeBlock } from '#lib/editions/markdown/write-block.ts';

/** A line with none of Markdown's marks in it, nor at its start. */
const HARMLESS = /^(?!\s*(?:[#>+=-]|\d+[.)]))[^\\`*_[\]<>&~|!]*$/;

/**
 * The Markdown of plain text: each line a paragraph, as digests are typed. What would be a mark of
 * Markdown stays the character that was typed.
 */
export function readText(text: string): string {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      HARMLESS.test(line)
        ? line
        : writeBlock({ type: 'paragraph', children: [{ type: 'text', value: line }] }),
    );
  return `${paragraphs.join('\n\n')}\n`;
}
