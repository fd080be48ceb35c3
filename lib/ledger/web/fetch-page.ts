import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP } from 'node:net';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import type { Fetched } from '../ask-page.ts';
import { decodeHtml } from './decode-html.ts';
import { faultOf, TooLarge } from './faults.ts';
import { isPublicAddress, lookUpPublic, PrivateHost } from './public-address.ts';

/** How a page is asked for. */
export type Manner = {
  /** The longest time for the whole answer, redirects included, in ms. */
  patience: number;
  /** Whether hosts of private networks may be asked, as a test asks this machine. */
  privateHosts: boolean;
};

/** In bytes, after decompression. */
const LARGEST = 5 * 1024 * 1024;
const MOST_REDIRECTS = 8;
const HEADERS = {
  'User-Agent': 'Dibao (asks whether cited reports still stand)',
  Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  'Accept-Encoding': 'gzip, deflate, br',
};
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks for a page once, and follows redirects. It never throws for what the network or a host does. */
export async function fetchPage(
  url: string,
  { patience, privateHosts }: Manner,
  stop: AbortSignal,
): Promise<Fetched> {
  const tooLate = AbortSignal.timeout(patience);
  const signal = AbortSignal.any([stop, tooLate]);
  try {
    let at = new URL(url);
    let permanent = true;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      assertAllowed(at, privateHosts);
      const response = await ask(at, signal, privateHosts);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (!REDIRECTS.has(status) || location === undefined || !URL.canParse(location, at.href))
        return await readResponse(response, at, redirects > 0 && permanent, signal);
      response.destroy();
      permanent &&= PERMANENT.has(status);
      at = new URL(location, at);
    }
    return { kind: 'none', why: 'redirects', again: false };
  } catch (error) {
    stop.throwIfAborted();
    return tooLate.aborted ? { kind: 'none', why: 'timeout', again: true } : faultOf(error);
  }
}

/** @throws PrivateHost for an address that is none of the public web */
function assertAllowed({ protocol, hostname }: URL, privateHosts: boolean): void {
  const name = hostname.replace(/^\[|\]$/g, '');
  const isPrivate = isIP(name) !== 0 && !isPublicAddress(name);
  if (!/^https?:$/.test(protocol) || (isPrivate && !privateHosts)) throw new PrivateHost(hostname);
}

function ask(url: URL, signal: AbortSignal, privateHosts: boolean): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const lookup = privateHosts ? {} : { lookup: lookUpPublic };
  return new Promise((resolve, reject) => {
    get(url, { headers: HEADERS, signal, agent: false, ...lookup }, resolve).on('error', reject);
  });
}

async function readResponse(
  response: IncomingMessage,
  url: URL,
  permanent: boolean,
  signal: AbortSignal,
): Promise<Fetched> {
  const type = response.headers['content-type'] ?? 'text/html';
  const isHtml = /html|xml/i.test(type);
  const isText = isHtml || /^text\/|json/i.test(type);
  const bytes = isText ? await readBytes(response, signal) : Buffer.alloc(0);
  if (!isText) response.destroy();
  const text = decodeHtml(bytes, type);
  return {
    kind: 'response',
    status: response.statusCode ?? 0,
    url: url.href,
    permanent,
    html: isHtml ? text : undefined,
    text,
    retryAfter: readRetryAfter(response.headers['retry-after']),
  };
}

/** @throws TooLarge when more comes than a page has */
async function readBytes(response: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = decompressed(response);
  const abort = () => response.destroy(new Error('aborted'));
  signal.addEventListener('abort', abort, { once: true });
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > LARGEST) throw new TooLarge();
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  } finally {
    signal.removeEventListener('abort', abort);
    response.destroy();
  }
}

function decompressed(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? '';
  if (!/gzip|deflate|br/.test(encoding)) return response;
  const unpack = encoding === 'br' ? createBrotliDecompress() : createUnzip();
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

/** `Retry-After` (RFC 9110, 10.2.3) in ms. */
function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const delay = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(delay) && delay > 0 ? delay : undefined;
}
