import { blank } from '../blank.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';

const DEEPEST = 16;
/** In one paragraph. */
const MOST_MARKS = 1000;
const MOST_LINES = 5000;
/**
 * For each line that continues a list or a quote without a mark of its own, the Markdown parser goes through all that
 * it has read of the list or quote (`writeToChild` of micromark): 4,000 such lines take 2 s, 500 take 0.1 s.
 */
const MOST_UNMARKED = 500;
/** The white space and marks at the start of a line that open quotes and lists. */
const NESTING = /^(?:[ \t]|>|[*+-][ \t]|\d{1,9}[.)][ \t])*/;

/**
 * The body without text that would take the Markdown parser minutes, or overflow its stack. No editor writes such
 * text: quotes or lists nested deeper than 16, more than 1,000 marks of emphasis and links in a paragraph, more than
 * 500 lines that continue a list or quote without a mark, more than 5,000 lines. Each is reported as an error and
 * replaced by spaces, so that all other text keeps its offsets.
 */
export function withoutExcess(whole: string, diagnostics: Diagnostics): string {
  const body = withoutLastLines(whole, diagnostics);
  // A paragraph ends at a blank line: marks pair up within one.
  return body.replace(/[^\r\n]+(?:\r?\n[^\r\n]+)*/g, (block, offset: number) => {
    const marks = block.length > MOST_MARKS ? (block.match(/[*_[\]<&`!~\\]/g)?.length ?? 0) : 0;
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
      // An indented mark is nested: two spaces are the least that nest a list one level deeper.
      const indent = /^[ \t]*/.exec(opening)?.[0].length ?? 0;
      const nested = marked === 0 ? 0 : marked + Math.floor(indent / 2);
      if (nested <= DEEPEST) return line;
      const reason = `Unexpected ${nested} nested quotes or lists, expected at most ${DEEPEST}`;
      diagnostics.report('markup-excessive', reason, offset + lineOffset);
      return blank(line);
    });
  });
}

/** The number of lines in a block that continue a list or a quote of the block without its mark. */
function unmarkedLines(block: string): number {
  if (block.length <= MOST_UNMARKED) return 0;
  let unmarked = 0;
  let deepest = 0;
  let hasList = false;
  for (const line of block.split('\n')) {
    const opening = NESTING.exec(line)?.[0] ?? '';
    // A line that begins an entry of a list continues nothing.
    const isEntry = /[*+\-\d]/.test(opening);
    const depth = opening.match(/>/g)?.length ?? 0;
    if (!isEntry && (depth < deepest || (depth === 0 && hasList))) unmarked += 1;
    deepest = Math.max(deepest, depth);
    hasList ||= isEntry;
  }
  return unmarked;
}

function withoutLastLines(body: string, diagnostics: Diagnostics): string {
  const end = body.trimEnd().length;
  let lines = 0;
  for (const { index } of body.matchAll(/\r\n|\r|\n/g)) {
    lines += 1;
    if (index >= end) break;
    if (lines < MOST_LINES) continue;
    const reason = `Unexpected line after the ${MOST_LINES}th, expected at most ${MOST_LINES} lines in an issue`;
    diagnostics.report('markup-excessive', reason, index);
    return body.slice(0, index) + blank(body.slice(index));
  }
  return body;
}
