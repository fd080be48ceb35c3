import { blank } from '../blank.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';

const DEEPEST = 16;
const MOST_MARKS = 1000;
const MOST_LINES = 5000;
/**
 * For each line that goes on a list or a quote without its mark, the Markdown parser looks through all it has read of
 * it (`writeToChild` of micromark): 4,000 such lines take 2 s, 500 take 0.1 s.
 */
const MOST_UNMARKED = 500;
/** The blanks and marks with which a line opens quotes and lists. */
const NESTING = /^(?:[ \t]|>|[*+-][ \t]|\d{1,9}[.)][ \t])*/;

/**
 * The body without what no editor writes and what would cost the Markdown parser minutes or its stack:
 * lines that nest quotes or lists deeper than 16, paragraphs of more than 1,000 marks of emphasis and
 * links, lists and quotes that more than 500 lines go on without a mark, lines beyond the 5,000th. Each is an error, and
 * blank in the result; all else keeps its place.
 */
export function withoutExcess(whole: string, diagnostics: Diagnostics): string {
  const body = withoutLastLines(whole, diagnostics);
  // A paragraph ends at a blank line: marks pair up within one.
  return body.replace(/[^\r\n]+(?:\r?\n[^\r\n]+)*/g, (block, offset: number) => {
    const marks = block.length > MOST_MARKS ? (block.match(/[*_[\]<&`!~]/g)?.length ?? 0) : 0;
    if (marks > MOST_MARKS) {
      const reason = `Unexpected ${marks} marks of emphasis and links in a paragraph, expected at most ${MOST_MARKS}`;
      diagnostics.report('markup-excessive', reason, offset);
      return blank(block);
    }
    const unmarked = unmarkedLines(block);
    if (unmarked > MOST_UNMARKED) {
      const reason = `Unexpected ${unmarked} lines without a mark in a list or quote, expected at most ${MOST_UNMARKED} before a blank line`;
      diagnostics.report('markup-excessive', reason, offset);
      return blank(block);
    }
    return block.replace(/[^\r\n]+/g, (line, lineOffset: number) => {
      const opening = NESTING.exec(line)?.[0] ?? '';
      const marked = opening.match(/[>*+-]|\d+/g)?.length ?? 0;
      // A marker behind an indent is nested; two blanks are the least that nests a list once.
      const indent = /^[ \t]*/.exec(opening)?.[0].length ?? 0;
      const nested = marked === 0 ? 0 : marked + Math.floor(indent / 2);
      if (nested <= DEEPEST) return line;
      const reason = `Unexpected ${nested} nested quotes or lists, expected at most ${DEEPEST}`;
      diagnostics.report('markup-excessive', reason, offset + lineOffset);
      return blank(line);
    });
  });
}

/** How many lines of a block open no quote or list, where others of it do; 0 where none does. */
function unmarkedLines(block: string): number {
  if (block.length <= MOST_UNMARKED) return 0;
  const lines = block.split('\n');
  const unmarked = lines.filter((line) => !/[>*+\-\d]/.test(NESTING.exec(line)?.[0] ?? '')).length;
  return unmarked === lines.length ? 0 : unmarked;
}

function withoutLastLines(body: string, diagnostics: Diagnostics): string {
  const end = body.trimEnd().length;
  let lines = 0;
  for (const { index } of body.matchAll(/\r\n|\r|\n/g)) {
    lines += 1;
    if (index >= end) break;
    if (lines < MOST_LINES) continue;
    const reason = `Unexpected issue of more than ${MOST_LINES} lines, expected at most so many`;
    diagnostics.report('markup-excessive', reason, index);
    return body.slice(0, index) + blank(body.slice(index));
  }
  return body;
}
