import type { Blockquote, RootContent } from 'mdast';
import { readDate } from '#lib/site/dates.ts';
import type { Diagnostics } from './faults/diagnostics.ts';
import type { Correction } from './issue.ts';
import { blockText, CORRECTION_CLASS } from './markdown/markdown.ts';

/** 更正 or 【更正】, then a date, a colon or a line break. 更正确的说法 is no correction. */
const CORRECTION =
  /^\s*【?更正】?(?:\s*[（(]([^（）()]*)[）)]\s*[:：]?|\s*(\d[\d\-年月日]+)\s*[:：]?|\s*[:：]|(?=\s|$)|(?<=】))\s*/;

/** Whether a block of an item is a quote that begins with 更正. */
export function isCorrection(block: RootContent): block is Blockquote {
  return block.type === 'blockquote' && CORRECTION.test(blockText([block]));
}

/** The corrections among an item's blocks. Each block stays in its place and gets a class for its style. */
export function readCorrections(blocks: RootContent[], diagnostics: Diagnostics): Correction[] {
  return blocks.filter(isCorrection).map((quote) => {
    quote.data = { ...quote.data, hProperties: { className: [CORRECTION_CLASS] } };
    const text = blockText([quote]);
    const match = CORRECTION.exec(text);
    const correction: Correction = { text: text.slice(match?.[0].length ?? 0) };
    const written = (match?.[1] ?? match?.[2])?.trim();
    if (written !== undefined) {
      const date = readDate(written);
      if (date !== undefined) correction.date = date;
      else {
        const reason = `Unexpected date \`${written}\` of a correction, expected a day such as 2025-04-02`;
        diagnostics.report('date-invalid', reason, quote);
      }
    }
    return correction;
  });
}
