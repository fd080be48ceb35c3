import type { Element, ElementContent, Root } from 'hast';
import { writeNumber } from '../numbers.ts';
import { isElement, type Parent, replaceChildren } from './children.ts';
import type { ReadStyle } from './css.ts';

/**
 * Word's name of a number format by the `type` of a list (HTML, 4.4.5) and its `list-style-type` (CSS Counter Styles).
 */
const FORMATS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
};
/** The highest number that an entry of Markdown may have. */
const HIGHEST = 999_999_999;

/**
 * Changes the numbered lists of a page for Markdown, where numbers go up one by one. A list that skips numbers is cut
 * into several. Where a list counts backwards or in letters, each number is written before its entry.
 */
export function adaptLists(root: Root, styleOf: ReadStyle): void {
  const walk = (parent: Parent): void => {
    replaceChildren(parent, (child) => {
      if (!isElement(child)) return [child];
      if (/^[ou]l$/.test(child.tagName)) adoptLists(child);
      walk(child);
      if (child.tagName !== 'ol') return [child];
      const style = styleOf(child);
      const named = style.get('list-style-type') ?? style.get('list-style')?.split(/\s/)[0] ?? '';
      const format = FORMATS[String(child.properties.type ?? '')] ?? FORMATS[named] ?? 'decimal';
      return writeList(child, format);
    });
  };
  walk(root);
}

/** Moves each list that stands between the entries of another, as web editors write it, into the entry before it. */
function adoptLists(list: Element): void {
  let before: Element | undefined;
  replaceChildren(list, (child) => {
    if (isElement(child, /^[ou]l$/) && before !== undefined) {
      before.children.push(child);
      return [];
    }
    if (isElement(child, /^li$/)) before = child;
    return [child];
  });
}

/** The numbers of a list's entries: by its first number, its direction and their own values (HTML, 4.4.5 and 4.4.8). */
export function numbersOf({ children, properties }: Element): Map<ElementContent, number> {
  const entries = children.filter((child) => isElement(child, /^li$/));
  const isReversed = properties.reversed === true || properties.reversed === '';
  let next = wholeNumber(properties.start) ?? (isReversed ? entries.length : 1);
  return new Map(
    entries.map((entry) => {
      const number = (isElement(entry) ? wholeNumber(entry.properties.value) : undefined) ?? next;
      next = number + (isReversed ? -1 : 1);
      return [entry, number];
    }),
  );
}

function writeList(list: Element, format: string): ElementContent[] {
  const numbers = numbersOf(list);
  const counted = [...numbers.values()];
  const falls = counted.some((number, at) => number <= (counted[at - 1] ?? number - 1));
  const isWritten =
    format !== 'decimal' || falls || counted.some((number) => number < 0 || number > HIGHEST);
  if (isWritten) {
    for (const [entry, number] of numbers) {
      const label = `${writeNumber(number, format) ?? number}. `;
      if (isElement(entry)) prependText(entry, label);
    }
    return [{ ...list, tagName: 'ul', properties: {} }];
  }
  const lists: Element[] = [];
  let before: number | undefined;
  for (const child of list.children) {
    const number = numbers.get(child);
    if (
      lists.length === 0 ||
      (number !== undefined && before !== undefined && number !== before + 1)
    ) {
      const start = number ?? counted[0] ?? 1;
      lists.push({ ...list, properties: { start }, children: [] });
    }
    lists.at(-1)?.children.push(child);
    before = number ?? before;
  }
  return lists;
}

/** Writes a text at the start of an entry, in its first paragraph where it has one. */
export function prependText(entry: Element, value: string): void {
  const first = entry.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  if (isElement(first, /^(p|div)$/)) prependText(first, value);
  else entry.children.unshift({ type: 'text', value });
}

function wholeNumber(value: unknown): number | undefined {
  return /^\s*[+-]?\d+/.test(String(value)) ? Number.parseInt(String(value), 10) : undefined;
}
