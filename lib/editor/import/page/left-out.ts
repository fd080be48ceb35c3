import type { Element, ElementContent, Root } from 'hast';
import type { Notices } from '../notices.ts';
import { isElement, type Parent, replaceChildren, textIn } from './children.ts';
import type { ReadStyle } from './css.ts';

/** An invisible element with this part of the letters of its page is read: a script shows it later. */
const MOST = 0.75;
const STRUCK = /^(s|del|strike)$/;
/** What browsers never show as text. */
const CODE = /^(script|style)$/;

/**
 * Removes hidden and struck text from a page, and adds a notice for it. Without this, 80 after a struck 100 would be read
 * as 10080. Text with `aria-hidden` is not removed: only screen readers skip it, and a reader of the page sees it.
 */
export function leaveOut(root: Root, notices: Notices, styleOf: ReadStyle): void {
  const letters = lettersIn(root);

  const whyLeftOut = (element: Element): string | undefined => {
    const { tagName, properties } = element;
    if (CODE.test(tagName)) return 'A script or a style sheet was left out';
    const style = styleOf(element);
    const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
    if (STRUCK.test(tagName) || decoration.includes('line-through'))
      return 'Struck text was left out';
    const isHidden =
      properties.hidden === true ||
      properties.hidden === '' ||
      style.get('display') === 'none' ||
      style.get('mso-hide') === 'all';
    if (isHidden) return HIDDEN;
    const isInvisible =
      /^(hidden|collapse)$/.test(style.get('visibility') ?? '') ||
      /^(0+(\.0*)?|\.0+)%?$/.test(style.get('opacity') ?? '1');
    // Some pages hide their whole text until a script shows it.
    return isInvisible && lettersIn(element) < letters * MOST ? HIDDEN : undefined;
  };

  /** The text right before, by which the editor finds the place. */
  let before = '';
  const sweep = (parent: Parent, isTiny: boolean): void => {
    replaceChildren(parent, (child) => {
      if (child.type === 'text' && isTiny && child.value.trim() !== '') {
        notices.add(HIDDEN, child.value, before);
        return [];
      }
      if (child.type === 'text') before = (before + child.value).slice(-40);
      if (!isElement(child)) return [child];
      if (child.tagName === 'select') return chooseOption(child, notices);
      const why = whyLeftOut(child);
      if (why === undefined) {
        const size = styleOf(child).get('font-size');
        sweep(child, size === undefined ? isTiny : /^0+(\.0+)?[a-z%]*$/.test(size));
        return [child];
      }
      const text = textIn(child);
      if (CODE.test(child.tagName)) {
        if (text.trim() !== '') notices.add(why);
      } else if (text.trim() !== '' || holdsPicture(child)) notices.add(why, text, before);
      return [];
    });
  };
  sweep(root, false);
}

const HIDDEN = 'Hidden text was left out';

function lettersIn(node: Root | ElementContent): number {
  if (node.type === 'text') return node.value.replace(/\s/g, '').length;
  if (!('children' in node) || ('tagName' in node && CODE.test(node.tagName))) return 0;
  return node.children.reduce(
    (sum, child) => (child.type === 'doctype' ? sum : sum + lettersIn(child)),
    0,
  );
}

function holdsPicture(element: Element): boolean {
  return element.children.some(
    (child) => isElement(child) && (child.tagName === 'img' || holdsPicture(child)),
  );
}

/** The option that a list of options shows; the others are reported. */
function chooseOption(select: Element, notices: Notices): ElementContent[] {
  const options = optionsIn(select);
  const isMultiple = select.properties.multiple === true;
  const chosen = options.filter(({ properties }) => properties.selected === true);
  const shown = chosen.length > 0 || isMultiple ? chosen : options.slice(0, 1);
  for (const option of options) {
    if (!shown.includes(option))
      notices.add('An option that is not chosen was left out', textIn(option));
  }
  return shown.flatMap((option): ElementContent[] => [
    { type: 'text', value: ' ' },
    { type: 'text', value: textIn(option) },
    { type: 'text', value: ' ' },
  ]);
}

function optionsIn(element: Element): Element[] {
  return element.children
    .filter((child): child is Element => isElement(child))
    .flatMap((child) => (child.tagName === 'option' ? [child] : optionsIn(child)));
}
