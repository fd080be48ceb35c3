import type { IsoDate } from './dates.ts';
import type { EditionEnding } from './edition-types.ts';
import { type FeedFormat, feedFormats } from './feed-formats.ts';
import { fold } from './fold.ts';

/** Ids that every page, an issue's or the front page has for itself: no item or section may take one. */
export const ownIds = ['main', 'newest', 'recent', 'keys'] as const;

/** The scripts of the site, each bundled from the file of its name in `components/enhance`. */
export const scriptNames = [
  'site',
  'search',
  'search-worker',
  'settings-panel',
  'key-list',
  'cite',
  'watch',
  'clipping',
  'clipping-docx',
] as const;
/** What runs in an editor's preview alone, and is never printed. */
export const previewScript = 'preview';
export type ScriptName = (typeof scriptNames)[number] | typeof previewScript;

/**
 * Every address of the site. They are URL paths, percent-encoded, without origin and without a
 * trailing slash; nothing else in the project spells an address.
 */
export const paths = {
  home: () => '/',
  issue: (date: IsoDate) => `/issues/${date}`,
  issueSection: (date: IsoDate, section: string) =>
    `/issues/${date}#${encodeURIComponent(section)}`,
  item: (date: IsoDate, id: string) => `/issues/${date}#${encodeURIComponent(id)}`,
  section: (id: string, year?: string) => inYear(`/sections/${encodeURIComponent(id)}`, year),
  sources: () => '/sources',
  source: (slug: string, year?: string) => inYear(`/sources/${encodeURIComponent(slug)}`, year),
  topics: () => '/topics',
  topic: (id: string, year?: string) => inYear(`/topics/${encodeURIComponent(id)}`, year),
  archive: (year?: string) => inYear('/archive', year),
  search: () => '/search',
  /** A URI template (RFC 6570) of one word. */
  searchFor: (variable: string) => `/search?q={${variable}}`,
  searchShard: (year: string) => `/search/${year}.json`,
  clipping: () => '/clipping',
  offline: () => '/offline',
  about: () => '/about',
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
  edition: (date: IsoDate, ending: EditionEnding) => `/issues/${date}.${ending}`,
  mail: (date: IsoDate) => `/issues/${date}/mail`,
  wechat: (date: IsoDate) => `/issues/${date}/wechat`,
  volume: (year: string) => `/archive/${year}.epub`,
  issueSchema: () => '/schema/issue.json',
  issueList: () => '/api/issues.json',
  sitemap: (part?: number) => (part === undefined ? '/sitemap.xml' : `/sitemap-${part}.xml`),
  robots: () => '/robots.txt',
  llms: () => '/llms.txt',
  card: (date?: IsoDate) => `/cards/${date ?? 'site'}.png`,
  notFound: () => '/404',
  favicon: () => '/favicon.svg',
  manifest: () => '/manifest.webmanifest',
  serviceWorker: () => '/service-worker.js',
  script: (name: ScriptName) => `/scripts/${name}.js`,
} as const;

function inYear(path: string, year: string | undefined): string {
  return year === undefined ? path : `${path}/${year}`;
}

function feedIn(path: string, format: FeedFormat): string {
  return `${path}/${feedFormats[format].file}`;
}

/** The absolute address of a path of ours. `origin` has no trailing slash. */
export function absoluteUrl(origin: string, path: string): string {
  return origin + path;
}

/** The file, relative to the output folder, in which a host looks for what stands at `path`. */
export function outputFile(path: string): string {
  const name = decodeURIComponent(path.slice(1));
  if (name === '') return 'index.html';
  // The addresses of pages have no dot; those of other files end as the files do.
  return name.includes('.') ? name : `${name}.html`;
}

/**
 * The last step of an address made from a name: letters and digits of any script, in lower case, all
 * else one hyphen. It holds no `/`, `?`, `#`, `%` or leading dot, so it is safe as a file name too,
 * also where file names differ by more than their case only.
 */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
