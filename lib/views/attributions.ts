import type { Item } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** A source as a page shows it: the publisher and its page here, the report's own address and day where known. */
export type ShownAttribution = {
  name: string;
  slug: string;
  url: string | undefined;
  date: IsoDate | undefined;
};

/** The sources of an item without where in the file they stand, which may change when nothing shown does. */
export function attributionsOf({ attributions }: Pick<Item, 'attributions'>): ShownAttribution[] {
  return attributions.map(({ source: { name, slug }, url, date }) => ({ name, slug, url, date }));
}
