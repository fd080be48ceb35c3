import type { Item } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** A source as a page shows it. `slug` is of the publisher's page here, `url` and `date` are of the report itself. */
export type ShownAttribution = {
  name: string;
  slug: string;
  url: string | undefined;
  date: IsoDate | undefined;
};

/**
 * The sources of an item without their positions in the file: props are part of a page's cache key, and a position may
 * change when nothing on the page does.
 */
export function attributionsOf({ attributions }: Pick<Item, 'attributions'>): ShownAttribution[] {
  return attributions.map(({ source: { name, slug }, url, date }) => ({ name, slug, url, date }));
}
