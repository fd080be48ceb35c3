import type { Archive } from '#lib/content/archive.ts';
import type { Item } from '#lib/content/issue.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** A source as a page shows it. `slug` is of the publisher's page here, `url` and `date` are of the report itself. */
export type ShownAttribution = {
  name: string;
  slug: string;
  url: string | undefined;
  date: IsoDate | undefined;
  /** The address to which the report has moved. */
  movedTo?: string;
  /** The day since which the report is gone. */
  goneSince?: IsoDate;
  /** The address of a copy in an archive. */
  copy?: string;
};

/**
 * The sources of an item without their positions in the file: props are part of a page's cache key, and a position may
 * change when nothing on the page does.
 */
export function attributionsOf(
  { standings }: Pick<Archive, 'standings'>,
  { attributions }: Pick<Item, 'attributions'>,
): ShownAttribution[] {
  return attributions.map(({ source: { name, slug }, url, date }) => {
    const standing = url === undefined ? undefined : standings?.get(url);
    const { movedTo, goneSince, copy } = standing ?? {};
    return {
      ...{ name, slug, url, date },
      ...(movedTo === undefined ? {} : { movedTo }),
      ...(goneSince === undefined ? {} : { goneSince }),
      ...(copy === undefined ? {} : { copy: copy.url }),
    };
  });
}
