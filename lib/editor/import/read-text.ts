import { writeBlock } from '#lib/editions/markdown/write-block.ts';
import { assertLength } from './length.ts';
import type { ReadDocument } from './page/read-html.ts';
import { unwrapLines } from './unwrap.ts';

/** A line with none of Markdown's marks in it, nor at its start. */
const HARMLESS = /^(?!\s*(?:[#>+=-]|\d+[.)]))[^\\`*_[\]<>&~|!]*$/;

/**
 * The Markdown of plain text: each line a paragraph, as digests are typed, but for those that were cut at a
 * margin, of which it tells. What would be a mark of Markdown stays the character that was typed.
 * @throws Failure for more text than an issue may have
 */
export function readText(text: string, name: string): ReadDocument {
  assertLength(text, name);
  const { lines, joined } = unwrapLines(text.split('\n'));
  const notices =
    joined > 0
      ? [
          `Lines that were cut at a margin were joined, ${joined} times: see whether paragraphs are.`,
        ]
      : [];
  const paragraphs = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      HARMLESS.test(line)
        ? line
        : writeBlock({ type: 'paragraph', children: [{ type: 'text', value: line }] }),
    );
  return { markdown: `${paragraphs.join('\n\n')}\n`, pictures: [], notices };
}
