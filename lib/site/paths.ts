import * as browserPaths from './browser-paths.ts';
import type { DataListName } from './data-lists.ts';
import type { IsoDate } from './dates.ts';
import type { EditionEnding } from './edition-types.ts';
import { type FeedFormat, feedFormats } from './feed-formats.ts';
import { fold } from './fold.ts';

/** Ids of elements that pages have besides items and sections: no item or section may have one of these ids. */
export const ownIds = ['main', 'newest', 'coming', 'recent', 'keys'] as const;

/** Steps below the address of an issue that are pages or files of it: no item may have one of these ids. */
export const formSteps = ['mail', 'wechat'] as const;

/** The id of an issue's heading on a page that lists items under their issues. */
export function issueAnchor(date: IsoDate): string {
  return `issue-${date}`;
}

export const { monthAnchor } = browserPaths;

/**
 * Every address of the site. They are URL paths, percent-encoded, without origin and without a
 * trailing slash. No other code of the project builds an address.
 */
export const paths = {
  home: browserPaths.home,
  issue: browserPaths.issue,
  issueSection: (date: IsoDate, section: string) =>
    `/issues/${date}#${encodeURIComponent(section)}`,
  /** The page of one item, and where the page of its issue has it. */
  item: browserPaths.item,
  itemInIssue: (date: IsoDate, id: string) => `/issues/${date}#${encodeURIComponent(id)}`,
  section: (id: string, year?: string) => inYear(`/sections/${encodeURIComponent(id)}`, year),
  sources: () => '/sources',
  source: (slug: string, year?: string) => inYear(`/sources/${encodeURIComponent(slug)}`, year),
  topics: () => '/topics',
  topic: (id: string, year?: string) => inYear(`/topics/${encodeURIComponent(id)}`, year),
  entities: () => '/entities',
  entity: (id: string, year?: string) => inYear(`/entities/${encodeURIComponent(id)}`, year),
  threads: (year?: string) => inYear('/threads', year),
  thread: (id: string) => `/threads/${encodeURIComponent(id)}`,
  archive: (year?: string) => inYear('/archive', year),
  archiveMonth: browserPaths.archiveMonth,
  /** Where a page that lists items under their issues has those of an issue. `list` is the path of the page. */
  issueInList: (list: string, date: IsoDate) => `${list}#${issueAnchor(date)}`,
  review: (year: string) => `/archive/${year}/review`,
  trends: (year?: string) => inYear('/trends', year),
  laws: (year?: string) => inYear('/laws', year),
  law: (id: string) => `/laws/${encodeURIComponent(id)}`,
  cases: (year?: string) => inYear('/cases', year),
  case: (id: string) => `/cases/${encodeURIComponent(id)}`,
  calendar: (year?: string) => inYear('/calendar', year),
  calendarFile: () => '/calendar.ics',
  topicCalendar: (id: string) => `/topics/${encodeURIComponent(id)}/calendar.ics`,
  lawCalendar: (id: string) => `/laws/${encodeURIComponent(id)}/calendar.ics`,
  caseCalendar: (id: string) => `/cases/${encodeURIComponent(id)}/calendar.ics`,
  search: browserPaths.search,
  /** A URI template (RFC 6570) with one variable. */
  searchFor: (variable: string) => `/search?q={${variable}}`,
  searchShard: browserPaths.searchShard,
  searchPages: browserPaths.searchPages,
  traditionalNames: browserPaths.traditionalNames,
  searchIssues: browserPaths.searchIssues,
  characterTable: browserPaths.characterTable,
  clipping: browserPaths.clipping,
  offline: browserPaths.offline,
  about: () => '/about',
  accessibility: () => '/accessibility',
  feeds: () => '/feeds',
  feedList: () => '/feeds.opml',
  itemsFeed: (format: FeedFormat) => feedIn('', format),
  issuesFeed: (format: FeedFormat) => feedIn('/issues', format),
  sectionFeed: (id: string, format: FeedFormat) =>
    feedIn(`/sections/${encodeURIComponent(id)}`, format),
  sourceFeed: (slug: string, format: FeedFormat) =>
    feedIn(`/sources/${encodeURIComponent(slug)}`, format),
  topicFeed: (id: string, format: FeedFormat) =>
    feedIn(`/topics/${encodeURIComponent(id)}`, format),
  entityFeed: (id: string, format: FeedFormat) =>
    feedIn(`/entities/${encodeURIComponent(id)}`, format),
  threadFeed: (id: string, format: FeedFormat) =>
    feedIn(`/threads/${encodeURIComponent(id)}`, format),
  lawFeed: (id: string, format: FeedFormat) => feedIn(`/laws/${encodeURIComponent(id)}`, format),
  caseFeed: (id: string, format: FeedFormat) => feedIn(`/cases/${encodeURIComponent(id)}`, format),
  edition: (date: IsoDate, ending: EditionEnding) => `/issues/${date}.${ending}`,
  mail: (date: IsoDate) => formIn(date, 'mail'),
  wechat: (date: IsoDate) => formIn(date, 'wechat'),
  volume: (year: string) => `/archive/${year}.epub`,
  issueSchema: () => '/schema/issue.json',
  issueList: () => '/api/issues.json',
  dataSchema: (list: DataListName) => `/schema/${list}.json`,
  dataList: (list: DataListName, year?: string) => `${inYear(`/api/${list}`, year)}.json`,
  sitemap: (part?: number) => (part === undefined ? '/sitemap.xml' : `/sitemap-${part}.xml`),
  robots: () => '/robots.txt',
  llms: () => '/llms.txt',
  /** The file in which IndexNow looks for the site's key. */
  indexNowKey: (key: string) => `/${key}.txt`,
  card: (date?: IsoDate) => `/cards/${date ?? 'site'}.png`,
  itemCard: (date: IsoDate, id: string) => `/cards/${date}/${encodeURIComponent(id)}.png`,
  notFound: () => '/404',
  favicon: browserPaths.favicon,
  /** Where browsers and feed readers look for an icon if there is no link to one. */
  faviconIco: () => '/favicon.ico',
  /** The icon on the home screen of a phone. */
  touchIcon: () => '/apple-touch-icon.png',
  manifest: () => '/manifest.webmanifest',
  serviceWorker: browserPaths.serviceWorker,
  script: browserPaths.script,
} as const;

