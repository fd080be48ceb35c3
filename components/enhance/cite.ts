import { toIsoDay } from './day.ts';

/**
 * A citation of an item as it stands on its page. `plain` is for people: title, issue, sources and
 * address. `gbt7714` follows GB/T 7714—2015, 4.5 and 8.8.1, a piece in a newspaper that is read online:
 * title[N/OL]. newspaper, day of publication[day of reading]. address. The piece names no author.
 */
export function citeItem(article: Element, address: string, form: 'plain' | 'gbt7714'): string {
  // The heading may hold a mark beside the link.
  const title = article.querySelector('h3 a')?.textContent?.trim() ?? '';
  const day = document.querySelector('main time')?.getAttribute('datetime') ?? '';
  if (form === 'gbt7714') {
    const publication = document.querySelector('header a[href="/"]')?.textContent?.trim() ?? '';
    return `${title}[N/OL]. ${publication}, ${day}[${toIsoDay(new Date())}]. ${address}.`;
  }
  const sources = [...article.querySelectorAll('a[href^="/sources/"]')].map((link) =>
    link.textContent?.trim(),
  );
  // The page's title is that of the issue, with its number.
  return `${title}（${document.title}，来源：${sources.join('、')}）${address}`;
}
