import { BRACKET_LABEL, SOURCE_WORD, SOURCE_WORD_STARTS } from '../../attribution/source-words.ts';

/** Marks of emphasis that may stand around a title or a source. */
const EMPHASIS = '[*_]{0,3}';

/** 【标题】, also in bold; the bracket must close on the same line. */
const TITLE = `${EMPHASIS}【[^\\n]*】`;

/** A heading that Markdown does not recognise: without a space, or with full-width marks, as `##栏目` and `＃＃＃ 标题`. */
const HEADING = '[#＃]{2,3}[ \\t\\u3000]*[^#＃\\s]';

/** `来源：…`, `（来源：…）`, also in bold. */
const SOURCE = String.raw`${EMPHASIS}(?:${SOURCE_WORD}${EMPHASIS}\s{0,9}[:：]|[（(]${EMPHASIS}\s{0,9}${BRACKET_LABEL})`;

/** The first characters of all these. */
const STARTS = new RegExp(`[\\s*_【#＃（(${SOURCE_WORD_STARTS}]`, 'i');

const OPENING_LINE = new RegExp(`^[\\s\\u3000]*(?:${TITLE}|${HEADING}|${SOURCE})`, 'i');

/** Whether `endsOpenBlock` can be true for a line that begins with this character. */
export function mayEndOpenBlock(character: string): boolean {
  return STARTS.test(character);
}

/**
 * Whether a line ends the paragraph, list, quote or table above it, because it begins with a title, a heading or a
 * source. Markdown would make it part of the block above.
 */
export function endsOpenBlock(line: string): boolean {
  return OPENING_LINE.test(line);
}
