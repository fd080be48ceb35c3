import { ExternalHyperlink, ImageRun, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Element, ElementContent } from 'hast';
import { absoluteAddress } from '#lib/site/address.ts';
import { altOf, textOf } from '../html-tree.ts';
import type { Pictures } from '../pictures.ts';
import { linkTo } from './parts.ts';

/** What text refers to: the address of the page it is from, and the pictures to be embedded. */
export type InlineContext = { base: string; pictures: Pictures };

type Look = Pick<IRunOptions, 'bold' | 'style'>;

/** The width that a page leaves to its text, in pixels of 1/96 inch: A4 less two margins of 2.54 cm. */
const WIDEST = 600;

/** Inline HTML as the runs of a paragraph. */
export function toRuns(
  nodes: readonly ElementContent[],
  context: InlineContext,
  look: Look = {},
): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (node.type === 'text') {
      // As browsers do; ideographic spaces are none of these.
      const text = node.value.replace(/[ \t\r\n]+/g, ' ');
      return text === '' ? [] : [new TextRun({ text, ...look })];
    }
    return node.type === 'element' ? elementRuns(node, context, look) : [];
  });
}

function elementRuns(element: Element, context: InlineContext, look: Look): ParagraphChild[] {
  const { tagName, children, properties } = element;
  if (tagName === 'br') return [new TextRun({ break: 1 })];
  if (tagName === 'strong') return toRuns(children, context, { ...look, bold: true });
  if (tagName === 'em') return toRuns(children, context, { ...look, style: 'Emphasis' });
  if (tagName === 'code') return toRuns(children, context, { ...look, style: 'HTMLCode' });
  if (tagName === 'img') return pictureRuns(element, context);
  const link = tagName === 'a' ? absoluteAddress(properties.href, context.base) : undefined;
  if (link === undefined) return toRuns(children, context, look);
  const pictures = children.some((child) => child.type === 'element' && child.tagName === 'img');
  // Word links text; a picture in a link stands before it.
  const runs = pictures ? toRuns(children, context, look) : [];
  const text = textOf(children).replace(/[ \t\r\n]+/g, ' ');
  if (text.trim() === '') return pictures ? runs : [];
  const linked = new TextRun({ ...look, text, style: 'Hyperlink' });
  return [...runs, new ExternalHyperlink({ link, children: [linked] })];
}

/** A picture of ours; for any other, the way to it. */
function pictureRuns(element: Element, { base, pictures }: InlineContext): ParagraphChild[] {
  const address = absoluteAddress(element.properties.src, base);
  const alt = altOf(element);
  if (address === undefined) return [new TextRun(alt)];
  const picture = pictures.get(address);
  if (picture === undefined) return [linkTo(address, alt)];
  const { type, bytes, width, height, name } = picture;
  const scale = Math.min(1, WIDEST / width);
  const size = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  return [
    new ImageRun({
      type,
      data: bytes,
      transformation: { width: size(width), height: size(height) },
      altText: { name, description: alt, title: alt },
    }),
  ];
}
