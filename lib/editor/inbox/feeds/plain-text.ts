import { parseFragment } from 'parse5';

/** Tags between which words do not run on: 中<b>国</b> is one word, 中</p><p>国 is not. */
const BLOCK =
  /<\/?(?:p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|section|article|blockquote)\b[^<>]*>/gi;
const TAG = /<[^<>]*>/g;
/**
 * Characters that have no place in a line of text: controls, which could move the cursor of a terminal, marks that
 * change the direction of text, and halves of characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu;

/**
 * The words of a piece of HTML in one line. Tags are cut out rather than parsed: a parser may build a tree that is
 * thousands of times larger than a hostile text.
 * @param most how many characters of the HTML are read
 */
export function textOfHtml(html: string, most: number): string {
  const words = html.slice(0, most).replace(BLOCK, ' ').replace(TAG, '').replaceAll('<', '&lt;');
  // What is left holds only character references, which the parser decodes.
  const texts = parseFragment(words).childNodes.map((node) => ('value' in node ? node.value : ''));
  return textInLine(texts.join(''), most);
}

/** A text in one line, without characters that cannot be printed. */
export function textInLine(text: string, most: number): string {
  return text.slice(0, most).replace(/\s+/g, ' ').replace(UNPRINTABLE, '').trim();
}
