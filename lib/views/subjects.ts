import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { type TimelinePage, timelinePage } from './timeline.ts';

export type SubjectParams = { id: string; year?: string };

/** A section's items. `undefined` when there is no such section, or nothing in it from that year. */
export function sectionPage(
  archive: Archive,
  { id, year }: SubjectParams,
): TimelinePage | undefined {
  const found = indexOf(archive).sections.get(id);
  if (found === undefined) return undefined;
  const { section, years } = found;
  const path = (at?: string) => paths.section(section.id, at);
  return timelinePage(archive, { ...section, years, path }, year);
}

/** A publisher's items. `undefined` when no item cites it, or none from that year. */
export function sourcePage(
  archive: Archive,
  { id, year }: SubjectParams,
): TimelinePage | undefined {
  const found = indexOf(archive).sources.get(id);
  if (found === undefined) return undefined;
  const { source, years } = found;
  const path = (at?: string) => paths.source(source.slug, at);
  const description = `${archive.site.name}引用${source.name}报道的消息，按期排列。`;
  return timelinePage(archive, { ...source, description, years, path }, year);
}

/** A topic's items. `undefined` when there is no such topic, or nothing on it from that year. */
export function topicPage(archive: Archive, { id, year }: SubjectParams): TimelinePage | undefined {
  const found = indexOf(archive).topics.get(id);
  if (found === undefined) return undefined;
  const { topic, years } = found;
  const path = (at?: string) => paths.topic(topic.id, at);
  return timelinePage(archive, { ...topic, years, path }, year);
}
