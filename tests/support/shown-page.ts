import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page or a part of one as a reader sees it: its elements, and its text without blanks. */
export type ShownPage = { elements: Element[]; text: string };

export function showPage(html: string): ShownPage {
  return showElement(parse(html));
}

export function showElement(node: Node | undefined): ShownPage {
  const elements = node === undefined ? [] : elementsOf(node);
  return { elements, text: squeeze(textOf(node)) };
}

function elementsOf(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  const below = node.childNodes.flatMap(elementsOf);
  return 'tagName' in node ? [node, ...below] : below;
}

export function find(
  page: ShownPage,
  tag: string,
  name?: string,
  value?: string,
): Element | undefined {
  return page.elements.find(
    (each) => each.tagName === tag && (name === undefined || attributeOf(each, name) === value),
  );
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value;
}

export const ownText = (node: Node) => ('value' in node ? node.value : '');

/** The text that is shown, without scripts, styles and the head. */
export function textOf(node: Node | undefined): string {
  if (node === undefined || ('tagName' in node && /^(head|script|style)$/.test(node.tagName)))
    return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ownText(node);
}

export const squeeze = (text: string) => text.replace(/\s+/g, '');