function inYear(path: string, year: string | undefined): string {
  return year === undefined ? path : `${path}/${year}`;
}

function formIn(date: IsoDate, step: (typeof formSteps)[number]): string {
  return `/issues/${date}/${step}`;
}

function feedIn(path: string, format: FeedFormat): string {
  return `${path}/${feedFormats[format].file}`;
}

/** The absolute address of a path of ours. `origin` has no trailing slash. */
export function absoluteUrl(origin: string, path: string): string {
  return origin + path;
}

/** The file that a host sends for `path`, relative to the output folder. */
export function outputFile(path: string): string {
  const name = decodeURIComponent(path.slice(1));
  if (name === '') return 'index.html';
  // The addresses of pages have no dot; those of other files have the ending of the file.
  return name.includes('.') ? name : `${name}.html`;
}

/**
 * Makes the last part of an address from a name: letters and digits of any script in lower case, and one hyphen for
 * everything between them. It has no `/`, `?`, `#`, `%` or leading dot, so it is safe as a file name, also on systems
 * that ignore the case of file names.
 */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
}

/** Whether a file can have this name: most systems allow 255 bytes, and our endings need some of them. */
export function isNameable(slug: string): boolean {
  return bytesIn(slug) <= 200;
}

/** The length of the longest ending of a file at an address: `.html.br`. */
const LONGEST_ENDING = 8;

/**
 * Whether there can be a file at an old path (see `isOldPath`). Each part of the path is the name of a folder or of the
 * file: it may have 255 bytes with its ending, and the whole path 2,000.
 */
export function isOldFile(path: string): boolean {
  const steps = decodeURIComponent(path).split('/');
  return bytesIn(path) <= 2000 && steps.every((step) => bytesIn(step) + LONGEST_ENDING <= 255);
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}
