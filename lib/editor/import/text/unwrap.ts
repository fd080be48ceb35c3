import { SOURCE_LABEL } from '#lib/content/attribution/source-words.ts';
import { readPrefix } from '../marks/prefix.ts';
import { isSourceLine } from '../marks/source-line.ts';

/**
 * The width of texts whose lines were cut, in columns. Where the longest line is outside of it, lines are paragraphs.
 */
const [NARROWEST, WIDEST] = [40, 160];
/** From this part of the longest line on, a line reaches the margin: a long Latin word leaves room before it. */
const FULL = 0.8;
const ENDED = /[。！？!?…：:”』）)】\]—.]$/;
const OPENED = new RegExp(`(?:[（(《“‘「『【[]|${SOURCE_LABEL})$`, 'i');
const INDENT = /^(?:\u3000| {2}|\t)/;

/**
 * Joins the lines of a plain text that were cut at a margin, as in text that was copied from a PDF or a mail, with a
 * blank between Latin words. `joined` is how many there were.
 */
export function unwrapLines(lines: readonly string[]): { lines: string[]; joined: number } {
  const margin = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0) * FULL;
  const isFull = (line: string) => widthOf(line) >= margin;
  const filled = lines.filter((line) => line.trim() !== '');
  const isCut = (line: string, next: string) =>
    isFull(line) && next.trim() !== '' && mayContinue(line.trimEnd(), next);
  const cuts = lines.filter((line, index) => isCut(line, lines[index + 1] ?? '')).length;
  const isSet = margin >= NARROWEST * FULL && margin <= WIDEST * FULL;
  // A title may be as long as the longest line. Where a quarter of the lines are, they were cut.
  if (!isSet || cuts < 2 || filled.filter(isFull).length * 4 < filled.length) {
    return { lines: [...lines], joined: 0 };
  }
  const whole: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? '';
    if (index > 0 && isCut(before, line))
      whole.push(join((whole.pop() ?? '').trimEnd(), line.trim()));
    else whole.push(line);
  }
  return { lines: whole, joined: cuts };
}

/** Whether a line may go on in the next one: it ends no paragraph, and the next begins no paragraph, item or source. */
function mayContinue(line: string, next: string): boolean {
  if (OPENED.test(line)) return true;
  const text = next.trim();
  if (ENDED.test(line) || INDENT.test(next) || /^[【（(]/.test(text)) return false;
  return readPrefix(text) === undefined && !isSourceLine(text);
}

function join(line: string, next: string): string {
  // A number that was cut gets no blank.
  const isLatin = /[A-Za-z,.]$/.test(line) && /^[A-Za-z\d]/.test(next);
  const isWord = /\d$/.test(line) && /^[A-Za-z]/.test(next);
  return `${line}${isLatin || isWord ? ' ' : ''}${next}`;
}

/** The width of a line in columns: two for each character beyond Latin-1, such as a Chinese one, and one for others. */
function widthOf(line: string): number {
  return Array.from(line.trim()).reduce((width, char) => width + (char > '\u00ff' ? 2 : 1), 0);
}
