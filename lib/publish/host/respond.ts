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

/** Paths that lead to a hidden file or to another folder. They are never answered with a file. */
const NO_ADDRESS = /\/\/|\\|(?!^\/\.well-known\/)\/\./;

/** Answers a request from a printed site: with the file, a redirect, or an error. */
export async function respond(
  site: ServedSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // HTTP/1.1 keeps connections open by default (RFC 9112, 9.3), so the header is 47 bytes for nothing.
  if (response.shouldKeepAlive && request.httpVersion === '1.1')
    response.removeHeader('Connection');
  const target = readTarget(request.url ?? '/');
  setHeaders(site, target?.path ?? '/', response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    // The host does not wait for the body of the request.
    response.setHeader('Connection', 'close');
    answer(request, response, 405, `This site answers only GET and HEAD, not ${request.method}.\n`);
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
  const served = isHidden ? undefined : await site.find(path, accepted);
  // Text has several forms, and each has its own tag (RFC 9110, 12.5.5). Other files, such as e-books, have one form.
  if (served?.isText !== false) response.setHeader('Vary', 'Accept-Encoding');
  const encoding = served?.encoding ?? accepted[0] ?? 'identity';
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (served === undefined) {
    setHeaders(site, paths.notFound(), response);
    answer(request, response, 404, site.notFound[encoding], 'text/html;charset=utf-8');
    return;
  }
  if (!response.hasHeader('Content-Type'))
    response.setHeader('Content-Type', fileTypeOf(served.name));
  await sendFile(served.file, !served.isText, request, response);
}

function setHeaders(site: ServedSite, path: string, response: ServerResponse): void {
  for (const [name, value] of Object.entries(site.headersFor(path)))
    response.setHeader(name, value);
}

/** Sends a short answer that is no file, so its type does not depend on the ending of the address. */
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
