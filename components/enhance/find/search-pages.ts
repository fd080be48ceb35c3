import type { NamedPage } from '#lib/search/find-pages.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { h } from '../page/define.ts';

/** Fills an element with links to the pages that a query names, each with its feed: issues, laws, topics, sources. */
export function showPages(element: HTMLElement, pages: readonly NamedPage[] | undefined): void {
  if (pages === undefined) {
    element.replaceChildren('相关页面没有取到，请检查网络。');
    return;
  }
  const links = pages.map(({ name, kind, path, hasFeed }) => {
    const feed = h('a', { href: paths.feedOfPage(path), 'aria-label': `订阅${name}` }, '订阅');
    const more = hasFeed === true ? [' · ', feed] : [];
    return h(
      'li',
      {},
      h('a', { href: path }, name),
      h('span', { class: 'source' }, ` ${kind}`, ...more),
    );
  });
  element.replaceChildren(...(links.length === 0 ? [] : [h('ul', {}, ...links)]));
}
