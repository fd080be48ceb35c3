import { BRACKET_LABEL, SOURCE_WORD, SOURCE_WORD_STARTS } from '../../attribution/source-words.ts';

/** Marks of emphasis that may stand around a title or a source. */
const EMPHASIS = '[*_]{0,3}';

/** 【标题】, also in bold; the bracket must close on the same line. */
const TITLE = `${EMPHASIS}【[^\\n]*】`;

/** A heading that Markdown does not recognise, because the blank is missing or the marks are full-width: `##栏目`, `＃＃＃ 标题`. */
const HEADING = '[#＃]{2,3}[ \\t\\u3000]*[^#＃\\s]';

/** `来源：…`, `（来源：…）`, also in bold. */
const SOURCE = String.raw`${EMPHASIS}(?:${SOURCE_WORD}${EMPHASIS}\s{0,9}[:：]|[（(]${EMPHASIS}\s{0,9}${BRACKET_LABEL})`;

/** The characters with which such a line can begin. */
const STARTS = new RegExp(`[\\s*_【#＃（(${SOURCE_WORD_STARTS}]`, 'i');

const OPENING_LINE = new RegExp(`^[\\s\\u3000]*(?:${TITLE}|${HEADING}|${SOURCE})`, 'i');

/** Whether a line that begins with this character can be a line that `endsOpenBlock` finds. */
export function mayEndOpenBlock(character: string): boolean {
  return STARTS.test(character);
}

/**
 * Whether a line ends the paragraph, list, quote or table above it: it begins with a title, a heading or a source.
 * Markdown would take it into them.
 */
export function endsOpenBlock(line: string): boolean {
  return OPENING_LINE.test(line);
}
