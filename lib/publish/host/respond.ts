import type { IncomingMessage, ServerResponse } from 'node:http';
import { paths } from '#lib/site/paths.ts';
import { fileTypeOf } from '../host-files/file-types.ts';
import { HIDDEN } from '../host-files/patterns.ts';
import {
  acceptedEncodings,
  canonicalPath,
  namesItsHost,
  readTarget,
  withQuery,
} from './request.ts';
import { sendFile } from './send-file.ts';
import type { ServedSite } from './site.ts';

/** A hidden file, or steps that lead elsewhere: a path like these is no address, whatever is on the disk. */
const NO_ADDRESS = /\/\/|\\|(?!^\/\.well-known\/)\/\./;

/** Answers a request from a printed site: with the file, with where it is now, or with why there is none. */
export async function respond(
  site: ServedSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // HTTP/1.1 keeps a connection open unless it is told otherwise (RFC 9112, 9.3): the header is 47 bytes for nothing.
  if (response.shouldKeepAlive && request.httpVersion === '1.1')
    response.removeHeader('Connection');
  const target = readTarget(request.url ?? '/');
  setHeaders(site, target?.path ?? '/', response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    // What it brought is not waited for.
    response.setHeader('Connection', 'close');
    answer(request, response, 405, `${request.method} is not answered here.\n`);
  } else if (target === undefined || !namesItsHost(request)) {
    answer(request, response, 400, 'The request is malformed.\n');
  } else {
    const moved = site.redirects.get(target.path) ?? canonicalPath(target.path);
    if (moved === undefined) await serve(site, request, response, target.path);
    else {
      response.setHeader('Location', withQuery(moved, target.query));
      answer(request, response, 308, '');
    }
  }
}

async function serve(
  site: ServedSite,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const accepted = acceptedEncodings(request);
  const isHidden = path === paths.notFound() || HIDDEN.test(path) || NO_ADDRESS.test(path);
  const found = isHidden ? undefined : await site.find(path, accepted);
  // Which form is sent, and which tag is compared, depends on it (RFC 9110, 12.5.5); of a book there is but one.
  if (found?.isText !== false) response.setHeader('Vary', 'Accept-Encoding');
  const encoding = found?.encoding ?? accepted[0] ?? 'identity';
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (found === undefined) {
    setHeaders(site, paths.notFound(), response);
    answer(request, response, 404, site.notFound[encoding], 'text/html;charset=utf-8');
    return;
  }
  if (!response.hasHeader('Content-Type'))
    response.setHeader('Content-Type', fileTypeOf(found.name));
  await sendFile(found.file, !found.isText, request, response);
}

function setHeaders(site: ServedSite, path: string, response: ServerResponse): void {
  for (const [name, value] of Object.entries(site.headersFor(path)))
    response.setHeader(name, value);
}

/** Sends an answer of the host's own, which is no file, whatever the address ends in. */
export function answer(
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
