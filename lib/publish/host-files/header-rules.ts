import { editionTypes } from '#lib/site/edition-types.ts';
import { calendarType, feedFormats, opmlType } from '#lib/site/feed-formats.ts';
import { matchesPattern, pathPatterns } from '#lib/site/path-patterns.ts';
import { paths } from '#lib/site/paths.ts';
import type { PageKind } from '#lib/views/page-table.ts';
import {
  filePolicy,
  type Inline,
  joinInline,
  mailPolicy,
  pagePolicy,
  workerPolicy,
} from './content-policy.ts';

/** The response headers of every path that matches a pattern of `path-patterns.ts`. */
export type HeaderRule = { pattern: string; headers: Record<string, string> };

/** The inline styles and scripts of a kind: all its pages have the same. */
export type InlineOfKind = (kind: PageKind) => Inline;

const POLICY = 'Content-Security-Policy';
const CACHE = 'Cache-Control';

/** The headers of every answer. */
const everywhere = {
  // Browsers may cache a page, but ask each time whether it has changed, so that readers see corrections at once.
  [CACHE]: 'no-cache',
  'Permissions-Policy': 'camera=(),geolocation=(),microphone=()',
  'Referrer-Policy': 'strict-origin',
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
};

const workers = [paths.serviceWorker(), paths.script('search-worker')];

/**
 * The paths of each kind of page, by which hosts find its policy. A later kind takes the place of an earlier one. Every
 * other path has the policy of the page "not found": without a row here the styles of a page are blocked.
 */
const patternsOfKinds: {
  readonly [Kind in Exclude<PageKind, 'not found'>]: { kind: Kind; patterns: readonly string[] };
} = {
  'front page': { kind: 'front page', patterns: pathPatterns.frontPage },
  // A pattern has one `*`, so that the pages of items match that of issues: both have one policy.
  issue: { kind: 'issue', patterns: pathPatterns.issue },
  item: { kind: 'item', patterns: pathPatterns.issue },
  wechat: { kind: 'wechat', patterns: pathPatterns.wechat },
  section: { kind: 'section', patterns: pathPatterns.section },
  source: { kind: 'source', patterns: pathPatterns.source },
  sources: { kind: 'sources', patterns: [paths.sources()] },
  topic: { kind: 'topic', patterns: pathPatterns.topic },
  topics: { kind: 'topics', patterns: [paths.topics()] },
  entity: { kind: 'entity', patterns: pathPatterns.entity },
  entities: { kind: 'entities', patterns: [paths.entities()] },
  threads: { kind: 'threads', patterns: [paths.threads()] },
  thread: { kind: 'thread', patterns: pathPatterns.thread },
  archive: { kind: 'archive', patterns: pathPatterns.archive },
  review: { kind: 'review', patterns: pathPatterns.review },
  trends: { kind: 'trends', patterns: pathPatterns.trends },
  laws: { kind: 'laws', patterns: [paths.laws()] },
  law: { kind: 'law', patterns: pathPatterns.law },
  cases: { kind: 'cases', patterns: [paths.cases()] },
  case: { kind: 'case', patterns: pathPatterns.case },
  calendar: { kind: 'calendar', patterns: pathPatterns.calendar },
  search: { kind: 'search', patterns: [paths.search()] },
  clipping: { kind: 'clipping', patterns: [paths.clipping()] },
  offline: { kind: 'offline', patterns: [paths.offline()] },
  feeds: { kind: 'feeds', patterns: [paths.feeds()] },
  about: { kind: 'about', patterns: [paths.about()] },
  accessibility: { kind: 'accessibility', patterns: [paths.accessibility()] },
};

/** The kinds of pages whose paths match each pattern. */
function kindsByPattern(): Map<string, PageKind[]> {
  const kinds = new Map<string, PageKind[]>();
  for (const { kind, patterns } of Object.values(patternsOfKinds))
    for (const pattern of patterns) kinds.set(pattern, [...(kinds.get(pattern) ?? []), kind]);
  return kinds;
}

/**
 * The one table of response headers: a header of a later rule takes the place of an earlier one's.
 * @param hashed paths of files whose names have a hash of their bytes: such a file never changes
 */
export function headerRules(inlineOf: InlineOfKind, hashed: readonly string[]): HeaderRule[] {
  const notFound = inlineOf('not found');
  const rules: HeaderRule[] = [
    {
      pattern: pathPatterns.everything,
      headers: { [POLICY]: pagePolicy(notFound), ...everywhere },
    },
  ];
  for (const [pattern, kinds] of kindsByPattern()) {
    // A path that matches may still have no page: then the 404 page is sent with these headers.
    const inline = [...kinds.map(inlineOf), notFound].reduce(joinInline);
    const value = pagePolicy(inline, kinds.includes('wechat'));
    // Pages without a layout of their own share a policy. Cloudflare reads 100 rules, so none says it again.
    const isSaid = !pattern.includes('*') && headersFor(rules, pattern)[POLICY] === value;
    if (!isSaid) rules.push({ pattern, headers: { [POLICY]: value } });
  }
  for (const pattern of pathPatterns.mail)
    rules.push({ pattern, headers: { [POLICY]: mailPolicy } });
  for (const pattern of pathPatterns.files)
    rules.push({ pattern, headers: { [POLICY]: filePolicy } });
  for (const pattern of workers) rules.push({ pattern, headers: { [POLICY]: workerPolicy } });
  for (const pattern of hashed)
    rules.push({ pattern, headers: { [CACHE]: 'public, max-age=31536000, immutable' } });
  return [...rules, ...typeRules];
}

/** Not every host knows what these endings mean, and some know no charset for text. */
const typeRules: readonly HeaderRule[] = [
  ...Object.entries(editionTypes).map(([ending, type]) => typeRule(`/*.${ending}`, type)),
  typeRule('/*.xml', 'application/xml; charset=utf-8'),
  typeRule('/*.txt', 'text/plain; charset=utf-8'),
  // Modules and workers are UTF-8 by definition.
  typeRule('/*.js', 'text/javascript'),
  typeRule('/*.webmanifest', 'application/manifest+json'),
  typeRule('/*.ico', 'image/x-icon'),
  // The endings `.xml` and `.json` do not say that a file is a feed.
  ...Object.values(feedFormats).map(({ file, type }) =>
    typeRule(`/*${file}`, `${type}; charset=utf-8`),
  ),
  typeRule(paths.feedList(), `${opmlType}; charset=utf-8`),
  typeRule(pathPatterns.calendars, `${calendarType}; charset=utf-8`),
  {
    pattern: pathPatterns.health,
    headers: { 'Content-Type': 'application/json', [CACHE]: 'no-store' },
  },
];

function typeRule(pattern: string, type: string): HeaderRule {
  return { pattern, headers: { 'Content-Type': type } };
}

/** The headers that the rules give to an answer at a path. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules)
    if (matchesPattern(rule.pattern, path)) Object.assign(headers, rule.headers);
  return headers;
}
