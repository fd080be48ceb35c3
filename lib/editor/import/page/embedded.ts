import type { Element, ElementContent, Root } from 'hast';
import { isWebAddress } from '#lib/content/prose/links.ts';
import type { Notices } from '../notices.ts';
import { isElement, type Parent, replaceChildren, textIn } from './children.ts';

/** Elements that embed other content, and the text of the link to it where it has no title. */
const NAMES: Record<string, string> = {
  iframe: '内嵌网页',
  frame: '内嵌网页',
  video: '视频',
  audio: '音频',
  embed: '内嵌内容',
  object: '内嵌内容',
};
const DRAWING = /^(svg|canvas)$/;

/**
 * Replaces frames, videos and recordings by links: an issue cannot show them, but they are part of the news. One
 * without a web address is reported. The text for browsers that cannot show them stays.
 */
export function linkEmbedded(root: Root, notices: Notices): void {
  const walk = (parent: Parent, isLinked: boolean): void => {
    replaceChildren(parent, (child) => {
      if (!isElement(child)) return [child];
      walk(child, isLinked || child.tagName === 'a');
      if (DRAWING.test(child.tagName)) {
        if (child.properties.ariaHidden !== 'true')
          notices.add(
            'A drawing was left out except for its text: save it as a picture',
            textIn(child),
          );
        return child.tagName === 'svg' ? withoutTitles(child) : [child];
      }
      const name = NAMES[child.tagName];
      return name === undefined ? [child] : linksOf(child, name, notices, isLinked);
    });
  };
  walk(root, false);
}

/** The links to what an element embeds. A link cannot hold another one, so inside of a link the address is reported. */
function linksOf(
  element: Element,
  name: string,
  notices: Notices,
  isLinked: boolean,
): ElementContent[] {
  const { title, srcDoc } = element.properties;
  const addresses = [...new Set(addressesIn(element))];
  const rest = element.children.filter((child) => !isElement(child, /^(source|track|param)$/));
  if (addresses.length === 0) {
    notices.add(
      'An embedded part was left out: the page loads it from elsewhere',
      String(title ?? srcDoc ?? name),
    );
    return rest;
  }
  const links = addresses.flatMap((address): ElementContent[] => {
    const href = address.startsWith('//') ? `https:${address}` : address;
    if (isLinked || !isWebAddress(href)) {
      notices.add('An embedded part was left out: give its address on the web', address);
      return [];
    }
    const text: ElementContent = { type: 'text', value: String(title || name) };
    return [{ type: 'element', tagName: 'a', properties: { href }, children: [text] }];
  });
  return [...links, ...rest];
}

/** The addresses of what an element embeds: its own, or those of its sources. */
function addressesIn({ properties, children }: Element): string[] {
  const { src, data, dataSrc } = properties;
  const own = [src, data, dataSrc].find(
    (each) => typeof each === 'string' && each !== '' && !/^about:/.test(each),
  );
  if (own !== undefined) return [String(own).trim()];
  return children
    .filter((child) => isElement(child, /^(source|param)$/))
    .flatMap((child) => {
      if (!isElement(child)) return [];
      const { src: source, name, value } = child.properties;
      if (typeof source === 'string') return [source.trim()];
      return /^(movie|src|url|filename)$/i.test(String(name)) ? [String(value)] : [];
    });
}

function withoutTitles(svg: Element): ElementContent[] {
  replaceChildren(svg, (child) =>
    isElement(child, /^(title|desc|metadata|defs)$/) ? [] : [child],
  );
  return svg.children.length === 0 ? [] : [svg];
}
