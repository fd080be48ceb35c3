import type { Archive } from '#lib/content/archive.ts';
import { indexOf, type Years } from '#lib/content/queries.ts';
import { scriptNames } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';
import type { PublicFile } from '#lib/site/public-file.ts';
import { aboutPage, notFoundPage } from './about.ts';
import { archivePage } from './archive.ts';
import { feedsPage } from './feeds.ts';
import { filesOf } from './files.ts';
import type { PageProps } from './frame.ts';
import { frontPage } from './front-page.ts';
import { sourcesPage, topicsPage } from './indexes.ts';
import { issuePage } from './issue.ts';
import { searchPage } from './search.ts';
import { sectionPage, sourcePage, topicPage } from './subjects.ts';
import { clippingPage, offlinePage } from './tools.ts';
import { wechatPage } from './wechat.ts';

export type PageKind =
  | 'front page'
  | 'issue'
  | 'wechat'
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

/** A page, and the props that it is a pure function of. */
export type PageAddress = { path: string; kind: PageKind; props: () => PageProps };
/** One of the site's own scripts; its props are its name. */
export type ScriptAddress = { path: string; kind: 'script'; props: () => string };
/** A public address and what stands there. */
export type Address = PageAddress | PublicFile | ScriptAddress;

export function isPage(address: Address): address is PageAddress {
  return address.kind !== 'script' && !isFile(address);
}

export function isFile(address: Address): address is PublicFile {
  return 'write' in address;
}

/** What stands at `path`, percent-encoded or not; `undefined` where nothing does. */
export function addressAt(archive: Archive, path: string): Address | undefined {
  let known = addressBooks.get(archive);
  if (known === undefined) {
    known = new Map(addressesOf(archive).map((address) => [decodeURI(address.path), address]));
    addressBooks.set(archive, known);
  }
  return known.get(decodeURI(path));
}

const addressBooks = new WeakMap<Archive, Map<string, Address>>();

/** The public file at `path`, percent-encoded or not; `undefined` where there is none. */
export function fileAt(archive: Archive, path: string): PublicFile | undefined {
  const address = addressAt(archive, path);
  return address !== undefined && isFile(address) ? address : undefined;
}

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
  for (const { date } of archive.issues)
    add('wechat', paths.wechat(date), () => wechatPage(archive, { date }));
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
  addresses.push(...filesOf(archive));
  addresses.push({ path: paths.serviceWorker(), kind: 'script', props: () => 'service-worker' });
  for (const name of scriptNames) {
    addresses.push({ path: paths.script(name), kind: 'script', props: () => name });
  }
  return addresses;
}
