import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { hasCode } from '#lib/system/failure.ts';
import { mostHead } from '#lib/system/listen.ts';
import type { LogRequest } from './access-log.ts';
import { answer, respond } from './respond.ts';
import { openSite } from './site.ts';
import { Turns } from './turns.ts';

/** How often the host checks, while it gets requests, whether there is a newer release, in ms. */
const RELOAD_EVERY = 100;
/**
 * Time limits in ms: `request` for the arrival of a whole request, `idle` for a connection on which nothing happens.
 * `check` is how often these are checked. Proxies (nginx, AWS) use an idle connection for 60 s: with a lower limit
 * here, a proxy would send a request on a connection that the host is closing.
 */
const PATIENCE = { request: 10_000, idle: 65_000, check: 1000 };
/** How long answers that have begun may still take after the host is told to stop, in ms. */
const GRACE = 10_000;

export type HostOptions = {
  /** Called for every request. */
  log?: LogRequest | undefined;
  patience?: typeof PATIENCE;
};

/** An HTTP server. `reload` makes it serve the newest release, without waiting for the next regular check. */
export type Host = { server: Server; reload: () => Promise<void> };

/**
 * An HTTP server for a printed site: the files with their precompressed forms, the headers and redirects
 * of the host files, the 404 page. When the folder becomes a link to another release, that one is served.
 */
export async function createHost(
  out: string,
  { log, patience = PATIENCE }: HostOptions = {},
): Promise<Host> {
  let current = await openSite(out);
  const turns = new Turns();
  let reloaded = Date.now();
  const reload = async () => {
    reloaded = Date.now();
    if ((await realpath(out)) !== current.folder) current = await openSite(out);
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    log?.(request, response);
    // If the site is gone, the host goes on with what it has read of the last one.
    if (Date.now() - reloaded >= RELOAD_EVERY)
      await reload().catch((error: unknown) => console.error(error));
    // A host that is stopping answers this request, and takes no other on the same connection.
    if (!server.listening) response.shouldKeepAlive = false;
    await respond(current, request, response);
  };
  const server = createServer(
    {
      headersTimeout: patience.request,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.check,
      maxHeaderSize: mostHead,
      // `respond` refuses a request without a Host header: Node's own answer would lack our headers.
      requireHostHeader: false,
    },
    (request, response) =>
      turns.take(request.socket, response, () => {
        handle(request, response).catch((error: unknown) => {
          // An error of ours ends one answer, not the whole host.
          console.error(error);
          fail(request, response);
        });
      }),
  );
  server.timeout = patience.idle;
  server.keepAliveTimeout = patience.idle;
  const refuse = (socket: Duplex, status: string) => {
    // The reader has closed the connection: nobody would get the answer.
    if (!socket.writable) return socket.destroy();
    const headers = Object.entries({ ...current.headersFor('/'), 'Content-Length': '0' });
    const lines = [`HTTP/1.1 ${status}`, 'Connection: close'];
    for (const [name, value] of headers) lines.push(`${name}: ${value}`);
    return socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  };
  server.on('clientError', (error, socket) => {
    if (hasCode(error, 'ECONNRESET')) socket.destroy();
    else if (hasCode(error, 'HPE_HEADER_OVERFLOW'))
      refuse(socket, '431 Request Header Fields Too Large');
    else if (hasCode(error, 'ERR_HTTP_REQUEST_TIMEOUT')) refuse(socket, '408 Request Timeout');
    else refuse(socket, '400 Bad Request');
  });
  server.on('connect', (_, socket) => refuse(socket, '405 Method Not Allowed\r\nAllow: GET, HEAD'));
  return { server, reload };
}

/** Answers that a file cannot be read (503). An answer that has begun already can only be broken off. */
function fail(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ['ETag', 'Content-Encoding', 'Content-Range', 'Accept-Ranges'])
    response.removeHeader(name);
  response.setHeader('Retry-After', '1');
  answer(request, response, 503, 'The file cannot be read at the moment.\n');
}

/** Stops listening at once. Answers that have begun get `grace` ms to end; then their connections are closed. */
export async function stopHost(server: Server, grace = GRACE): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // `server.close` leaves open the connections that are busy: they are closed once their answer is sent.
  const closingIdle = setInterval(() => server.closeIdleConnections(), 100);
  const closingAll = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(closingIdle);
  clearTimeout(closingAll);
}
