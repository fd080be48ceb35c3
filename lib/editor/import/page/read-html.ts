import type { RootContent as PageContent, Root } from 'hast';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { blockText } from '#lib/content/markdown.ts';
import { isWebAddress, withoutTracking } from '#lib/content/prose/links.ts';
import { writeBlock } from '#lib/editions/markdown/write-block.ts';
import { findLost } from '../find-lost.ts';
import { assertLength } from '../length.ts';
import { type Picture, pictureMark, readDataPicture } from '../pictures.ts';
import { Told } from '../told.ts';
import { cleanHtml } from './clean-html.ts';
import { parsePage } from './parse-page.ts';

/**
 * A document as Markdown, the pictures that came in it, which stand at their marks, and sentences on
 * what of it is not there.
 */
export type ReadDocument = { markdown: string; pictures: Picture[]; told: string[] };

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
/** Elements whose text no page shows. */
const UNSEEN = /^(head|script|style|template|title)$/;
const plain: Handle = (state, element) => state.all(element);

const link: Handle = (state, element) => {
  const url = String(element.properties.href ?? '');
  // What such a link did, it did in its own page.
  if (url === '' || url.startsWith('#') || /^\s*javascript:/i.test(url)) return state.all(element);
  const properties = { href: withoutTracking(url) };
  return defaultHandlers.a(state, { ...element, properties });
};

/**
 * The text, links and pictures of a page or of a paste, without its looks.
 * @param texts what must be in it, where the page was made of something else than HTML
 * @throws Failure for more text than an issue may have, and as `parsePage` does
 */
export function readHtml(html: string, name: string, texts?: readonly string[]): ReadDocument {
  const tree = parsePage(html, name);
  cleanHtml(tree);
  const told = new Told();
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
    const kind = /^data:([^;,]*)/i.exec(url)?.[1];
    if (url === '' || kind !== undefined) {
      told.add(
        kind
          ? `A picture was left out, being ${kind}: save it as PNG or JPEG`
          : 'A picture was left out: the page loads it from elsewhere',
        alt,
      );
      return { type: 'text', value: alt };
    }
    return { type: 'image', url, alt };
  };
  const handlers = Object.fromEntries(PLAIN.map((name) => [name, plain]));
  const root = toMdast(tree, { document: true, handlers: { ...handlers, a: link, img: image } });
  const blocks = (root.type === 'root' ? root.children : []).flatMap((block): RootContent[] =>
    block.type === 'paragraph' ? splitLines(block) : [block],
  );
  assertLength(blockText(blocks), name);
  const markdown = blocks
    .map((block) => writeBlock(block))
    .filter((text) => text !== '')
    .join('\n\n');
  for (const text of findLost(texts ?? textsIn(tree), textOf(root, { includeImageAlt: false }))) {
    told.add('Text was left out: type it in', text);
  }
  return { markdown: `${markdown}\n`, pictures: [...pictures.values()], told: told.list() };
}

/** The pieces of text that a page shows. */
function textsIn(node: Root | PageContent): string[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node) || ('tagName' in node && UNSEEN.test(node.tagName))) return [];
  return node.children.flatMap(textsIn);
}

/** The lines of a paragraph, which its author parted without parting paragraphs. */
function splitLines({ children }: Paragraph): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map((line) => ({ type: 'paragraph', children: withoutIndent(line) }));
}

/** What stands on a line without the blanks that set it in: issues have none, nor does Markdown beside marks. */
function withoutIndent([first, ...others]: PhrasingContent[]): PhrasingContent[] {
  if (first === undefined) return [];
  if (first.type === 'text') {
    const value = first.value.trimStart();
    return value === '' ? withoutIndent(others) : [{ ...first, value }, ...others];
  }
  if (first.type !== 'strong' && first.type !== 'emphasis') return [first, ...others];
  const children = withoutIndent(first.children);
  return children.length === 0 ? withoutIndent(others) : [{ ...first, children }, ...others];
}
