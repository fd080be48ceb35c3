/** An item as the page shows it: on its own page, or on the page of its issue. */
export type ShownItem = {
  article: Element;
  title: string;
  /** The public address of its own page, also where the page is read at another address. */
  address: string;
  /** The day of its issue. */
  date: string;
  id: string;
};

/** Reads an item from its `<article>`. */
export function readItem(article: Element): ShownItem {
  const heading = article.querySelector('h1, h3');
  const link = heading?.querySelector('a');
  const canonical =
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const { href } =
    link == null ? new URL(canonical) : new URL(link.getAttribute('href') ?? '', canonical);
  // The heading may have a mark beside the link.
  const title = (link ?? heading)?.textContent?.trim() ?? '';
  const [, date = '', id = ''] = /\/issues\/(\d{4}-\d{2}-\d{2})\/([^/?#]+)$/.exec(href) ?? [];
  return { article, title, address: href, date, id: decodeURIComponent(id) };
}
