import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { feedFormats } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';

/** What a site answered to one request. */
export type Answer = { url: string; status: number; headers: Headers; text: string };

/** The headers that every answer has, and what each must hold. */
const HEADERS: Record<string, RegExp> = {
  'Content-Security-Policy': /^(?=.*default-src 'none')(?=.*frame-ancestors 'none')/,
  'Permissions-Policy': /./,
  'Referrer-Policy': /./,
  'X-Content-Type-Options': /^nosniff$/,
  'Cache-Control': /./,
};

/** What is wrong with the headers of an answer, a sentence each. */
export function headerFaults({ url, headers }: Answer): string[] {
  const faults: string[] = [];
  // A browser takes no notice of it but over TLS (RFC 6797, 8.1).
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

/** What is wrong with a feed, and with any other file of JSON; nothing where the file is neither. */
export function contentFaults({ url, text }: Answer): string[] {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  const read = PARSERS[name] ?? (name.endsWith('.json') ? JSON.parse : undefined);
  try {
    read?.(text);
    return [];
  } catch (error) {
    // Each parser throws an error of its own kind at what it cannot read, and nothing else.
    return [`cannot be read (${error instanceof Error ? error.message : error})`];
  }
}
