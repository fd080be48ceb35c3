import type { Diagnostics } from './diagnostics.ts';

const DEEPEST = 16;
const MOST_MARKS = 1000;
const NESTING = /^(?:\s|>|[*+-]\s|\d{1,9}[.)]\s)*/;

/**
 * The body without lines that no editor writes and that would cost the Markdown parser minutes or its
 * stack: quotes or lists nested deeper than 16, or more than 1,000 marks of emphasis and links. Each is
 * an error, and blank in the result; all else keeps its place.
 */
export function withoutExcess(body: string, diagnostics: Diagnostics): string {
  return body.replace(/[^\r\n]+/g, (line, offset: number) => {
    const nested = NESTING.exec(line)?.[0].match(/[>*+-]|\d+/g)?.length ?? 0;
    if (nested > DEEPEST) {
      const reason = `Unexpected ${nested} nested quotes or lists, expected at most ${DEEPEST}`;
      diagnostics.report('markup-excessive', reason, offset);
      return ' '.repeat(line.length);
    }
    if (line.length <= MOST_MARKS) return line;
    const marks = line.match(/[*_[\]<&`!~]/g)?.length ?? 0;
    if (marks <= MOST_MARKS) return line;
    const reason = `Unexpected ${marks} marks of emphasis and links on one line, expected at most ${MOST_MARKS}`;
    diagnostics.report('markup-excessive', reason, offset);
    return ' '.repeat(line.length);
  });
}
