import type { Archive } from '#lib/content/archive.ts';
import type { Section, Source, Topic } from '#lib/content/issue.ts';
import { indexOf, mostCited } from '#lib/content/queries.ts';
import type { FeedFormat } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import type { WithSite } from './structured-data/graph.ts';

export type FeedKind = 'items' | 'issues' | 'section' | 'topic' | 'source' | 'thread';

/** A feed to subscribe to: which it is, the page that lists the same, and its path in each format. */
export type FeedRef = {
  kind: FeedKind;
  /** The id of its section, topic or thread, or the slug of its source; empty where the kind has one feed alone. */
  id: string;
  /** Its name in a list of this site's feeds. */
  name: string;
  /** Its name among feeds of other sites: it has the site's name. */
  title: string;
  description: string;
  page: string;
  path: (format: FeedFormat) => string;
};

/**
 * Every feed of the site: all items, the issues, and then one for each section, topic, source (the most cited first)
 * and thread.
 */
export function feedsOf(archive: Archive): FeedRef[] {
  // In a site without an issue nothing gives a feed a date.
  if (archive.issues.length === 0) return [];
  const { sections, topics } = indexOf(archive);
  return [
    ...siteFeeds(archive),
    ...Array.from(sections.values(), ({ section }) => sectionFeed(archive, section)),
    ...Array.from(topics.values(), ({ topic }) => topicFeed(archive, topic)),
    ...mostCited(archive).map(({ source }) => sourceFeed(archive, source)),
    ...threadsOf(archive).all.map((thread) => threadFeed(archive, thread)),
  ];
}

/** The two feeds of the whole site: one has items, the other whole issues. */
export function siteFeeds({ site }: WithSite): FeedRef[] {
  return [
    {
      kind: 'items',
      id: '',
      name: '逐条消息',
      title: site.name,
      description: site.description,
      page: paths.home(),
      path: paths.itemsFeed,
    },
    {
      kind: 'issues',
      id: '',
      name: '逐期全文',
      title: `${site.name} · 逐期`,
      description: `${site.name}各期全文。`,
      page: paths.archive(),
      path: paths.issuesFeed,
    },
  ];
}

export function sectionFeed({ site }: WithSite, { id, name, description }: Section): FeedRef {
  return {
    kind: 'section',
    id,
    name,
    title: `${name} · ${site.name}`,
    description,
    page: paths.section(id),
    path: (format) => paths.sectionFeed(id, format),
  };
}

export function topicFeed({ site }: WithSite, { id, name, description }: Topic): FeedRef {
  return {
    kind: 'topic',
    id,
    name,
    title: `${name} · ${site.name}`,
    description,
    page: paths.topic(id),
    path: (format) => paths.topicFeed(id, format),
  };
}

export function sourceFeed({ site }: WithSite, { slug, name }: Source): FeedRef {
  return {
    kind: 'source',
    id: slug,
    name,
    title: `${name} · ${site.name}`,
    description: `${site.name}引用${name}报道的消息。`,
    page: paths.source(slug),
    path: (format) => paths.sourceFeed(slug, format),
  };
}

export function threadFeed({ site }: WithSite, { id, name }: Thread): FeedRef {
  return {
    kind: 'thread',
    id,
    name,
    title: `${name} · ${site.name}`,
    description: `${site.name}对这件事的先后报道：${name}。`,
    page: paths.thread(id),
    path: (format) => paths.threadFeed(id, format),
  };
}
