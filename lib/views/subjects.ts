import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { sectionFeed, sourceFeed, topicFeed } from '#lib/syndication/feeds.ts';
import {
  inShort,
  type Subject,
  type TimelineBasis,
  timelineBasis,
  timelinePage,
} from './timeline.ts';

export type SubjectParams = { id: string; year?: string };

/** A section's items. `undefined` when there is no such section, or nothing in it from that year. */
export const sectionPage = madeOf(sectionBasis, timelinePage);
/** A publisher's items. `undefined` when no item cites it, or none from that year. */
export const sourcePage = madeOf(sourceBasis, timelinePage);
/** A topic's items. `undefined` when there is no such topic, or nothing on it from that year. */
export const topicPage = madeOf(topicBasis, timelinePage);

/** What these pages are made of, as it is compared. */
export const sectionInShort = madeOf(sectionBasis, inShort);
export const sourceInShort = madeOf(sourceBasis, inShort);
export const topicInShort = madeOf(topicBasis, inShort);

type View<Made> = (archive: Archive, params: SubjectParams) => Made | undefined;

function madeOf<Made>(view: View<TimelineBasis>, make: (basis: TimelineBasis) => Made): View<Made> {
  return (archive, params) => {
    const basis = view(archive, params);
    return basis && make(basis);
  };
}

function sectionBasis(archive: Archive, { id, year }: SubjectParams): TimelineBasis | undefined {
  const found = indexOf(archive).sections.get(id);
  if (found === undefined) return undefined;
  const { section, years } = found;
  const { name, description } = section;
  const feed = sectionFeed(archive, section).title;
  return timelineBasis(archive, { kind: 'section', id, name, description, feed }, years, year);
}

function sourceBasis(archive: Archive, { id, year }: SubjectParams): TimelineBasis | undefined {
  const found = indexOf(archive).sources.get(id);
  if (found === undefined) return undefined;
  const { source, years } = found;
  const { name, url } = source;
  const description = `${archive.site.name}引用${name}报道的消息，按期排列。`;
  const index = { name: '来源', path: paths.sources() };
  const feed = sourceFeed(archive, source).title;
  const subject: Subject = { kind: 'source', id, name, description, url, feed, index };
  return timelineBasis(archive, subject, years, year);
}

function topicBasis(archive: Archive, { id, year }: SubjectParams): TimelineBasis | undefined {
  const found = indexOf(archive).topics.get(id);
  if (found === undefined) return undefined;
  const { topic, years } = found;
  const { name, description } = topic;
  const index = { name: '主题', path: paths.topics() };
  const feed = topicFeed(archive, topic).title;
  return timelineBasis(archive, { kind: 'topic', id, name, description, feed, index }, years, year);
}
