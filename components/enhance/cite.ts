import { toIsoDay } from './day.ts';
import type { ShownItem } from './shown-item.ts';

/**
 * Cites an item. `plain` has its title, issue, sources and address. `gbt7714` has the form of GB/T 7714—2015, 4.5 and
 * 8.8.1, for an article in an online newspaper: title[N/OL]. newspaper, day of publication[day of reading]. address.
 * There is no author, because items name none.
 */
export function citeItem(
  { article, title, address, date: day }: ShownItem,
  form: 'plain' | 'gbt7714',
): string {
  const publication = document.querySelector('header a[href="/"]')?.textContent?.trim() ?? '';
  if (form === 'gbt7714') {
    return `${title}[N/OL]. ${publication}, ${day}[${toIsoDay(new Date())}]. ${address}.`;
  }
  const sources = [...article.querySelectorAll('cite')].map((link) => link.textContent?.trim());
  return `${title}（《${publication}》${day}，来源：${sources.join('、')}）${address}`;
}
