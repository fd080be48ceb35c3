import { writeBlock } from '#lib/editions/markdown/write-block.ts';
import type { ReadDocument } from '../page/read-html.ts';
import { assertLength } from './length.ts';
import { unwrapLines } from './unwrap.ts';

/** A line without characters that Markdown could read as its marks. */
const HARMLESS = /^(?!\s*(?:[#>+=-]|\d+[.)]))[^\\`*_[\]<>&~|!]*$/;

/**
 * The Markdown of a plain text. Each line is a paragraph, as digests are written; lines that were cut at a margin are
 * joined, which is reported. Characters that Markdown would read as its marks are escaped.
 * @throws Failure for more text than an issue may have
 */
export function readText(text: string, name: string): ReadDocument {
  assertLength(text, name);
  const { lines, joined } = unwrapLines(text.split('\n'));
  const notices =
    joined > 0
      ? [
          `Lines that were cut at a margin were joined, ${joined} times: see whether paragraphs were joined too.`,
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
