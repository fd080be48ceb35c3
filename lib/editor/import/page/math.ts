import type { Element, Root, RootContent } from 'hast';
import type { Notices } from '../notices.ts';
import { bracketed, writeScript } from '../superscripts.ts';
import { isElement, type Parent, replaceChildren } from './children.ts';

/** The elements of a formula that are meant for other programs, or that take up room without being seen. */
const UNSEEN = /^(annotation|annotation-xml|mphantom|mspace)$/;

/**
 * Writes the formulas of a page (MathML Core) on one line, as for Word documents: otherwise the digits of a fraction
 * would become one number. A drawing of the formula beside it, marked as `aria-hidden`, is left out.
 */
export function writeFormulas(root: Root, notices: Notices): void {
  const holders = holdersOf(root);
  const walk = (parent: Parent): void => {
    const holdsFormula = parent.children.some((child) => isElement(child) && holders.has(child));
    replaceChildren(parent, (child) => {
      if (!isElement(child)) return [child];
      if (child.tagName === 'math') {
        notices.add('A formula was put on one line: see whether it says the same');
        return [{ type: 'text', value: childrenOf(child, '') }];
      }
      if (holdsFormula && !holders.has(child) && child.properties.ariaHidden === 'true') return [];
      walk(child);
      return [child];
    });
  };
  if (holders.size > 0) walk(root);
}

/** The formulas of a page and all elements around them. */
function holdersOf(root: Root): Set<Parent> {
  const holders = new Set<Parent>();
  const find = (parent: Parent): boolean => {
    const inside = parent.children.filter((child) => isElement(child) && find(child));
    const holds = inside.length > 0 || (parent.type === 'element' && parent.tagName === 'math');
    if (holds) holders.add(parent);
    return holds;
  };
  find(root);
  return holders;
}

function writeMath(node: RootContent | undefined): string {
  if (node?.type === 'text') return node.value.trim();
  if (!isElement(node) || UNSEEN.test(node.tagName)) return '';
  const [first, second, third] = node.children.filter((child) => isElement(child)).map(writeMath);
  const base = bracketed(first ?? '');
  switch (node.tagName) {
    case 'msup':
    case 'mover':
      return base + script('sup', second);
    case 'msub':
    case 'munder':
      return base + script('sub', second);
    case 'msubsup':
    case 'munderover':
      return base + script('sub', second) + script('sup', third);
    case 'mfrac':
      return `${base}/${bracketed(second ?? '')}`;
    case 'msqrt':
      return `√${bracketed(childrenOf(node, ''))}`;
    case 'mroot':
      return `${second}√${base}`;
    case 'mfenced':
      return `${node.properties.open ?? '('}${childrenOf(node, ',')}${node.properties.close ?? ')'}`;
    case 'mtable':
      return childrenOf(node, '; ');
    case 'mtr':
      return childrenOf(node, ' ');
    default:
      return childrenOf(node, '');
  }
}

function childrenOf(node: Element, between: string): string {
  return node.children
    .map(writeMath)
    .filter((text) => text !== '')
    .join(between);
}

function script(kind: 'sup' | 'sub', text = ''): string {
  const written = writeScript(kind, text, '');
  return 'letters' in written ? written.letters : written.before + text + written.after;
}
