import type { Archive } from '#lib/content/archive.ts';
import type { Section, Source, Topic } from '#lib/content/issue.ts';
import { indexOf, mostCited } from '#lib/content/queries.ts';
import { type Act, actsOf } from '#lib/desk/lists/acts.ts';
import { type Case, casesOf } from '#lib/desk/lists/cases.ts';
import {
  deskFeedFormats,
  type FeedFormat,
  type FeedFormats,
  feedFormatNames,
} from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import type { Thread } from '#lib/threads/thread.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import type { WithSite } from './structured-data/graph.ts';

export type FeedKind =
  | 'items'
  | 'issues'
  | 'section'
  | 'topic'
  | 'entity'
  | 'source'
  | 'thread'
  | 'act'
  | 'case';

/** A feed to subscribe to: which it is, the page that lists the same, and its path in each of its formats. */
export type FeedRef = {
  kind: FeedKind;
  /** The id of its section, topic, entity, thread, act or case, or the slug of its source; empty where there is only one. */
  id: string;
  /** Its name in a list of this site's feeds. */
  name: string;
  /** Its name among feeds of other sites: it has the site's name. */
  title: string;
  description: string;
  page: string;
  formats: FeedFormats;
  path: (format: FeedFormat) => string;
};

/**
 * Every feed of the site: all items, the issues, and then one for each section, topic, source (the most cited first),
 * thread, act, case, and entity that an item names. One that is no longer in the news keeps its feed: readers may follow it
 * still, and an address never dies.
 */
export function feedsOf(archive: Archive): FeedRef[] {
  // In a site without an issue nothing gives a feed a date.
  if (archive.issues.length === 0) return [];
  const { sections, topics, entities } = indexOf(archive);
  return [
    ...siteFeeds(archive),
    ...Array.from(sections.values(), ({ section }) => sectionFeed(archive, section)),
    ...Array.from(topics.values(), ({ topic }) => topicFeed(archive, topic)),
    ...mostCited(archive).map(({ source }) => sourceFeed(archive, source)),
    ...threadsOf(archive).all.map((thread) => threadFeed(archive, thread)),
    ...actsOf(archive).all.map((act) => actFeed(archive, act)),
    ...casesOf(archive).all.map((each) => caseFeed(archive, each)),
    ...Array.from(entities.values(), ({ entity }) => entityFeed(archive, entity)),
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
      formats: feedFormatNames,
      path: paths.itemsFeed,
    },
    {
      kind: 'issues',
      id: '',
      name: '逐期全文',
      title: `${site.name} · 逐期`,
      description: `${site.name}各期全文。`,
      page: paths.archive(),
      formats: feedFormatNames,
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
    formats: feedFormatNames,
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
    formats: feedFormatNames,
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
    formats: feedFormatNames,
    path: (format) => paths.sourceFeed(slug, format),
  };
}

export function entityFeed(
  { site }: WithSite,
  { id, name }: Pick<Archive['entities'][number], 'id' | 'name'>,
): FeedRef {
  return {
    kind: 'entity',
    id,
    name,
    title: `${name} · ${site.name}`,
    description: `${site.name}提到${name}的消息。`,
    page: paths.entity(id),
    formats: feedFormatNames,
    path: (format) => paths.entityFeed(id, format),
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
    formats: feedFormatNames,
    path: (format) => paths.threadFeed(id, format),
  };
}

export function actFeed({ site }: WithSite, { id, name }: Pick<Act, 'id' | 'name'>): FeedRef {
  return {
    kind: 'act',
    id,
    name,
    title: `${name} · ${site.name}`,
    description: `${site.name}关于${name}的消息。`,
    page: paths.law(id),
    formats: deskFeedFormats,
    path: (format) => paths.lawFeed(id, format),
  };
}

export function caseFeed({ site }: WithSite, { id, name }: Pick<Case, 'id' | 'name'>): FeedRef {
  return {
    kind: 'case',
    id,
    name,
    title: `${name} · ${site.name}`,
    description: `${site.name}对这起案件的先后报道：${name}。`,
    page: paths.case(id),
    formats: deskFeedFormats,
    path: (format) => paths.caseFeed(id, format),
  };
}
