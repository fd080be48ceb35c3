import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Notices } from '../notices.ts';
import { BLOCK, isElement, type Parent, replaceChildren } from './children.ts';
import { numbersOf, prependText } from './lists.ts';

/**
 * Changes the tables in a tree for Markdown. A table for layout becomes its contents. The first row becomes the head,
 * without bold of its own. A caption becomes a paragraph before its table. The contents of a cell are put on one line.
 */
export function cleanTables(root: Parent, notices: Notices): void {
  replaceChildren(root, (child) => {
    if (!isElement(child)) return [child];
    if (child.tagName !== 'table' || isLayout(child)) {
      if (child.tagName === 'table') unwrapTable(child);
      cleanTables(child, notices);
      return [child];
    }
    if (holdsTable(child)) {
      notices.add('A table that holds another became paragraphs: see what belongs together');
      unwrapTable(child);
      cleanTables(child, notices);
      return [child];
    }
    markHead(child);
    visit(child, 'element', (element) => {
      if (isCell(element)) putOnOneLine(element);
      // A head is bold by itself.
      if (element.tagName === 'th') unmarkBold(element);
    });
    return [...takeCaptions(child), child];
  });
}

/** Whether a table only lays out its contents: it has one column. */
function isLayout(table: Element): boolean {
  let most = 0;
  visit(table, 'element', (element) => {
    if (element.tagName === 'tr') most = Math.max(most, element.children.filter(isCell).length);
  });
  return most <= 1;
}

function holdsTable(table: Element): boolean {
  let holds = false;
  visit(table, 'element', (element) => {
    if (element !== table && element.tagName === 'table') holds = true;
  });
  return holds;
}

function isCell(node: Element['children'][number]): node is Element {
  return isElement(node, /^t[dh]$/);
}

function unwrapTable(table: Element): void {
  table.tagName = 'div';
  for (const child of table.children) {
    if (isElement(child, /^(t(head|body|foot|r|d|h)|caption)$/)) unwrapTable(child);
  }
}

function unmarkBold(cell: Element): void {
  visit(cell, 'element', (element) => {
    if (/^(b|strong)$/.test(element.tagName)) element.tagName = 'span';
  });
}

/** Makes the first row the head: a table in Markdown always has one. */
function markHead(table: Element): void {
  let isFirst = true;
  visit(table, 'element', (element) => {
    if (element.tagName !== 'tr') return;
    if (isFirst) for (const cell of element.children) if (isCell(cell)) cell.tagName = 'th';
    isFirst = false;
  });
}

function takeCaptions(table: Element): Element[] {
  const captions: Element[] = [];
  replaceChildren(table, (child) => {
    if (!isElement(child, /^caption$/)) return [child];
    captions.push({ ...child, tagName: 'p' });
    return [];
  });
  return captions;
}

/**
 * Puts the contents of a cell on one line, since Markdown has no more in a cell: blanks separate its paragraphs,
 * entries and lines. Entries keep their numbers.
 */
export function putOnOneLine(parent: Element): void {
  replaceChildren(parent, (child) => {
    if (!isElement(child)) return [child];
    if (child.tagName === 'ol') {
      for (const [entry, number] of numbersOf(child)) {
        if (isElement(entry)) prependText(entry, `${number}. `);
      }
    }
    putOnOneLine(child);
    if (child.tagName === 'br') return [{ type: 'text', value: ' ' }];
    if (!BLOCK.test(child.tagName)) return [child];
    child.tagName = 'span';
    return [{ type: 'text', value: ' ' }, child, { type: 'text', value: ' ' }];
  });
}
