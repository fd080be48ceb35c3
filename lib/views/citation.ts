import type { Reference } from '#lib/citations/reference.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { formatDate } from '#lib/site/dates.ts';
import { absoluteUrl } from '#lib/site/paths.ts';

/**
 * What a citation says of an item, for the head of the item's page.
 * @param path the path of that page
 */
export function citationOf(
  { site }: Pick<Archive, 'site'>,
  { date, number }: Pick<Issue, 'date' | 'number'>,
  { id, title, attributions }: Pick<Item, 'id' | 'title' | 'attributions'>,
  path: string,
): Reference {
  return {
    id: `${date}-${id}`,
    title,
    author: site.name,
    issue: [site.name, formatDate(date), number && `第${number}期`].filter(Boolean).join(' '),
    ...(number === undefined ? {} : { number: String(number) }),
    sources: attributions.map(({ source }) => source.name),
    date,
    url: absoluteUrl(site.origin, path),
    language: site.language,
  };
}
