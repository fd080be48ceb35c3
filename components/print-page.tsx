import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isDecodable } from '#lib/site/redirects.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { Document } from './Document.tsx';
import { PageBody } from './PageBody.tsx';

/** What Next puts at the head of each page by itself. */
const BEGINNING =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

/**
 * A page as readers get it: plain HTML with its styles in it.
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
  // React would put them behind all that it moves to the head, where pages compress 2 % worse.
  const styled = page.replace('<head>', () => `<head>${BEGINNING}<style>${styles}</style>`);
  return `<!DOCTYPE html>${shortenLinks(styled)}`;
}

/**
 * Writes the paths that links lead to with the letters that they are made of: a browser encodes them itself
 * (https://url.spec.whatwg.org/#valid-url-string), and no compression takes in %E5%85%89 what 光 costs, which
 * stands behind it as the link's text.
 */
function shortenLinks(page: string): string {
  return page.replace(/(<a [^<>]*?href=")(\/(?!\/)[^"%]*%[^"]*)(?=")/g, (link, before, path) => {
    if (!isDecodable(path)) return link;
    const letters = decodeURI(path);
    const isPlain = /^[\p{L}\p{N}\p{M}/._~#?=&-]*$/u.test(letters) && encodeURI(letters) === path;
    return isPlain ? before + letters : link;
  });
}
