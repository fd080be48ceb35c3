import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { textIn } from './children.ts';

/** Property and value of the declarations that apply to an element, in lower case. */
type Declarations = ReadonlyMap<string, string>;
/** Reads the style of an element. */
export type ReadStyle = (element: Element) => Declarations;

/** A rule with one simple selector: a tag, a class, an id, or a tag with one of these. */
type StyleRule = { selector: string; declarations: string };

const RULE = /(?<![^{}])([^{}]+)\{([^{}]*)\}/g;
const SELECTOR = /^([a-z][\w-]*)?([.#][\w-]+)?$/i;

/**
 * Returns a function that reads the style of an element from the style sheets in its page and its own `style`. Only
 * rules for a tag, a class or an id are read, and no media queries: that is enough to know what a page hides or
 * strikes.
 */
export function styleReader(root: Root): ReadStyle {
  const rules = new Map<string, { order: number; declarations: string }[]>();
  let order = 0;
  visit(root, 'element', (element) => {
    if (element.tagName !== 'style') return;
    for (const { selector, declarations } of rulesIn(element.children.map(textIn).join(''))) {
      order += 1;
      const known = rules.get(selector) ?? [];
      known.push({ order, declarations });
      rules.set(selector, known);
    }
  });
  const known = new WeakMap<Element, Declarations>();
  return (element) => {
    const declarations = known.get(element) ?? readDeclarations(styleOf(element));
    known.set(element, declarations);
    return declarations;
  };

  function styleOf({ tagName, properties }: Element): string {
    const { className, id, style } = properties;
    const own = typeof style === 'string' ? style : '';
    if (order === 0) return own;
    const classes = Array.isArray(className) ? className.map((name) => `.${name}`) : [];
    const marks = id === undefined ? classes : [...classes, `#${id}`];
    const selectors = new Set([tagName, ...marks, ...marks.map((mark) => tagName + mark)]);
    const matching = [...selectors].flatMap((selector) => rules.get(selector) ?? []);
    matching.sort((one, other) => one.order - other.order);
    return [...matching.map(({ declarations }) => declarations), own].join(';');
  }
}

function rulesIn(sheet: string): StyleRule[] {
  return Array.from(withoutQueries(sheet).matchAll(RULE)).flatMap(([, selectors = '', body = '']) =>
    selectors.split(',').flatMap((each): StyleRule[] => {
      const [whole, tag = '', mark = ''] = SELECTOR.exec(each.trim()) ?? [];
      return whole ? [{ selector: tag.toLowerCase() + mark, declarations: body }] : [];
    }),
  );
}

/** A style sheet without comments and without `@` rules, such as those for print or for small screens. */
function withoutQueries(sheet: string): string {
  const [first = '', ...others] = sheet.split('/*');
  const uncommented = others.map((piece) => {
    const end = piece.indexOf('*/');
    return end === -1 ? '' : piece.slice(end + 2);
  });
  const plain = [first, ...uncommented].join('').replace(/<!--|-->/g, '');
  let read = '';
  let depth = 0;
  let skippedFrom = 0;
  for (const piece of plain.split(/(?<=[{};])/)) {
    if (skippedFrom === 0 && depth === 0 && /^\s*@/.test(piece)) {
      if (piece.endsWith(';')) continue;
      skippedFrom = 1;
    }
    if (piece.endsWith('{')) depth += 1;
    if (skippedFrom === 0) read += piece;
    if (piece.endsWith('}')) depth = Math.max(0, depth - 1);
    if (depth === 0) skippedFrom = 0;
  }
  return read;
}

function readDeclarations(style: string): Declarations {
  const declarations = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const at = declaration.indexOf(':');
    if (at === -1) continue;
    const value = declaration.slice(at + 1).replace(/!\s*important/i, '');
    declarations.set(declaration.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}
