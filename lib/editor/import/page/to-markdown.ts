import type { Root } from 'hast';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import type { Root as MarkdownRoot, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isWebAddress, withoutTracking } from '#lib/content/prose/links.ts';
import type { Notices } from '../notices.ts';
import { type ImportedPicture, picturePlaceholder, readDataPicture } from '../pictures/pictures.ts';
import { textIn } from './children.ts';

/** Elements of which an issue shows only the contents. The converter would leave them out or change them. */
const PLAIN = ['u', 'mark', 'ins', 'dialog', 'menu', 'svg', 'noembed', 'noframes', 'embed'];
const plain: Handle = (state, element) => state.all(element);

const link: Handle = (state, element) => {
  const url = String(element.properties.href ?? '');
  // Such a link only worked in its own page.
  if (url === '' || url.startsWith('#') || /^\s*javascript:/i.test(url)) return state.all(element);
  const properties = { ...element.properties, href: withoutTracking(url) };
  return defaultHandlers.a(state, { ...element, properties });
};

/** A link. In a Word edition, a link may stand for a picture of another site, and becomes that picture again. */
const exactLink: Handle = (state, element, parent) => {
  const { href, title } = element.properties;
  const [only, ...others] = element.children;
  const isPicture = only?.type === 'element' && only.tagName === 'picture' && others.length === 0;
  if (!isPicture) return link(state, element, parent);
  const alt = textIn(only);
  const url = String(href ?? '');
  if (typeof title !== 'string') return { type: 'image', url, alt };
  return { type: 'link', url, children: [{ type: 'image', url: title, alt }] };
};

/** A list entry with blank lines inside only where the page has paragraphs there. The library adds some. */
const exactEntry: Handle = (state, element) => ({
  type: 'listItem',
  spread: element.children.some((child) => child.type === 'element' && child.tagName === 'p'),
  children: state.toFlow(state.all(element)),
});

/** A heading. Preformatted text in it is plain text: a heading is one line, and the fences of code would be lines of their own. */
const heading: Handle = (state, element) => {
  const made = defaultHandlers.h1(state, element);
  const around: MarkdownRoot = { type: 'root', children: [made] };
  visit(around, 'code', ({ value }, index, parent) => {
    if (index !== undefined)
      parent?.children.splice(index, 1, { type: 'text', value: value.replace(/\s+/g, ' ') });
  });
  return made;
};
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * The Markdown tree of a cleaned page, and the pictures of its `data:` addresses, for which placeholders stand in the
 * tree. Pictures that an issue cannot show are reported.
 * @param isExact whether the page is a Word edition of an issue, in which every element has a meaning
 */
export function toMarkdownTree(
  tree: Root,
  notices: Notices,
  isExact = false,
): { blocks: RootContent[]; pictures: ImportedPicture[] } {
  const pictures = new Map<string, ImportedPicture>();
  const image: Handle = (_, { properties }) => {
    const url = String(properties.src ?? '').trim();
    const alt = String(properties.alt ?? '').trim();
    const title = properties.title ? { title: String(properties.title) } : {};
    const picture = readDataPicture(url);
    if (picture !== undefined) {
      pictures.set(picture.name, picture);
      return { type: 'image', url: picturePlaceholder(picture), alt, ...title };
    }
    // A picture of another site is not ours to copy, and may disappear: the issue links to it.
    if (isWebAddress(url)) {
      return { type: 'link', url, children: [{ type: 'text', value: alt || '图片' }] };
    }
    const kind = /^data:([^;,]*)/i.exec(url)?.[1];
    if (url === '' || kind !== undefined) {
      notices.add(
        kind
          ? `A picture of the type ${kind} was left out: save it as PNG or JPEG`
          : 'A picture was left out: the page loads it from elsewhere',
        alt,
      );
      return { type: 'text', value: alt };
    }
    return { type: 'image', url, alt, ...title };
  };
  const handlers = {
    ...Object.fromEntries(PLAIN.map((name) => [name, plain])),
    ...Object.fromEntries(HEADINGS.map((name) => [name, heading])),
    ...{ a: link, img: image },
    ...(isExact ? { a: exactLink, li: exactEntry } : {}),
  };
  const root = toMdast(tree, { document: true, handlers });
  return { blocks: root.type === 'root' ? root.children : [], pictures: [...pictures.values()] };
}
