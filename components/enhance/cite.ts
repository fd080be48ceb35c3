/**
 * A citation of an item as it stands on its page. `plain` is for people: title, publication, sources and
 * address. `gbt7714` follows GB/T 7714—2015, 4.6, an electronic source: title[EB/OL]. (publication
 * date)[day of reading]. address.
 */
export function citeItem(article: Element, address: string, form: 'plain' | 'gbt7714'): string {
  const title = article.querySelector('h3')?.textContent?.trim() ?? '';
  const issue = document.querySelector('h1')?.textContent?.trim() ?? '';
  const day = document.querySelector('main time')?.getAttribute('datetime') ?? '';
  const publication = document.querySelector('header a[href="/"]')?.textContent?.trim() ?? issue;
  if (form === 'gbt7714') {
    const today = new Date().toLocaleDateString('sv-SE');
    return `${publication}. ${title}[EB/OL]. (${day})[${today}]. ${address}.`;
  }
  const sources = [...article.querySelectorAll('a[href^="/sources/"]')].map((link) =>
    link.textContent?.trim(),
  );
  return `${title}（${issue}，来源：${sources.join('、')}）${address}`;
}
