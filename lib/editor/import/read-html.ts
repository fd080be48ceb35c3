import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isWebAddress, withoutTracking } from '#lib/content/prose/links.ts';
import { cleanHtml } from './clean-html.ts';
import { type Picture, pictureMark, readDataPicture } from './pictures.ts';
import { writeBlock } from './write-block.ts';

/** A document as Markdown, and the pictures that came in it; they stand at their marks. */
export type ReadDocument = { markdown: string; pictures: Picture[] };

/** Elements whose contents alone an issue shows, and which the converter would leave out or disguise. */
const PLAIN = [
  'del',
  's',
  'strike',
  'u',
  'mark',
  'ins',
  'dialog',
  'math',
  'menu',
  'svg',
  'noembed',
];
const plain: Handle = (state, element) => state.all(element);

const link: Handle = (state, element) => {
  const url = String(element.properties.href ?? '');
  // What such a link did, it did in its own page.
  if (url === '' || url.startsWith('#') || /^\s*javascript:/i.test(url)) return state.all(element);
  const properties = { href: withoutTracking(url) };
  return defaultHandlers.a(state, { ...element, properties });
};

/** The text, links and pictures of a page or of a paste, without its looks. */
export function readHtml(html: string): ReadDocument {
  const tree = fromHtml(html, { fragment: !/<(html|body)[\s>]/i.test(html) });
  cleanHtml(tree);
  const pictures = new Map<string, Picture>();
  const image: Handle = (_, { properties }) => {
    const url = String(properties.src ?? '').trim();
    const alt = String(properties.alt ?? '').trim();
    const picture = readDataPicture(url);
    if (picture !== undefined) {
      pictures.set(picture.name, picture);
      return { type: 'image', url: pictureMark(picture), alt };
    }
    // Another site's picture is not ours to show, nor is it there for good: the way to it is kept.
    if (isWebAddress(url)) {
      return { type: 'link', url, children: [{ type: 'text', value: alt || '图片' }] };
    }
    if (url === '' || /^data:/i.test(url)) return { type: 'text', value: alt };
    return { type: 'image', url, alt };
  };
  const handlers = Object.fromEntries(PLAIN.map((name) => [name, plain]));
  const root = toMdast(tree, { document: true, handlers: { ...handlers, a: link, img: image } });
  const markdown = (root.type === 'root' ? root.children : [])
    .flatMap((block): RootContent[] => (block.type === 'paragraph' ? splitLines(block) : [block]))
    .map((block) => writeBlock(block))
    .filter((text) => text !== '')
    .join('\n\n');
  return { markdown: `${markdown}\n`, pictures: [...pictures.values()] };
}

/** The lines of a paragraph, which its author parted without parting paragraphs. */
function splitLines({ children }: Paragraph): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map((line) => ({ type: 'paragraph', children: line }));
}
