import type { Query } from '#lib/search/find.ts';
import { findPages } from '#lib/search/find-pages.ts';
import { h } from './define.ts';
import { fetchPages } from './shard.ts';

/** Fills an element with links to the pages that a query names: threads, laws, topics, sources. */
export async function showPages(element: HTMLElement, query: Query): Promise<void> {
  const pages = await fetchPages();
  if (pages === undefined) {
    element.textContent = '相关页面没有取到，请检查网络。';
    return;
  }
  const links = findPages(pages, query).flatMap(({ name, kind, path }, index) => [
    index === 0 ? '相关页面：' : '、',
    h('a', { href: path }, name),
    h('span', { class: 'source' }, `（${kind}）`),
  ]);
  element.replaceChildren(...links);
}
