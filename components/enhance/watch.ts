import { fetchShard } from './find/shard.ts';
import { countWatched } from './reader/watch-count.ts';
import { holdsAny, watchedMark } from './reader/watch-words.ts';

/** The address of an item: on the page of its issue, or its own. */
const ITEM_LINK = /^\/issues\/((\d{4})-\d{2}-\d{2})[#/](.+)$/;

/**
 * Marks the items of a page whose title or text contains one of the words. Earlier marks are removed. For items in
 * lists, the text is read from the search shards. On the front page it says how many are new.
 */
export async function markWatched(words: readonly string[]): Promise<void> {
  for (const mark of document.querySelectorAll('main .watched')) mark.remove();
  void countWatched();
  for (const article of document.querySelectorAll('main article')) {
    const title = article.querySelector('h3 a');
    const text = article.querySelector('.prose')?.textContent ?? '';
    if (holdsAny(words, `${title?.textContent}\n${text}`)) title?.after(watchedMark());
  }
  const links = [...document.querySelectorAll('main li > a')].flatMap((link) => {
    const [, date, year, id] = ITEM_LINK.exec(link.getAttribute('href') ?? '') ?? [];
    return date && year && id ? [{ link, year, key: `${date}.${decodeURIComponent(id)}` }] : [];
  });
  for (const year of new Set(links.map((link) => link.year))) {
    const items = (await fetchShard(year)) ?? [];
    const matches = items.filter(({ title, text }) => holdsAny(words, `${title}\n${text}`));
    const keys = new Set(matches.map(({ date, id }) => `${date}.${id}`));
    for (const { link, key } of links) if (keys.has(key)) link.after(watchedMark());
  }
}
