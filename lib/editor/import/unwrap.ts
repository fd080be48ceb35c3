import { SOURCE_LABEL } from '#lib/content/attribution/source-words.ts';
import { readPrefix } from './marks/count.ts';
import { isSourceLine } from './marks/source-line.ts';

/** How wide texts are set, in columns; whose longest line is outside of it has paragraphs for lines. */
const [NARROWEST, WIDEST] = [40, 160];
/** The part of the longest line from which on a line reaches the margin: Latin is of any width. */
const FULL = 0.8;
const ENDED = /[。！？!?…：:”』）)】\]—.]$/;
const OPENED = new RegExp(`(?:[（(《“‘「『【[]|${SOURCE_LABEL})$`, 'i');
const INDENT = /^(?:\u3000| {2}|\t)/;

/**
 * The lines of a plain text, and how many were cut at a margin, as they are in what is copied from a PDF or a
 * mail, and are whole again. A blank is put between Latin words alone.
 */
export function unwrapLines(lines: readonly string[]): { lines: string[]; joined: number } {
  const margin = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0) * FULL;
  const isFull = (line: string) => widthOf(line) >= margin;
  const typed = lines.filter((line) => line.trim() !== '');
  const isCut = (line: string, next: string) =>
    isFull(line) && next.trim() !== '' && mayContinue(line.trimEnd(), next);
  const cuts = lines.filter((line, index) => isCut(line, lines[index + 1] ?? '')).length;
  const isSet = margin >= NARROWEST * FULL && margin <= WIDEST * FULL;
  // One title may be as long as the longest line, but not a quarter of all.
  if (!isSet || cuts < 2 || typed.filter(isFull).length * 4 < typed.length) {
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

/** Whether a line may go on with the next: neither ends or begins a paragraph, an item or a source. */
function mayContinue(line: string, next: string): boolean {
  if (OPENED.test(line)) return true;
  const text = next.trim();
  if (ENDED.test(line) || INDENT.test(next) || /^[【（(]/.test(text)) return false;
  return readPrefix(text) === undefined && !isSourceLine(text);
}

function join(line: string, next: string): string {
  // A number that is cut has no blank in it.
  const isLatin = /[A-Za-z,.]$/.test(line) && /^[A-Za-z\d]/.test(next);
  const isWord = /\d$/.test(line) && /^[A-Za-z]/.test(next);
  return `${line}${isLatin || isWord ? ' ' : ''}${next}`;
}

/** How many columns a line takes up: a Chinese character two, and all else that is no Latin. */
function widthOf(line: string): number {
  return Array.from(line.trim()).reduce((width, char) => width + (char > '\u00ff' ? 2 : 1), 0);
}
