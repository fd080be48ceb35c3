import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isDecodable } from '#lib/site/redirects.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { Document } from './Document.tsx';
import { PageBody } from './PageBody.tsx';

/** The elements that Next puts at the beginning of each head. */
const BEGINNING =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

/**
 * Renders a page as readers get it: plain HTML with its styles in it.
 * @param styles the style sheet of its kind
 */
export function printPage<Props extends PageProps>(
  Component: ComponentType<Props>,
  props: Props,
  styles: string,
): string {
  const page = renderToStaticMarkup(
    <Document language={props.head.language}>
      <PageBody {...props}>{createElement(Component, props)}</PageBody>
    </Document>,
  );
  // React would put the styles at the end of the head, and then pages compress 2 % worse.
  const styled = page.replace('<head>', () => `<head>${BEGINNING}<style>${styles}</style>`);
  return `<!DOCTYPE html>${shortenLinks(styled)}`;
}

/**
 * Percent-decodes the paths of links. Browsers encode them again (https://url.spec.whatwg.org/#valid-url-string), and
 * the page compresses better: the path then has the same letters as the text of the link.
 */
function shortenLinks(page: string): string {
  return page.replace(/(<a [^<>]*?href=")(\/(?!\/)[^"%]*%[^"]*)(?=")/g, (link, before, path) => {
    if (!isDecodable(path)) return link;
    const letters = decodeURI(path);
    const isPlain = /^[\p{L}\p{N}\p{M}/._~#?=&-]*$/u.test(letters) && encodeURI(letters) === path;
    return isPlain ? before + letters : link;
  });
}
