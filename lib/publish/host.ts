import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { hasCode } from '#lib/site/failure.ts';
import { paths } from '#lib/site/paths.ts';
import { headerRules, readRedirectsFile } from './host-files.ts';

/** How often the host looks whether another release has taken the place of the one it serves, in ms. */
const LOOK_EVERY = 500;

/**
 * An HTTP server for a printed site: the files with their precompressed forms, the headers and redirects
 * of the host files, the 404 page. When the folder comes to lead to another release, that is served.
 */
export async function createHost(out: string): Promise<Server> {
  let current = await openSite(out);
  let looked = Date.now();
  const follow = async () => {
    if (Date.now() - looked < LOOK_EVERY) return;
    looked = Date.now();
    if ((await realpath(out)) !== current.folder) current = await openSite(out);
  };
  return createServer(async (request, response) => {
    // Where there is no site any more, what was read of the last one is still an answer.
    await follow().catch((error: unknown) => console.error(error));
    respond(current, request, response);
  });
}

type Site = {
  folder: string;
  redirects: Map<string, string>;
  notFound: Record<'br' | 'gzip' | 'identity', Buffer>;
  serveFile: ReturnType<typeof sirv>;
};

async function openSite(out: string): Promise<Site> {
  const folder = await realpath(out);
  return {
    folder,
    redirects: readRedirectsFile(await readFile(join(folder, '_redirects'), 'utf8')),
    notFound: {
      br: await readFile(join(folder, '404.html.br')),
      gzip: await readFile(join(folder, '404.html.gz')),
      identity: await readFile(join(folder, '404.html')),
    },
    serveFile: sirv(folder, { brotli: true, gzip: true, etag: true, setHeaders }),
  };
}

function respond(site: Site, request: IncomingMessage, response: ServerResponse): void {
  // A connection stays without being told so (RFC 9112, 9.3); 47 bytes of each answer said nothing else.
  response.removeHeader('Connection');
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    answer(request, response, 405, `${request.method} is not answered here.\n`);
    return;
  }
  const decoded = decodePath(path);
  if (decoded === undefined) {
    answer(request, response, 400, 'The address is malformed.\n');
    return;
  }
  const moved = site.redirects.get(decoded) ?? canonicalPath(decoded);
  if (moved !== undefined) {
    response.setHeader('Location', withQuery(moved, query));
    answer(request, response, 308, '');
    return;
  }
  const encoding = pickEncoding(request);
  const answerNotFound = () => {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    answer(request, response, 404, site.notFound[encoding]);
  };
  // Files for hosts are no pages, and the compressed forms are no addresses of their own.
  if (decoded === paths.notFound() || /^\/_|\.(br|gz)$/.test(decoded)) {
    answerNotFound();
    return;
  }
  // A page is sent whole (RFC 9110, 14.2 allows it): sirv takes no care of ranges outside the file.
  delete request.headers.range;
  request.headers['accept-encoding'] = encoding;
  site.serveFile(request, response, answerNotFound);
}

/** Listens where it is told; a host of `undefined` means loopback alone, in both its forms. */
export async function listen(
  server: Server,
  port: number,
  host: string | undefined,
): Promise<void> {
  await listenOn(server, port, host ?? '127.0.0.1');
  if (host !== undefined) return;
  const twin = createServer((request, response) => server.emit('request', request, response));
  try {
    await listenOn(twin, port, '::1');
    server.on('close', () => twin.close());
  } catch (error) {
    // A machine without IPv6 has no second form.
    if (hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) return;
    server.close();
    throw error;
  }
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string | Buffer,
): void {
  // An answer of the host's own is no file, whatever the address ends in.
  const type = response.getHeader('Content-Type') ?? 'text/plain;charset=utf-8';
  setHeaders(response, request.url ?? '/');
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : body);
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const rule of headerRules) {
    if (!path.startsWith(rule.path) || !path.endsWith(rule.ending)) continue;
    for (const [name, value] of Object.entries(rule.headers)) response.setHeader(name, value);
  }
}

/** The path without the trailing slash or `.html` that an address of ours never has, percent-encoded. */
function canonicalPath(path: string): string | undefined {
  if (path === '/' || !/(?:\/|\.html)$/.test(path)) return undefined;
  // `//example.org` in a Location would leave the site.
  const plain = path.replace(/\/index\.html$|\.html$/, '').replace(/^\/+|\/+$/g, '');
  return encodeURI(`/${plain}`);
}

/** A redirect's target with the query that its old address was asked with. */
function withQuery(target: string, query: string | undefined): string {
  if (query === undefined) return target;
  const [address = '', anchor] = target.split(/#(.*)/s);
  const joined = address + (address.includes('?') ? '&' : '?') + query;
  return anchor === undefined ? joined : `${joined}#${anchor}`;
}

/** The path as it is meant; `undefined` when it is no path, or no UTF-8. */
function decodePath(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** The best encoding that is accepted: `br;q=0` is not. */
function pickEncoding(request: IncomingMessage): 'br' | 'gzip' | 'identity' {
  const accepted = request.headers['accept-encoding'];
  const names = (Array.isArray(accepted) ? accepted.join() : (accepted ?? ''))
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
