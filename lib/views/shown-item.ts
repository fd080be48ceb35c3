import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';
import { attributionsOf, type ShownAttribution } from './attributions.ts';

/** An item as its own page and the page of its issue show it. */
export type ShownItem = Pick<Item, 'id' | 'title' | 'html' | 'topics'> & {
  path: string;
  attributions: ShownAttribution[];
};

export function shownItem({ date }: Pick<Issue, 'date'>, item: Item): ShownItem {
  const { id, title, html, topics } = item;
  return {
    id,
    title,
    html,
    topics,
    path: paths.item(date, id),
    attributions: attributionsOf(item),
  };
}

/** The names of the topics that items belong to, by id. */
export function topicNamesOf({ topics }: Archive, items: readonly Item[]): Record<string, string> {
  const used = new Set(items.flatMap((item) => item.topics));
  return Object.fromEntries(
    topics.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]),
  );
}
