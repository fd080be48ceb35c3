import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

type Parent = Root | Element;

const BOLD = /font-weight\s*:\s*(bold|[6-9]00)/i;
const NOT_BOLD = /font-weight\s*:\s*(normal|[1-4]00)/i;

/**
 * Makes a tree of HTML, as Word, browsers and mail write it, mean what it shows: bold that is a style
 * becomes `strong`, tables that only lay out become their contents, a caption stands before its table.
 */
export function cleanHtml(root: Root): void {
  // What browsers and Word note for themselves (StartFragment, supportLists) is not text.
  visit(root, 'comment', (_comment, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
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
  });
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || parent === undefined || index === undefined) return;
    if (isLayout(element)) unwrapTable(element);
    else {
      markHead(element);
      liftCaption(element, index, parent);
    }
  });
  liftBlanks(root);
  joinStrong(root);
}

/** Whether a table has one column alone, or another table in it. */
function isLayout(table: Element): boolean {
  let most = 0;
  let isNested = false;
  visit(table, 'element', (element) => {
    if (element !== table && element.tagName === 'table') isNested = true;
    if (element.tagName === 'tr') most = Math.max(most, element.children.filter(isCell).length);
  });
  return isNested || most <= 1;
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && /^t[dh]$/.test(node.tagName);
}

function unwrapTable(table: Element): void {
  table.tagName = 'div';
  for (const child of table.children) {
    if (child.type === 'element' && /^(t(head|body|foot|r|d|h)|caption)$/.test(child.tagName)) {
      unwrapTable(child);
    }
  }
}

/** Makes the first row the head where none is marked: Markdown has no table without one. */
function markHead(table: Element): void {
  let isFirst = true;
  visit(table, 'element', (element) => {
    if (element.tagName !== 'tr') return;
    if (isFirst) for (const cell of element.children) if (isCell(cell)) cell.tagName = 'th';
    isFirst = false;
  });
}

function liftCaption(table: Element, index: number, parent: Parent): void {
  const captions: Element[] = [];
  table.children = table.children.filter((child) => {
    if (child.type !== 'element' || child.tagName !== 'caption') return true;
    captions.push({ ...child, tagName: 'p' });
    return false;
  });
  parent.children.splice(index, 0, ...captions);
}

const EMPHASIS = /^(b|strong|em|i)$/;

/** Takes blanks and ends of lines at the end of emphasis out of it: Markdown's marks stand by letters. */
function liftBlanks(parent: Parent): void {
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const child = parent.children[index];
    if (child?.type !== 'element') continue;
    liftBlanks(child);
    if (!EMPHASIS.test(child.tagName)) continue;
    const last = child.children.at(-1);
    if (last?.type === 'element' && last.tagName === 'br') {
      parent.children.splice(index + 1, 0, ...child.children.splice(-1));
      index += 1;
    } else if (last?.type === 'text' && /\s$/.test(last.value)) {
      last.value = last.value.trimEnd();
      if (last.value === '') child.children.pop();
      parent.children.splice(index + 1, 0, { type: 'text', value: ' ' });
      if (child.children.length === 0) parent.children.splice(index, 1);
      else index += 1;
    }
  }
}

/** Joins bold that Word cut in pieces, 【标题 and 】 apart. */
function joinStrong(parent: Parent): void {
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const child = parent.children[index];
    const before = parent.children[index - 1];
    if (isStrong(child) && isStrong(before)) {
      before.children.push(...child.children);
      parent.children.splice(index, 1);
    } else if (child?.type === 'element') joinStrong(child);
  }
}

function isStrong(node: Parent['children'][number] | undefined): node is Element {
  return node?.type === 'element' && /^(b|strong)$/.test(node.tagName);
}
