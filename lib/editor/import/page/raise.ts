import type { Element, ElementContent, Root } from 'hast';
import { writeScript } from '../superscripts.ts';
import { BLOCK, isElement, type Parent, replaceChildren, textIn } from './children.ts';
import type { ReadStyle } from './css.ts';

/** Writes the superscripts and subscripts of a page, made by an element or a style, as plain text: 10⁶ and not 106. */
export function writeRaisedText(root: Root, styleOf: ReadStyle): void {
  let before = '';

  const kindOf = (element: Element): 'sup' | 'sub' | undefined => {
    if (element.tagName === 'sup' || element.tagName === 'sub') return element.tagName;
    const align = styleOf(element).get('vertical-align');
    return align === 'super' ? 'sup' : align === 'sub' ? 'sub' : undefined;
  };

  const walk = (parent: Parent): void => {
    replaceChildren(parent, (child) => {
      if (child.type === 'text') before = child.value.slice(-1) || before;
      if (!isElement(child)) return [child];
      if (child.tagName === 'br' || BLOCK.test(child.tagName)) before = '';
      const kind = kindOf(child);
      const raisedBehind = before;
      walk(child);
      return kind === undefined ? [child] : raise(kind, child, raisedBehind);
    });
  };
  walk(root);
}

function raise(kind: 'sup' | 'sub', element: Element, before: string): ElementContent[] {
  const text = textIn(element);
  const script = writeScript(kind, text, before);
  if (!('letters' in script)) {
    const mark = (value: string): ElementContent[] =>
      value === '' ? [] : [{ type: 'text', value }];
    return [...mark(script.before), ...element.children, ...mark(script.after)];
  }
  if (script.letters.length !== text.length) return [{ type: 'text', value: script.letters }];
  let at = 0;
  const write = (parent: Element): void => {
    for (const child of parent.children) {
      if (isElement(child)) write(child);
      if (child.type !== 'text') continue;
      const end = at + child.value.length;
      child.value = script.letters.slice(at, end);
      at = end;
    }
  };
  write(element);
  return element.children;
}
