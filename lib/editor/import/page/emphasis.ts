import type { Element, ElementContent } from 'hast';
import { SOURCE_WORD } from '#lib/content/attribution/source-words.ts';
import { BLOCK, isElement, type Parent, replaceChildren, textIn } from './children.ts';

const EMPHASIS = /^(b|strong|em|i)$/;

/** Moves blanks and line breaks from the end of emphasis out of it: in Markdown, the closing mark follows a letter. */
export function liftBlanks(parent: Parent): void {
  replaceChildren(parent, (child) => {
    if (!isElement(child)) return [child];
    liftBlanks(child);
    if (!EMPHASIS.test(child.tagName)) return [child];
    const last = child.children.at(-1);
    if (isElement(last, /^br$/)) return [child, ...child.children.splice(-1)];
    if (last?.type !== 'text' || !/\s$/.test(last.value)) return [child];
    last.value = last.value.trimEnd();
    if (last.value === '') child.children.pop();
    const blank = { type: 'text', value: ' ' } as const;
    return child.children.length === 0 ? [blank] : [child, blank];
  });
}

/** More emphasis in one element than anyone writes by hand. Markdown parsers take quadratic time over it. */
const MOST = 1_000;

/** Removes emphasis where a program put it on almost every character. */
export function dropExcess(parent: Parent): void {
  const marks = parent.children.filter((child) => isElement(child, EMPHASIS)).length;
  replaceChildren(parent, (child) => {
    if (!isElement(child)) return [child];
    dropExcess(child);
    return marks > MOST && EMPHASIS.test(child.tagName) ? child.children : [child];
  });
}

/** Joins neighbouring bold elements: Word cuts bold into pieces, such as 【标题 and 】. */
export function joinStrong(parent: Parent): void {
  let before: ElementContent | undefined;
  replaceChildren(parent, (child) => {
    if (isStrong(child) && isStrong(before)) {
      for (const each of child.children) before.children.push(each);
      return [];
    }
    before = child;
    return [child];
  });
  for (const child of parent.children) if (isElement(child)) joinStrong(child);
}

function isStrong(node: ElementContent | undefined): node is Element {
  return isElement(node, /^(b|strong)$/);
}

/** Sources at the end of a line, from their bracket or label on, and titles in brackets at its start. */
const WHOLE = new RegExp(
  String.raw`(?:[（(【[［][ \t\u3000]{0,9})?${SOURCE_WORD}[ \t\u3000]{0,9}[:：|｜丨][^\n。]{1,80}$|^[ \t\u3000]*【[^【】\n]+】`,
  'gim',
);

/** Removes emphasis that begins or ends inside a source or a title. Emphasis around a whole one stays. */
export function unstressParts(parent: Parent): void {
  if (parent.type === 'element' && !parent.children.some((child) => isElement(child, BLOCK))) {
    const text = textIn(parent);
    for (const { 0: whole, index } of text.matchAll(WHOLE)) {
      unstress(parent, 0, index, index + whole.length);
    }
    return;
  }
  for (const child of parent.children) if (isElement(child)) unstressParts(child);
}

/**
 * Removes the emphasis in an element that covers only a part of the text between `from` and `to`.
 * @param at where the text of the element begins
 */
function unstress(parent: Element, at: number, from: number, to: number): void {
  let start = at;
  replaceChildren(parent, (child) => {
    const own = start;
    start += textIn(child).length;
    if (!isElement(child) || start <= from || own >= to) return [child];
    unstress(child, own, from, to);
    const holdsAll = own <= from && start >= to;
    return EMPHASIS.test(child.tagName) && !holdsAll ? child.children : [child];
  });
}
