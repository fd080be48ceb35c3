import type { Element, ElementContent } from 'hast';
import type { ElementContent as XmlContent } from 'xast';
import { type Attributes, x } from 'xastscript';
import { absoluteAddress } from '#lib/site/address.ts';
import { altOf, readHtml } from '../html-tree.ts';
import type { Pictures } from '../pictures.ts';

/** What the body of an item refers to. */
export type BodyContext = {
  /** The address of the page that the HTML is from. */
  base: string;
  pictures: Pictures;
  /** Where what stands at an address of the site stands in the book, if it does. */
  inBook: (address: string) => string | undefined;
};

/** What an issue's HTML holds, and of its attributes those that mean something in a book. */
const KEPT = new Set(
  'p ul ol li blockquote table thead tbody tr pre code em strong br hr del sup sub'.split(' '),
);

/** HTML of an issue as XHTML for a reading system (https://www.w3.org/TR/epub-33/#sec-xhtml). */
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
  // The book's own headings are h1 and h2, where the page has those and h3.
  const depth = /^h([1-6])$/.exec(tagName)?.[1];
  if (depth !== undefined) return [x(`h${Math.max(3, Number(depth) - 1)}`, {}, children())];
  if (tagName === 'td' || tagName === 'th') {
    const { align } = properties;
    // `align`, which Markdown's tables come with, is no attribute of HTML any more.
    const style = typeof align === 'string' ? `text-align: ${align}` : undefined;
    return [x(tagName, { style }, children())];
  }
  if (!KEPT.has(tagName)) return children();
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

/** A picture of ours, else the way to it: a book may not fetch one as it is read. */
function picture(element: Element, context: Context): XmlContent[] {
  const { pictures, base, isInLink } = context;
  const address = absoluteAddress(element.properties.src, base);
  const embedded = address === undefined ? undefined : pictures.get(address);
  const alt = altOf(element);
  if (embedded !== undefined) return [x('img', { src: `pictures/${embedded.name}`, alt })];
  if (address === undefined || isInLink) return [{ type: 'text', value: alt }];
  return [x('a', { href: address }, alt)];
}
