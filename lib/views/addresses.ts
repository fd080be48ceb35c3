import type { Archive } from '#lib/content/archive.ts';
import { indexOf, type Years } from '#lib/content/queries.ts';
import { searchShard } from '#lib/search/shards.ts';
import { paths, scriptNames } from '#lib/site/paths.ts';
import { aboutPage, notFoundPage } from './about.ts';
import { archivePage } from './archive.ts';
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
  | 'about'
  | 'not found';
export type FileKind = 'search shard' | 'script' | 'manifest';

/** A public address, what stands there and the props that it is a pure function of. */
export type Address =
  | { path: string; kind: PageKind; props: () => PageProps }
  | { path: string; kind: FileKind; props: () => unknown };

export function isPageKind(kind: Address['kind']): kind is PageKind {
  return kind !== 'search shard' && kind !== 'script' && kind !== 'manifest';
}

/** Whether a page of the site stands at `path`, percent-encoded or not. */
export function isPage(archive: Archive, path: string): boolean {
  let known = pathsOf.get(archive);
  if (known === undefined) {
    const pages = addressesOf(archive).filter(({ kind }) => isPageKind(kind));
    known = new Set(pages.map((page) => decodeURI(page.path)));
    pathsOf.set(archive, known);
  }
  return known.has(decodeURI(path));
}

const pathsOf = new WeakMap<Archive, Set<string>>();

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
  add('about', paths.about(), () => aboutPage(archive));
  add('not found', paths.notFound(), () => notFoundPage(archive));
  for (const year of issuesByYear.keys()) {
    const path = paths.searchShard(year);
    addresses.push({ path, kind: 'search shard', props: () => searchShard(archive, year) });
  }
  addresses.push({ path: paths.manifest(), kind: 'manifest', props: () => manifestOf(archive) });
  addresses.push({ path: paths.serviceWorker(), kind: 'script', props: () => 'service-worker' });
  for (const name of scriptNames) {
    addresses.push({ path: paths.script(name), kind: 'script', props: () => name });
  }
  return addresses;
}
