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

/** How often the host looks whether another release has taken the place of the one it serves, in ms. */
const LOOK_EVERY = 100;
/**
 * How long a request may take to come, how long nothing may happen on a connection, and how often that is looked at;
 * in ms. A proxy keeps a connection for 60 s (nginx, AWS): with less it would ask on one that is being closed.
 */
const PATIENCE = { request: 10_000, idle: 65_000, look: 1000 };
/** How long what is being answered may take once the host is told to stop, in ms. */
const GRACE = 10_000;

export type HostOptions = {
  /** Told of every answer. */
  log?: LogRequest | undefined;
  patience?: typeof PATIENCE;
};

/** An HTTP server, and what has it look at once whether another release is there. */
export type Host = { server: Server; look: () => Promise<void> };

/**
 * An HTTP server for a printed site: the files with their precompressed forms, the headers and redirects
 * of the host files, the 404 page. When the folder comes to lead to another release, that is served.
 */
export async function createHost(
  out: string,
  { log, patience = PATIENCE }: HostOptions = {},
): Promise<Host> {
  let current = await openSite(out);
  const turns = new Turns();
  let looked = Date.now();
  const look = async () => {
    looked = Date.now();
    if ((await realpath(out)) !== current.folder) current = await openSite(out);
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    log?.(request, response);
    // Where there is no site any more, what was read of the last one is still an answer.
    if (Date.now() - looked >= LOOK_EVERY)
      await look().catch((error: unknown) => console.error(error));
    // A host that stops answers what it was asked, and no more.
    if (!server.listening) response.shouldKeepAlive = false;
    await respond(current, request, response);
  };
  const server = createServer(
    {
      headersTimeout: patience.request,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.look,
      maxHeaderSize: mostHead,
      // A request without a host is answered by us, with our headers.
      requireHostHeader: false,
    },
    (request, response) =>
      turns.take(request.socket, response, () => {
        handle(request, response).catch((error: unknown) => {
          // One request that is a fault of ours is no reason to leave all others without an answer.
          console.error(error);
          fail(request, response);
        });
      }),
  );
  server.timeout = patience.idle;
  server.keepAliveTimeout = patience.idle;
  const refuse = (socket: Duplex, status: string) => {
    // The reader has gone: nobody is left to answer.
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
  return { server, look };
}

/** Says that a file could not be read; where the answer has begun, all that is left is to break it off. */
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

/** Stops listening at once, lets what is being answered end, and cuts off what takes longer than `grace` ms. */
export async function stopHost(server: Server, grace = GRACE): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy then has nothing more to wait for once it is answered.
  const looking = setInterval(() => server.closeIdleConnections(), 100);
  const cutting = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(looking);
  clearTimeout(cutting);
}
