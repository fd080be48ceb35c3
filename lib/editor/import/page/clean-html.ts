import type { Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Notices } from '../notices.ts';
import { isElement, type Parent, replaceChildren } from './children.ts';
import { styleReader } from './css.ts';
import { linkEmbedded } from './embedded.ts';
import { dropExcess, joinStrong, liftBlanks, unstressParts } from './emphasis.ts';
import { leaveOut } from './left-out.ts';
import { adaptLists } from './lists.ts';
import { writeFormulas } from './math.ts';
import { writeRaisedText } from './raise.ts';
import { cleanTables } from './tables.ts';
import { readWordLists } from './word-lists.ts';

const BOLD = /font-weight\s*:\s*(bold|[6-9]00)/i;
const NOT_BOLD = /font-weight\s*:\s*(normal|[1-4]00)/i;

/**
 * Changes a tree of HTML from Word, a browser or a mail so that its elements mean what the page shows: bold by style
 * becomes `strong`, paragraphs that Word numbers become lists, tables for layout become their contents. What the page
 * does not show is left out.
 */
export function cleanHtml(root: Root, notices: Notices): void {
  readWordLists(root);
  removeComments(root);
  const styleOf = styleReader(root);
  leaveOut(root, notices, styleOf);
  linkEmbedded(root, notices);
  writeFormulas(root, notices);
  writeRaisedText(root, styleOf);
  visit(root, 'element', (element) => {
    const { style } = element.properties;
    if (typeof style === 'string') {
      if (element.tagName === 'span' && BOLD.test(style)) element.tagName = 'strong';
      // Google Docs puts everything that is copied from it into such a <b>.
      if (/^(b|strong)$/.test(element.tagName) && NOT_BOLD.test(style)) element.tagName = 'span';
    }
    // Pages that load pictures as they scroll into view keep the address here.
    const { src, dataSrc } = element.properties;
    const isPlaceholder = !src || String(src).startsWith('data:');
    if (element.tagName === 'img' && isPlaceholder && typeof dataSrc === 'string') {
      element.properties.src = dataSrc;
    }
    if (element.tagName === 'ruby') bracketReadings(element);
  });
  adaptLists(root, styleOf);
  cleanTables(root, notices);
  unwrapSpans(root);
  liftBlanks(root);
  joinStrong(root);
  dropExcess(root);
  unstressParts(root);
}

/**
 * Removes elements that only change the look, and joins the text in them: editors cut a line into hundreds of pieces.
 */
function unwrapSpans(parent: Parent): void {
  replaceChildren(parent, (child) => {
    if (!isElement(child)) return [child];
    unwrapSpans(child);
    return /^(span|font)$/.test(child.tagName) ? child.children : [child];
  });
  let text: Text | undefined;
  replaceChildren(parent, (child) => {
    if (child.type === 'text' && text !== undefined) {
      text.value += child.value;
      return [];
    }
    text = child.type === 'text' ? child : undefined;
    return [child];
  });
}

/** Removes comments. Browsers and Word write some for themselves: StartFragment, supportLists. */
function removeComments(parent: Parent): void {
  replaceChildren(parent, (child) => {
    if (isElement(child)) removeComments(child);
    return child.type === 'comment' ? [] : [child];
  });
}

/** Puts the readings of characters in brackets, as programs without ruby show them (HTML, 4.5.12). */
function bracketReadings(ruby: Parent): void {
  if (ruby.children.some((child) => isElement(child, /^rp$/))) return;
  replaceChildren(ruby, (child) => {
    if (!isElement(child, /^rt$/)) return [child];
    return [{ type: 'text', value: '（' }, child, { type: 'text', value: '）' }];
  });
}
