import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { feedFormats } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';

/** The answer of a site to one request. */
export type SiteResponse = { url: string; status: number; headers: Headers; text: string };

/** The headers that every answer must have, and what each must contain. */
const HEADERS: Record<string, RegExp> = {
  'Content-Security-Policy': /^(?=.*default-src 'none')(?=.*frame-ancestors 'none')/,
  'Permissions-Policy': /./,
  'Referrer-Policy': /./,
  'X-Content-Type-Options': /^nosniff$/,
  'Cache-Control': /./,
};

/** What is wrong with the headers of an answer, a sentence each, without its subject. */
export function headerFaults({ url, headers }: SiteResponse): string[] {
  const faults: string[] = [];
  // RFC 6797, 8.1: browsers ignore this header unless it comes over TLS.
  const wanted = url.startsWith('https:')
    ? { ...HEADERS, 'Strict-Transport-Security': /max-age=[1-9]/ }
    : HEADERS;
  for (const [name, pattern] of Object.entries(wanted)) {
    const value = headers.get(name);
    if (value === null) faults.push(`has no ${name}`);
    else if (!pattern.test(value)) faults.push(`has the ${name} "${value}"`);
  }
  if (headers.has('X-Powered-By')) faults.push('has an X-Powered-By');
  return faults;
}

const PARSERS: Record<string, (text: string) => unknown> = {
  [feedFormats.rss.file]: parseRssFeed,
  [feedFormats.atom.file]: parseAtomFeed,
  [feedFormats.json.file]: parseJsonFeed,
  [paths.feedList().slice(1)]: parseOpml,
};

/** What is wrong with a feed or with a JSON file, a sentence each, without its subject. Other files have no faults. */
export function contentFaults({ url, text }: SiteResponse): string[] {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  const read = PARSERS[name] ?? (name.endsWith('.json') ? JSON.parse : undefined);
  try {
    read?.(text);
    return [];
  } catch (error) {
    // Each parser has its own class of errors, so all are caught. They throw for nothing but the text.
    return [`cannot be read (${error instanceof Error ? error.message : error})`];
  }
}
