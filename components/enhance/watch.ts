import { fetchShard } from './shard.ts';
import { holdsAny, watchedMark } from './watch-words.ts';

const ITEM_LINK = /^\/issues\/((\d{4})-\d{2}-\d{2})#(.+)$/;

/**
 * Marks the items of a page, in lists and in full, that hold one of the words in their title or text, and
 * no others. The text of the items that a list only names is in the search shards.
 */
export async function markWatched(words: readonly string[]): Promise<void> {
  for (const mark of document.querySelectorAll('main .watched')) mark.remove();
  for (const article of document.querySelectorAll('main article')) {
    const title = article.querySelector('h3 a');
    const text = article.querySelector('.prose')?.textContent ?? '';
    if (holdsAny(words, `${title?.textContent}\n${text}`)) title?.after(watchedMark());
  }
  const links = [...document.querySelectorAll('main li > a')].flatMap((link) => {
    const [, date, year, id] = ITEM_LINK.exec(link.getAttribute('href') ?? '') ?? [];
    return date && year && id ? [{ link, year, key: `${date}.${decodeURIComponent(id)}` }] : [];
  });
  for (const year of new Set(links.map((each) => each.year))) {
    const items = (await fetchShard(year)) ?? [];
    const found = items.filter(({ title, text }) => holdsAny(words, `${title}\n${text}`));
    const keys = new Set(found.map(({ date, id }) => `${date}.${id}`));
    for (const { link, key } of links) if (keys.has(key)) link.after(watchedMark());
  }
}
