import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';
import { attributionsOf, type ShownAttribution } from './attributions.ts';

/** An item as its own page and the page of its issue show it. */
export type ShownItem = Pick<Item, 'id' | 'title' | 'html'> & {
  path: string;
  attributions: ShownAttribution[];
};

export function shownItem(
  archive: Pick<Archive, 'standings'>,
  { date }: Pick<Issue, 'date'>,
  item: Item,
): ShownItem {
  const { id, title, html } = item;
  const attributions = attributionsOf(archive, item);
  return { id, title, html, path: paths.item(date, id), attributions };
}
