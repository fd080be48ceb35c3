import { bracketed } from '../superscripts.ts';
import type { Xml } from './xml.ts';

/**
 * Writes a formula (ECMA-376-1, 22.1) on one line: `a/(b+c)`, `x^2`, `√(x)`. All its letters and digits are there.
 * Without the signs, the two halves of a fraction would become one number.
 */
export function writeFormula(node: Xml | string): string {
  if (typeof node === 'string') return '';
  const part = (name: string) => {
    const argument = node.children.find(
      (child) => typeof child !== 'string' && child.name === name,
    );
    return argument === undefined ? '' : writeFormula(argument);
  };
  const mark = (name: string, usual: string) => {
    const properties = node.children.find(
      (child): child is Xml => typeof child !== 'string' && child.name === `${node.name}Pr`,
    );
    const property = properties?.children.find(
      (child): child is Xml => typeof child !== 'string' && child.name === name,
    );
    return property?.attributes['m:val'] ?? usual;
  };
  const scripts = () => script('_', part('m:sub')) + script('^', part('m:sup'));
  switch (node.name) {
    case 'm:t':
    case 'w:t':
      return node.children.filter((child) => typeof child === 'string').join('');
    case 'm:f':
      return `${bracketed(part('m:num'))}/${bracketed(part('m:den'))}`;
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      return bracketed(part('m:e')) + scripts();
    case 'm:rad':
      return `${part('m:deg')}√${bracketed(part('m:e'))}`;
    case 'm:nary':
      return `${mark('m:chr', '∫')}${scripts()} ${part('m:e')}`;
    case 'm:d':
      return `${mark('m:begChr', '(')}${childrenOf(node, mark('m:sepChr', '|'))}${mark('m:endChr', ')')}`;
    case 'm:mr':
    case 'm:eqArr':
    case 'm:func':
      return childrenOf(node, ' ');
    case 'm:m':
      return childrenOf(node, '; ');
    // What was deleted under track changes.
    case 'w:del':
    case 'w:moveFrom':
      return '';
    default:
      return childrenOf(node, '');
  }
}

function childrenOf({ children }: Xml, between: string): string {
  return children
    .map(writeFormula)
    .filter((text) => text !== '')
    .join(between);
}

function script(mark: string, text: string): string {
  return text === '' ? '' : mark + bracketed(text);
}
