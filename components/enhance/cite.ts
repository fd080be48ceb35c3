import { toIsoDay } from './day.ts';

/**
 * Cites an item. `plain` has its title, issue, sources and address. `gbt7714` has the form of GB/T 7714—2015, 4.5 and
 * 8.8.1, for an article in an online newspaper: title[N/OL]. newspaper, day of publication[day of reading]. address.
 * There is no author, because items name none.
 */
export function citeItem(article: Element, address: string, form: 'plain' | 'gbt7714'): string {
  // The heading may have a mark beside the link.
  const title = article.querySelector('h3 a')?.textContent?.trim() ?? '';
  const day = document.querySelector('main time')?.getAttribute('datetime') ?? '';
  if (form === 'gbt7714') {
    const publication = document.querySelector('header a[href="/"]')?.textContent?.trim() ?? '';
    return `${title}[N/OL]. ${publication}, ${day}[${toIsoDay(new Date())}]. ${address}.`;
  }
  const sources = [...article.querySelectorAll('a[href^="/sources/"]')].map((link) =>
    link.textContent?.trim(),
  );
  // The title of the page is the title of the issue with its number.
  return `${title}（${document.title}，来源：${sources.join('、')}）${address}`;
}
