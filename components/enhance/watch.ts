import { fold } from '#lib/site/fold.ts';
import { h } from './define.ts';
import { fetchShard } from './shard.ts';

const ITEM_LINK = /^\/issues\/((\d{4})-\d{2}-\d{2})#(.+)$/;

/**
 * Marks the items of a page, in lists and in full, that hold one of the reader's words in their title or
 * text. The text of the items that a list only names is in the search shards.
 */
export async function markWatched(words: readonly string[]): Promise<void> {
  const folded = words.map(fold);
  const holds = (text: string) => folded.some((word) => text.includes(word));
  for (const article of document.querySelectorAll('main article')) {
    if (holds(fold(article.textContent ?? ''))) mark(article.querySelector('h3'));
  }
  const links = [...document.querySelectorAll('main li > a')].flatMap((link) => {
    const [, date, year, id] = ITEM_LINK.exec(link.getAttribute('href') ?? '') ?? [];
    return date && year && id ? [{ link, year, key: `${date}.${decodeURIComponent(id)}` }] : [];
  });
  for (const year of new Set(links.map((each) => each.year))) {
    const items = (await fetchShard(year)) ?? [];
    const found = items.filter(({ title, text }) => holds(fold(`${title}\n${text}`)));
    const keys = new Set(found.map(({ date, id }) => `${date}.${id}`));
    for (const { link, key } of links) if (keys.has(key)) mark(link);
  }
}

function mark(element: Element | null): void {
  if (element?.querySelector('.watched') === null) {
    element.append(h('strong', { class: 'watched' }, '关注'));
  }
}
