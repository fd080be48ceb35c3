import type { IncomingMessage } from 'node:http';

/** The forms in which a file is kept, by their names in HTTP. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Where a request leads: the path as it was sent, the path as it is meant, and the query. */
export type Target = { sent: string; path: string; query: string | undefined };

/**
 * What a request asks for, in any of the forms of RFC 9112, 3.2; `undefined` when it is no address, or not
 * in UTF-8. What is no letter of an address Node has refused before.
 */
export function readTarget(url: string): Target | undefined {
  // A proxy is asked for an address with a host, and a server answers it too.
  const own = url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const [sent = '', query] = (own.startsWith('?') ? `/${own}` : own).split(/\?(.*)/s);
  if (!sent.startsWith('/')) return undefined;
  try {
    const path = decodeURIComponent(sent);
    return path.includes('\0') ? undefined : { sent, path, query };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** The path without the trailing slash or `.html` that an address of ours never has, percent-encoded. */
export function canonicalPath(path: string): string | undefined {
  if (path === '/' || !/(?:\/|\.html)$/.test(path)) return undefined;
  // `//example.org` in a Location would leave the site.
  const plain = path.replace(/\/index\.html$|\.html$/, '').replace(/^\/+|(?<!\/)\/+$/g, '');
  return encodeURI(`/${plain}`);
}

/** A redirect's target with the query that its old address was asked with. */
export function withQuery(target: string, query: string | undefined): string {
  if (query === undefined) return target;
  const [address = '', anchor] = target.split(/#(.*)/s);
  const joined = address + (address.includes('?') ? '&' : '?') + query;
  return anchor === undefined ? joined : `${joined}#${anchor}`;
}

/** The best encoding that is accepted: `br;q=0` is not. */
export function pickEncoding(request: IncomingMessage): Encoding {
  const accepted = request.headers['accept-encoding'];
  const names = (Array.isArray(accepted) ? accepted.join() : (accepted ?? ''))
    .split(',')
    .map((part) => part.split(';').map((each) => each.trim()))
    .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
