import type { Element, ElementContent } from 'hast';
import { isElement, type Parent, replaceChildren, textIn } from './children.ts';

/** A paragraph that is a list entry in Word, and the marker that Word wrote for other programs. */
type WordEntry = { paragraph: Element; mark: string; level: number };

const IGNORED = /mso-list\s*:\s*ignore/i;
const LIST = /mso-list\s*:([^;]*)/i;
const LEVEL = /\blevel(\d)/i;
const BULLET = /^([^\p{L}\p{N}]*|o)$/u;
const NUMBER = /^[（(]?(\d{1,9})[.)）．、]?$/;

/**
 * Makes lists of the paragraphs that Word and WPS write for list entries. The marker stays in the text where a
 * numbered paragraph stands alone, as a title does, and where Markdown has no such list. Before a heading it is left
 * out.
 */
export function readWordLists(parent: Parent): void {
  const run: WordEntry[] = [];
  replaceChildren(parent, (child) => {
    const mark = isElement(child, /^(p|h[1-6])$/) ? takeMark(child) : undefined;
    if (isElement(child, /^p$/) && mark !== undefined) {
      run.push({ paragraph: child, mark, level: levelOf(child) });
      return [];
    }
    if (run.length > 0 && child.type === 'text' && child.value.trim() === '') return [];
    if (isElement(child)) readWordLists(child);
    return [...writeEntries(run.splice(0)), child];
  });
  for (const entry of writeEntries(run)) parent.children.push(entry);
}

/**
 * Takes the marker of a list out of a paragraph: elements with the style `mso-list: ignore`, or what stands in a
 * `supportLists` condition.
 */
function takeMark(parent: Element): string | undefined {
  const marks: string[] = [];
  const isClosed = parent.children.some((child) => isComment(child, 'endif'));
  let isMark = false;
  replaceChildren(parent, (child) => {
    if (isComment(child, 'if !supportLists')) isMark = isClosed;
    else if (isComment(child, 'endif')) isMark = false;
    else if (isMark || (isElement(child) && IGNORED.test(String(child.properties.style)))) {
      marks.push(textIn(child));
      return [];
    } else if (isElement(child)) {
      const mark = takeMark(child);
      if (mark !== undefined) marks.push(mark);
    }
    return [child];
  });
  return marks.length === 0 ? undefined : marks.join('').replace(/[\s\u00a0]+/g, '');
}

function isComment(node: ElementContent, value: string): boolean {
  return node.type === 'comment' && node.value.trim() === `[${value}]`;
}

function levelOf({ properties }: Element): number {
  const list = LIST.exec(String(properties.style))?.[1] ?? '';
  return Number(LEVEL.exec(list)?.[1] ?? 1);
}

function writeEntries(entries: WordEntry[]): Element[] {
  const made: Element[] = [];
  const open: { level: number; list: Element }[] = [];
  for (const { paragraph, mark, level } of entries) {
    const number = NUMBER.exec(mark)?.[1];
    const isAlone = entries.length === 1;
    const tagName = BULLET.test(mark) ? 'ul' : number !== undefined && !isAlone ? 'ol' : undefined;
    if (tagName === undefined) {
      const value = /[.)]$/.test(mark) ? `${mark} ` : mark;
      paragraph.children.unshift({ type: 'text', value });
      made.push(paragraph);
      open.length = 0;
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.list.tagName !== tagName) open.pop();
    const counted = tagName === 'ol' ? { value: String(number) } : {};
    const item: Element = { ...paragraph, tagName: 'li', properties: counted };
    const top = open.at(-1);
    if (top?.level === level) {
      top.list.children.push(item);
      continue;
    }
    const properties = tagName === 'ol' ? { start: Number(number) } : {};
    const list: Element = { type: 'element', tagName, properties, children: [item] };
    const above = top?.list.children.at(-1);
    if (isElement(above)) above.children.push(list);
    else made.push(list);
    open.push({ level, list });
  }
  return made;
}
