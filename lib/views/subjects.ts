import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { sectionFeed, sourceFeed, topicFeed } from '#lib/syndication/feeds.ts';
import type { Period } from './period.ts';
import { reportsStanding } from './reports-standing.ts';
import { type TimelineProps, timelinePage } from './timeline.ts';

/** Which section, source or topic: its id or slug. `year` may be a month of a long year too. */
export type SubjectParams = { id: string; year?: Period };

/** A section's items. `undefined` when there is no such section, or no page of it for the period. */
export function sectionPage(
  archive: Archive,
  { id, year: period }: SubjectParams,
): TimelineProps | undefined {
  const indexed = indexOf(archive).sections.get(id);
  if (indexed === undefined) return undefined;
  const { section, years } = indexed;
  const { name, description } = section;
  const feed = sectionFeed(archive, section);
  return timelinePage(archive, { kind: 'section', id, name, description, years, feed }, period);
}

/** A publisher's items. `undefined` when no item cites it, or it has no page for the period. */
export function sourcePage(
  archive: Archive,
  { id, year: period }: SubjectParams,
): TimelineProps | undefined {
  const indexed = indexOf(archive).sources.get(id);
  if (indexed === undefined) return undefined;
  const { source, years } = indexed;
  const { name, url } = source;
  const description = `${archive.site.name}引用${name}报道的消息，按期排列。`;
  const feed = sourceFeed(archive, source);
  const listedOn = { name: '来源', path: paths.sources() };
  return timelinePage(
    archive,
    {
      kind: 'source',
      id,
      name,
      description,
      url,
      years,
      feed,
      listedOn,
      standing: reportsStanding(archive, id, years),
    },
    period,
  );
}

const desks = {
  cases: { name: '案件', path: paths.cases() },
  laws: { name: '法规', path: paths.laws() },
} as const;

/** A topic's items. `undefined` when there is no such topic, or no page of it for the period. */
export function topicPage(
  archive: Archive,
  { id, year: period }: SubjectParams,
): TimelineProps | undefined {
  const indexed = indexOf(archive).topics.get(id);
  if (indexed === undefined) return undefined;
  const { topic, years } = indexed;
  const { name, description } = topic;
  const feed = topicFeed(archive, topic);
  const listedOn = { name: '主题', path: paths.topics() };
  return timelinePage(
    archive,
    {
      kind: 'topic',
      id,
      name,
      description,
      years,
      feed,
      listedOn,
      desk: topic.desk && desks[topic.desk],
    },
    period,
  );
}
