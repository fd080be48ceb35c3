import type { Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Notices } from '../notices.ts';
import { isElement, type Parent, replaceChildren } from './children.ts';
import { styleReader } from './css.ts';
import { linkEmbedded } from './embedded.ts';
import { dropExcess, joinStrong, liftBlanks, unstressParts } from './emphasis.ts';
import { leaveOut } from './left-out.ts';
import { countLists } from './lists.ts';
import { writeFormulas } from './math.ts';
import { writeRaisedText } from './raise.ts';
import { cleanTables } from './tables.ts';
import { readWordLists } from './word-lists.ts';

const BOLD = /font-weight\s*:\s*(bold|[6-9]00)/i;
const NOT_BOLD = /font-weight\s*:\s*(normal|[1-4]00)/i;

/**
 * Makes a tree of HTML, as Word, browsers and mail write it, mean what it shows: bold that is a style
 * becomes `strong`, paragraphs that Word numbered lists, tables that only lay out their contents. What it does not
 * show is left out.
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
      // Google's documents wrap all they paste in such a <b>.
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
  countLists(root, styleOf);
  cleanTables(root, notices);
  openSpans(root);
  liftBlanks(root);
  joinStrong(root);
  dropExcess(root);
  unstressParts(root);
}

/** Takes off what only looks, and joins the text that it cut: editors cut a line in hundreds of pieces. */
function openSpans(parent: Parent): void {
  replaceChildren(parent, (child) => {
    if (!isElement(child)) return [child];
    openSpans(child);
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

/** What browsers and Word note for themselves (StartFragment, supportLists) is not text. */
function removeComments(parent: Parent): void {
  replaceChildren(parent, (child) => {
    if (isElement(child)) removeComments(child);
    return child.type === 'comment' ? [] : [child];
  });
}

/** Readings beside characters in the brackets that they have where there is no ruby (HTML, 4.5.12). */
function bracketReadings(ruby: Parent): void {
  if (ruby.children.some((child) => isElement(child, /^rp$/))) return;
  replaceChildren(ruby, (child) => {
    if (!isElement(child, /^rt$/)) return [child];
    return [{ type: 'text', value: '（' }, child, { type: 'text', value: '）' }];
  });
}
