import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { sectionFeed, sourceFeed, topicFeed } from '#lib/syndication/feeds.ts';
import { type Subject, type TimelineProps, timelinePage } from './timeline.ts';

/** Which section, publisher or topic; `year` may be a month of a long year too. */
export type SubjectParams = { id: string; year?: string };

/** A section's items. `undefined` when there is no such section, or nothing in it from that year. */
export function sectionPage(
  archive: Archive,
  { id, year }: SubjectParams,
): TimelineProps | undefined {
  const found = indexOf(archive).sections.get(id);
  if (found === undefined) return undefined;
  const { section, years } = found;
  const { name, description } = section;
  const feed = sectionFeed(archive, section).title;
  return timelinePage(archive, { kind: 'section', id, name, description, feed }, years, year);
}

/** A publisher's items. `undefined` when no item cites it, or none from that year. */
export function sourcePage(
  archive: Archive,
  { id, year }: SubjectParams,
): TimelineProps | undefined {
  const found = indexOf(archive).sources.get(id);
  if (found === undefined) return undefined;
  const { source, years } = found;
  const { name, url } = source;
  const description = `${archive.site.name}引用${name}报道的消息，按期排列。`;
  const index = { name: '来源', path: paths.sources() };
  const feed = sourceFeed(archive, source).title;
  const subject: Subject = { kind: 'source', id, name, description, url, feed, index };
  return timelinePage(archive, subject, years, year);
}

/** A topic's items. `undefined` when there is no such topic, or nothing on it from that year. */
export function topicPage(
  archive: Archive,
  { id, year }: SubjectParams,
): TimelineProps | undefined {
  const found = indexOf(archive).topics.get(id);
  if (found === undefined) return undefined;
  const { topic, years } = found;
  const { name, description } = topic;
  const index = { name: '主题', path: paths.topics() };
  const feed = topicFeed(archive, topic).title;
  return timelinePage(archive, { kind: 'topic', id, name, description, feed, index }, years, year);
}
