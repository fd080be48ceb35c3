import type { Element, ElementContent } from 'hast';
import type { ElementContent as XmlContent } from 'xast';
import { type Attributes, x } from 'xastscript';
import { absoluteAddress } from '#lib/site/address.ts';
import { altOf, readHtml } from '../html-tree.ts';
import type { Pictures } from '../pictures.ts';

/** What is needed to resolve the addresses in an item's HTML. */
export type BodyContext = {
  /** The address of the page that the HTML stands on. */
  base: string;
  pictures: Pictures;
  /** The place in the book of what the site has at an address; `undefined` where the book does not have it. */
  inBook: (address: string) => string | undefined;
};

/** The elements that are written as they are. */
const COPIED = new Set(
  'p ul ol li blockquote table thead tbody tr pre code em strong br hr del sup sub'.split(' '),
);

/** Converts HTML of an issue to XHTML for e-books (https://www.w3.org/TR/epub-33/#sec-xhtml). */
export function toXhtml(html: string, context: BodyContext): XmlContent[] {
  return convertAll(readHtml(html), { ...context, isInLink: false });
}

type Context = BodyContext & { isInLink: boolean };

function convertAll(nodes: readonly ElementContent[], context: Context): XmlContent[] {
  return nodes.flatMap((node): XmlContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    return node.type === 'element' ? convert(node, context) : [];
  });
}

function convert(element: Element, context: Context): XmlContent[] {
  const { tagName, properties } = element;
  const children = () => convertAll(element.children, context);
  if (tagName === 'a') return link(element, context);
  if (tagName === 'img') return picture(element, context);
  // In the book h1 and h2 are the section and the item; on the page h1 to h3 are the issue, the section and the item.
  const depth = /^h([1-6])$/.exec(tagName)?.[1];
  if (depth !== undefined) return [x(`h${Math.max(3, Number(depth) - 1)}`, {}, children())];
  if (tagName === 'td' || tagName === 'th') {
    const { align } = properties;
    // Tables of Markdown have `align`, which HTML has no more.
    const style = typeof align === 'string' ? `text-align: ${align}` : undefined;
    return [x(tagName, { style }, children())];
  }
  if (!COPIED.has(tagName)) return children();
  return [x(tagName, attributesOf(element), children())];
}

function attributesOf({ tagName, properties }: Element): Attributes {
  if (tagName === 'ol' && typeof properties.start === 'number') return { start: properties.start };
  if (tagName === 'blockquote' && Array.isArray(properties.className)) {
    return { class: properties.className.join(' ') };
  }
  return {};
}

function link({ properties, children }: Element, context: Context): XmlContent[] {
  const address = absoluteAddress(properties.href, context.base);
  const text = convertAll(children, { ...context, isInLink: true });
  if (address === undefined || context.isInLink) return text;
  return [x('a', { href: context.inBook(address) ?? address }, text)];
}

/** A picture that the book has, or else a link to it: a book may load none from elsewhere. */
function picture(element: Element, context: Context): XmlContent[] {
  const { pictures, base, isInLink } = context;
  const address = absoluteAddress(element.properties.src, base);
  const embedded = address === undefined ? undefined : pictures.get(address);
  const alt = altOf(element);
  if (embedded !== undefined) return [x('img', { src: `pictures/${embedded.name}`, alt })];
  if (address === undefined || isInLink) return [{ type: 'text', value: alt }];
  return [x('a', { href: address }, alt)];
}
