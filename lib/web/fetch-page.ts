import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { FetchAnswer, Move, PageHeaders } from './fetch-answer.ts';
import { reasonOf } from './fetch-fault.ts';
import { guardLookup, PrivateAddressError } from './guarded-lookup.ts';
import { readAddress } from './read-address.ts';
import { readBody } from './read-body.ts';
import { requestOnce } from './request-once.ts';
import { readRetryAfter } from './retry-after.ts';

/** How a page is asked for. */
export type FetchOptions = {
  /** `User-Agent`: see `userAgent`. */
  agent: string;
  /** Whether addresses of this machine and of private networks are asked too; or those of these hosts alone, with port. */
  allowPrivate?: boolean | readonly string[];
  /** The time for everything, redirects included, in ms. */
  timeLimit?: number;
  /** The most bytes, as sent and unpacked. */
  sizeLimit?: number;
  /** The most redirects that are followed. */
  mostMoves?: number;
  /** What is wanted (`Accept`). */
  accept?: string;
  /** What the page's last answer said, so that it is sent only if it has changed. */
  etag?: string;
  lastModified?: string;
  /** Ends the request; `fetchPage` then throws its reason. */
  signal?: AbortSignal;
  /** Asks the name server; for tests. */
  lookup?: LookupFunction;
};

const TIME_LIMIT = 15_000;
const SIZE_LIMIT = 5 * 1024 * 1024;
const MOST_MOVES = 5;
const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5';
const MOVED = new Set([301, 302, 303, 307, 308]);

/**
 * Asks for a page as a polite visitor: one GET request, no cookies, a limit for time and size. Redirects are followed,
 * and each is held to what the first address is held to. Never throws for what the network or a server does.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<FetchAnswer> {
  const { timeLimit = TIME_LIMIT, mostMoves = MOST_MOVES, allowPrivate = false } = options;
  const late = AbortSignal.timeout(timeLimit);
  const signal = options.signal === undefined ? late : AbortSignal.any([late, options.signal]);
  const moves: Move[] = [];
  let next = address;
  for (;;) {
    const isOpen = isAllowed(next, allowPrivate);
    const url = readAddress(next, isOpen);
    if (!(url instanceof URL)) return { kind: 'refused', reason: url, address: next, moves };
    const at = { address: url.href, moves };
    const lookup = isOpen ? options.lookup : guardLookup(options.lookup);
    try {
      const response = await requestOnce(url, { headers: headersFor(options), lookup, signal });
      const target = moveOf(response, url);
      if (target === undefined) return { ...at, ...(await readAnswer(response, options)) };
      response.destroy();
      if (moves.length === mostMoves)
        return { ...at, kind: 'failed', reason: 'redirects', detail: `after ${mostMoves}` };
      next = target;
      moves.push({ from: url.href, to: target, status: response.statusCode ?? 0 });
    } catch (error) {
      if (error instanceof PrivateAddressError)
        return { ...at, kind: 'refused', reason: 'private' };
      options.signal?.throwIfAborted();
      const reason = late.aborted ? 'time' : reasonOf(error);
      if (reason === undefined || !(error instanceof Error)) throw error;
      return { ...at, kind: 'failed', reason, detail: error.message };
    }
  }
}

/** Our name, and where one can read who asks. */
export function userAgent(origin: string): string {
  return `Dibao/1 (+${origin})`;
}

function isAllowed(address: string, hosts: boolean | readonly string[]): boolean {
  if (typeof hosts === 'boolean') return hosts;
  return URL.canParse(address) && hosts.includes(new URL(address).host);
}

function headersFor(options: FetchOptions): Record<string, string> {
  const { agent, accept = ACCEPT, etag, lastModified } = options;
  return {
    'User-Agent': agent,
    Accept: accept,
    'Accept-Encoding': 'gzip, br, deflate',
    ...(etag !== undefined && { 'If-None-Match': etag }),
    ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }),
  };
}

/** Where a response leads on; an address that cannot be read is given as it is, and refused in the next step. */
function moveOf({ statusCode, headers }: IncomingMessage, base: URL): string | undefined {
  const { location } = headers;
  if (location === undefined || !MOVED.has(statusCode ?? 0)) return undefined;
  // Node reads a header as Latin-1; servers also send addresses in UTF-8.
  const text = Buffer.from(location, 'latin1').toString('utf8');
  return URL.canParse(text, base) ? new URL(text, base).href : text;
}

async function readAnswer(
  response: IncomingMessage,
  { sizeLimit = SIZE_LIMIT }: FetchOptions,
): Promise<
  | { kind: 'page'; status: number; headers: PageHeaders; bytes: Uint8Array }
  | { kind: 'unchanged'; status: 304; headers: PageHeaders }
> {
  const headers = headersOf(response);
  const { statusCode: status = 0 } = response;
  if (status === 304) {
    response.resume();
    return { kind: 'unchanged', status, headers };
  }
  try {
    return { kind: 'page', status, headers, bytes: await readBody(response, sizeLimit) };
  } finally {
    response.destroy();
  }
}

function headersOf({ headers }: IncomingMessage): PageHeaders {
  const contentType = headers['content-type'];
  const { etag } = headers;
  const lastModified = headers['last-modified'];
  const retryAfter = readRetryAfter(headers['retry-after'], new Date());
  return {
    ...(contentType !== undefined && { contentType }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
