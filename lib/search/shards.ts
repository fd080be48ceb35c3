import type { Issue } from '#lib/content/issue.ts';
import { formatDate } from '#lib/site/dates.ts';
import { issueHeading } from '#lib/site/site.ts';
import type { SearchItem } from './find.ts';

/** The items of some issues in the form that search reads, in their order. Each issue comes before its items. */
export function searchShard(issues: readonly Issue[]): SearchItem[] {
  return issues.flatMap((issue) => [
    searchIssue(issue),
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

function searchIssue({ date, number, title, summary, leadText }: Issue): SearchItem {
  const day = formatDate(date);
  // Most titles are the publication's name and the day. A search for the name must not find every issue.
  const ownTitle = title.endsWith(` ${day}`) ? day : title;
  return {
    date,
    number,
    id: '',
    title: issueHeading({ title: ownTitle, ...(number === undefined ? {} : { number }) }),
    text: [summary ?? '', leadText].filter(Boolean).join('\n'),
    section: '',
    topics: [],
    sources: [],
  };
}
