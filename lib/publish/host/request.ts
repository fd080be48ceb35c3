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

/**
 * Whether a request names its host as it must (RFC 9112, 3.2): once, and by something that can be a host. HTTP/1.0
 * knows no such header.
 */
export function namesItsHost({ headersDistinct, httpVersion }: IncomingMessage): boolean {
  const [host, ...others] = headersDistinct.host ?? [];
  if (host === undefined) return httpVersion === '1.0';
  return others.length === 0 && HOST.test(host);
}

/** A host and a port (RFC 3986, 3.2.2 and 3.2.3). */
const HOST =
  /^(?:\[[\da-f:.]+\]|\[v[\da-f]+\.[\w.~!$&'()*+,;=:-]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i;

/** Other names that an encoding has in `Accept-Encoding` (RFC 9110, 8.4.1.3). */
const ALIASES: Readonly<Record<string, string>> = { 'x-gzip': 'gzip' };

/**
 * The encodings that a request accepts (RFC 9110, 12.5.3), the preferred one first, and of equals the one that packs
 * best. `identity` is always among them: a client that refuses it too gets a plain answer rather than none.
 */
export function acceptedEncodings({ headers }: IncomingMessage): Encoding[] {
  const weights = new Map<string, number>();
  for (const part of String(headers['accept-encoding'] ?? '').split(',')) {
    const [name = '', ...parameters] = part
      .toLowerCase()
      .split(';')
      .map((text) => text.trim());
    const weight = parameters.find((text) => /^q\s*=/.test(text))?.replace(/^q\s*=\s*/, '') ?? '1';
    // A weight that is no number counts as 0.
    weights.set(ALIASES[name] ?? name, Number(weight) || 0);
  }
  const rest = weights.get('*') ?? 0;
  const weightOf = (name: Encoding) => weights.get(name) ?? rest;
  const packed = (['br', 'gzip'] as const).filter((name) => weightOf(name) > 0);
  const wanted = weights.get('identity') ?? 0;
  const liked = packed.filter((name) => weightOf(name) >= wanted);
  liked.sort((one, other) => weightOf(other) - weightOf(one));
  return [...liked, 'identity', ...packed.filter((name) => !liked.includes(name))];
}
