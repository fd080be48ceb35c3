import type { Archive } from '#lib/content/archive.ts';
import { indexOf, type Years } from '#lib/content/queries.ts';
import { searchShard } from '#lib/search/shards.ts';
import { feedFormatNames } from '#lib/site/feed-formats.ts';
import { paths, scriptNames } from '#lib/site/paths.ts';
import { feedOf } from '#lib/syndication/feed.ts';
import { feedListOf } from '#lib/syndication/feed-list.ts';
import { feedsOf } from '#lib/syndication/feeds.ts';
import { aboutPage, notFoundPage } from './about.ts';
import { archivePage } from './archive.ts';
import { feedsPage } from './feeds.ts';
import type { PageProps } from './frame.ts';
import { frontPage } from './front-page.ts';
import { sourcesPage, topicsPage } from './indexes.ts';
import { issuePage } from './issue.ts';
import { searchPage } from './search.ts';
import { sectionPage, sourcePage, topicPage } from './subjects.ts';
import { clippingPage, manifestOf, offlinePage } from './tools.ts';

export type PageKind =
  | 'front page'
  | 'issue'
  | 'section'
  | 'source'
  | 'sources'
  | 'topic'
  | 'topics'
  | 'archive'
  | 'search'
  | 'clipping'
  | 'offline'
  | 'feeds'
  | 'about'
  | 'not found';
export type FileKind = 'search shard' | 'feed' | 'script' | 'manifest';

/** A public address, what stands there and the props that it is a pure function of. */
export type Address =
  | { path: string; kind: PageKind; props: () => PageProps }
  | { path: string; kind: FileKind; props: () => unknown };

export function isPageKind(kind: Address['kind']): kind is PageKind {
  return kind !== 'search shard' && kind !== 'feed' && kind !== 'script' && kind !== 'manifest';
}

/** What stands at `path`, percent-encoded or not; `undefined` where nothing does. */
export function kindAt(archive: Archive, path: string): Address['kind'] | undefined {
  let known = kindsOf.get(archive);
  if (known === undefined) {
    known = new Map(addressesOf(archive).map((address) => [decodeURI(address.path), address.kind]));
    kindsOf.set(archive, known);
  }
  return known.get(decodeURI(path));
}

const kindsOf = new WeakMap<Archive, Map<string, Address['kind']>>();

/**
 * Every public address of the site with its props: the one list of what is printed. The page for what
 * is not found is on it at `/404`, though its host answers 404 there.
 */
export function addressesOf(archive: Archive): Address[] {
  const { sections, sources, topics, issuesByYear } = indexOf(archive);
  const addresses: Address[] = [];
  const add = (kind: PageKind, path: string, view: () => PageProps | undefined) => {
    const props = () => {
      const made = view();
      if (made === undefined) throw new Error(`${path} is listed as public but has no page`);
      return made;
    };
    addresses.push({ path, kind, props });
  };
  const addSubjects = (
    kind: 'section' | 'source' | 'topic',
    subjects: Iterable<[string, { years: Years }]>,
    view: typeof sectionPage,
  ) => {
    for (const [id, { years }] of subjects) {
      add(kind, paths[kind](id), () => view(archive, { id }));
      for (const year of years.keys())
        add(kind, paths[kind](id, year), () => view(archive, { id, year }));
    }
  };

  add('front page', paths.home(), () => frontPage(archive));
  for (const { date } of archive.issues)
    add('issue', paths.issue(date), () => issuePage(archive, { date }));
  addSubjects('section', sections, sectionPage);
  add('sources', paths.sources(), () => sourcesPage(archive));
  addSubjects('source', sources, sourcePage);
  add('topics', paths.topics(), () => topicsPage(archive));
  addSubjects('topic', topics, topicPage);
  add('archive', paths.archive(), () => archivePage(archive, {}));
  for (const year of issuesByYear.keys())
    add('archive', paths.archive(year), () => archivePage(archive, { year }));
  add('search', paths.search(), () => searchPage(archive));
  add('clipping', paths.clipping(), () => clippingPage(archive));
  add('offline', paths.offline(), () => offlinePage(archive));
  add('feeds', paths.feeds(), () => feedsPage(archive));
  add('about', paths.about(), () => aboutPage(archive));
  add('not found', paths.notFound(), () => notFoundPage(archive));
  for (const year of issuesByYear.keys()) {
    const path = paths.searchShard(year);
    addresses.push({ path, kind: 'search shard', props: () => searchShard(archive, year) });
  }
  const feeds = feedsOf(archive);
  for (const feed of feeds) {
    const props = once(() => feedOf(archive, feed));
    for (const format of feedFormatNames)
      addresses.push({ path: feed.path(format), kind: 'feed', props });
  }
  if (feeds.length > 0)
    addresses.push({ path: paths.feedList(), kind: 'feed', props: () => feedListOf(archive) });
  addresses.push({ path: paths.manifest(), kind: 'manifest', props: () => manifestOf(archive) });
  addresses.push({ path: paths.serviceWorker(), kind: 'script', props: () => 'service-worker' });
  for (const name of scriptNames) {
    addresses.push({ path: paths.script(name), kind: 'script', props: () => name });
  }
  return addresses;
}

/** What a function makes, made once and only when it is asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
