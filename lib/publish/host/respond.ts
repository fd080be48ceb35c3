import type { IncomingMessage, ServerResponse } from 'node:http';
import { paths } from '#lib/site/paths.ts';
import { hiddenPattern } from '../host-files/patterns.ts';
import { canonicalPath, pickEncoding, readTarget, withQuery } from './request.ts';
import type { Site } from './site.ts';

const HIDDEN = new RegExp(hiddenPattern);
/** A hidden file, or steps that lead elsewhere: neither is in the list of a site's files, but on its disk they are found. */
const NO_ADDRESS = /\/(?:\/|\.(?!well-known\/))/;

/** Answers a request from a printed site: with the file, with where it is now, or with why there is none. */
export function respond(site: Site, request: IncomingMessage, response: ServerResponse): void {
  // A connection stays without being told so (RFC 9112, 9.3); 47 bytes of each answer said nothing else.
  response.removeHeader('Connection');
  const target = readTarget(request.url ?? '/');
  for (const [name, value] of Object.entries(site.headersFor(target?.path ?? '/')))
    response.setHeader(name, value);
  const isPlaced = request.headers.host !== undefined || request.httpVersion === '1.0';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    // What it brought is not waited for.
    response.setHeader('Connection', 'close');
    answer(request, response, 405, `${request.method} is not answered here.\n`);
  } else if (target === undefined || !isPlaced) {
    answer(request, response, 400, 'The request is malformed.\n');
  } else {
    const moved = site.redirects.get(target.path) ?? canonicalPath(target.path);
    if (moved === undefined) serve(site, request, response, target);
    else {
      response.setHeader('Location', withQuery(moved, target.query));
      answer(request, response, 308, '');
    }
  }
}

function serve(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  { sent, path }: { sent: string; path: string },
): void {
  const encoding = pickEncoding(request);
  const answerNotFound = () => {
    for (const [name, value] of Object.entries(site.headersFor(paths.notFound())))
      response.setHeader(name, value);
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    answer(request, response, 404, site.notFound[encoding], 'text/html;charset=utf-8');
  };
  if (path === paths.notFound() || HIDDEN.test(path) || NO_ADDRESS.test(path)) {
    answerNotFound();
    return;
  }
  // A page is sent whole (RFC 9110, 14.2 allows it): sirv takes no care of ranges outside the file.
  delete request.headers.range;
  request.headers['accept-encoding'] = encoding;
  request.url = sent;
  // An answer that there is nothing new says so for this form of the file (RFC 9110, 15.4.5).
  response.setHeader('Vary', 'Accept-Encoding');
  site.serveFile(request, response, answerNotFound);
}

/** An answer of the host's own is no file, whatever the address ends in. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/plain;charset=utf-8',
): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.statusCode = status;
  response.end(request.method === 'HEAD' ? undefined : body);
}
