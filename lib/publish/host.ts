import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { hasCode } from '#lib/site/failure.ts';
import { paths } from '#lib/site/paths.ts';
import { headerRules, readRedirectsFile } from './host-files.ts';

/**
 * An HTTP server for a printed site: the files with their precompressed forms, the headers and redirects
 * of the host files, the 404 page. It keeps to the release that the folder leads to when it is made.
 */
export async function createHost(out: string): Promise<Server> {
  const folder = await realpath(out);
  const redirects = readRedirectsFile(await readFile(join(folder, '_redirects'), 'utf8'));
  const notFound = {
    br: await readFile(join(folder, '404.html.br')),
    gzip: await readFile(join(folder, '404.html.gz')),
    identity: await readFile(join(folder, '404.html')),
  };
  const serveFile = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => setHeaders(response, path),
  });

  return createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return answer(request, response, 405, `${request.method} is not answered here.\n`);
    }
    if (!isWellFormed(path)) return answer(request, response, 400, 'The address is malformed.\n');
    const moved = redirects.get(encodeURI(decodeURI(path))) ?? canonicalPath(path);
    if (moved !== undefined) {
      response.setHeader('Location', query === undefined ? moved : `${moved}?${query}`);
      return answer(request, response, 308, '');
    }
    const answerNotFound = () => {
      const encoding = pickEncoding(request);
      response.setHeader('Content-Type', 'text/html;charset=utf-8');
      response.setHeader('Vary', 'Accept-Encoding');
      if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
      answer(request, response, 404, notFound[encoding]);
    };
    // Files for hosts are no pages, and the compressed forms are no addresses of their own.
    if (path === paths.notFound() || /^\/_|\.(br|gz)$/.test(path)) return answerNotFound();
    serveFile(request, response, answerNotFound);
  });
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
  setHeaders(response, request.url ?? '/');
  if (!response.hasHeader('Content-Type')) {
    response.setHeader('Content-Type', 'text/plain;charset=utf-8');
  }
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : body);
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const rule of headerRules) {
    if (!path.startsWith(rule.path)) continue;
    for (const [name, value] of Object.entries(rule.headers)) response.setHeader(name, value);
  }
}

/** The path without the trailing slash or `.html` that an address of ours never has. */
function canonicalPath(path: string): string | undefined {
  if (path === '/' || !/(?:\/|\.html)$/.test(path)) return undefined;
  // `//example.org` in a Location would leave the site.
  return `/${path.replace(/\/index\.html$|\.html$/, '').replace(/^\/+|\/+$/g, '')}`;
}

function isWellFormed(path: string): boolean {
  if (!path.startsWith('/')) return false;
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function pickEncoding(request: IncomingMessage): 'br' | 'gzip' | 'identity' {
  const accepted = request.headers['accept-encoding'];
  const names = (Array.isArray(accepted) ? accepted.join() : (accepted ?? '')).split(/[\s,;]+/);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
