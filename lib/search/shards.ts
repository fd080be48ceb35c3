import type { Issue } from '#lib/content/issue.ts';
import type { SearchItem } from './find.ts';

/** All items of some issues, in their order, as search reads them. */
export function searchShard(issues: readonly Issue[]): SearchItem[] {
  return issues.flatMap(({ date, number, sections }) =>
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
