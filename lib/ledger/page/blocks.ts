import { type Element, isElement, type Node, pushChildren } from './elements.ts';
import type { PassOver } from './furniture-elements.ts';

/** Elements that do not begin a paragraph of their own. */
const INLINE = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'font',
    'i',
  ],
  ...['kbd', 'label', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub'],
  ...['sup', 'time', 'tt', 'u', 'var', 'wbr', 'img', 'picture', 'o:p'],
]);

/** Whether an element stands in a line of text. */
export function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName);
}

/** A block that is mostly links leads to other pages. */
const MOSTLY = 0.6;
/** Cells stand side by side: a row is one line. */
const CELLS = new Set(['td', 'th']);

/** The texts of the blocks in an element: paragraphs, list items, rows of tables. */
export function blocksOf(root: Element, isPassedOver: PassOver): string[] {
  const blocks: { text: string; linked: number }[] = [{ text: '', linked: 0 }];
  const begin = () => blocks.push({ text: '', linked: 0 });
  // What is done behind an element stands on the stack too.
  const left: (Node | (() => void))[] = [root];
  let inLink = false;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'function') next();
    else if (next.nodeName === '#text' && 'value' in next) {
      const block = blocks.at(-1);
      if (block === undefined) continue;
      block.text += next.value;
      if (inLink) block.linked += next.value.trim().length;
    } else if (isElement(next)) {
      if (next !== root && (isPassedOver(next) || /^h\d$/.test(next.tagName))) {
        begin();
        continue;
      }
      const own = !INLINE.has(next.tagName) && !CELLS.has(next.tagName);
      if (own) {
        begin();
        left.push(begin);
      }
      if (CELLS.has(next.tagName)) left.push(() => addTo(blocks.at(-1), ' '));
      if (next.tagName === 'a' && !inLink) {
        inLink = true;
        left.push(() => {
          inLink = false;
        });
      }
      pushChildren(left, next.childNodes);
    }
  }
  return blocks
    .map(({ text, linked }) => ({ text: text.replace(/\s+/g, ' ').trim(), linked }))
    .filter(({ text, linked }) => text !== '' && linked < MOSTLY * text.length)
    .map(({ text }) => text);
}

function addTo(block: { text: string } | undefined, text: string): void {
  if (block !== undefined) block.text += text;
}
