import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import type { SearchItem } from './find.ts';

/** All items of the issues of one year, newest issue first; `undefined` for a year without any. */
export function searchShard(archive: Archive, year: string): SearchItem[] | undefined {
  return indexOf(archive)
    .issuesByYear.get(year)
    ?.flatMap(({ date, number, sections }) =>
      sections.flatMap(({ section, items }) =>
        items.map(({ id, title, text, attributions, topics }) => ({
          date,
          number,
          id,
          title,
          text,
          section: section.id,
          topics,
          sources: attributions.map(({ source, url, date: day }) => ({
            name: source.name,
            url,
            date: day,
          })),
        })),
      ),
    );
}
