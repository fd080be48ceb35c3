import rules from '#components/enhance/reader/watch-count.css';
import type { SearchItem } from '#lib/search/find.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { fold } from '#lib/site/fold.ts';
import { fetchShard } from '../find/shard.ts';
import { adoptStyles } from '../page/adopt-styles.ts';
import { h } from '../page/define.ts';
import { newSinceLastVisit, yearOfLastVisit } from './last-visit.ts';
import { holdsAny, typedWords } from './watch-words.ts';

/**
 * Says on the front page how many items with watched words came out since the last visit, with a link for each word to
 * all items that have it; before a second visit, how many the newest issue has. Without such an item it says nothing.
 */
export async function countWatched(): Promise<void> {
  for (const old of document.querySelectorAll('.watching')) old.remove();
  if (location.pathname !== paths.home()) return;
  const newest = document.querySelector('#newest time')?.getAttribute('datetime');
  if (!newest) return;
  const isNew = newSinceLastVisit() ?? ((date: string) => date === newest);
  const items = (await itemsSince(newest)).filter(({ date, id }) => id !== '' && isNew(date));
  const words = typedWords();
  const counts = words.flatMap((word) => {
    const count = items.filter(hasWord(word)).length;
    return count === 0 ? [] : [{ word, count }];
  });
  const total = items.filter((item) => words.some((word) => hasWord(word)(item))).length;
  if (total === 0) return;
  adoptStyles(rules);
  const since = yearOfLastVisit() === undefined ? '最新一期' : '上次来访以后';
  const links = counts.flatMap(({ word, count }, index) => [
    index === 0 ? '' : '、',
    h('a', { href: paths.searchFor(word) }, word),
    `（${count}条）`,
  ]);
  const line = h('p', { class: 'watching' }, `关注的词，${since}有${total}条新消息：`, ...links);
  document.querySelector('main')?.prepend(line);
}

const hasWord =
  (word: string) =>
  ({ title, text }: SearchItem) =>
    holdsAny([fold(word)], `${title}\n${text}`);

/** The items from the year of the last visit to that of the newest issue. */
async function itemsSince(newest: string): Promise<SearchItem[]> {
  const last = Number(newest.slice(0, 4));
  const first = Math.min(last, yearOfLastVisit() ?? last);
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(last - index));
  const shards = await Promise.all(years.map(fetchShard));
  return shards.flatMap((items) => items ?? []);
}
