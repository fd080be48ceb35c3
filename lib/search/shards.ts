import type { Issue } from '#lib/content/issue.ts';
import { formatDate } from '#lib/site/dates.ts';
import { issueHeading } from '#lib/site/site.ts';
import type { SearchItem } from './find.ts';

/** Some issues and all their items, in their order, as search reads them. An issue comes before its items. */
export function searchShard(issues: readonly Issue[]): SearchItem[] {
  return issues.flatMap((issue) => [
    issueEntry(issue),
    ...issue.sections.flatMap(({ section, items }) =>
      items.map(({ id, title, text, attributions, topics }) => ({
        date: issue.date,
        number: issue.number,
        id,
        title,
        text,
        section: section.id,
        topics,
        sources: attributions.map(({ source, url, date }) => ({ name: source.name, url, date })),
      })),
    ),
  ]);
}

function issueEntry({ date, number, title, summary, leadText }: Issue): SearchItem {
  const day = formatDate(date);
  // The publication's name, with which most titles begin, would be found in each of them.
  const own = title.endsWith(` ${day}`) ? day : title;
  return {
    date,
    number,
    id: '',
    title: issueHeading({ title: own, ...(number === undefined ? {} : { number }) }),
    text: [summary ?? '', leadText].filter(Boolean).join('\n'),
    section: '',
    topics: [],
    sources: [],
  };
}
