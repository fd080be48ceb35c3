import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { listen } from '#lib/system/listen.ts';
import { isLoopbackHost, isLoopbackOrigin, notLoopback } from '#lib/system/loopback.ts';

/** A server on a loopback port that sends events to the open pages of a preview. */
export type EventServer = { origin: string; send: (event: unknown) => void; close: () => void };

/**
 * Starts a server of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). A page that
 * connects later gets the last event at once. Events quote drafts, so only pages of this machine get them.
 */
export async function startEventServer(): Promise<EventServer> {
  const pages = new Set<ServerResponse>();
  let last: string | undefined;
  const server = createServer((request, response) => {
    const { host, origin } = request.headers;
    if (!isLoopbackHost(host) || (origin !== undefined && !isLoopbackOrigin(origin))) {
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(notLoopback);
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // The pages are served from another port of this machine.
      'Access-Control-Allow-Origin': origin ?? 'null',
    });
    if (last !== undefined) response.write(last);
    pages.add(response);
    response.on('close', () => pages.delete(response));
  });
  await listen(server, 0, '127.0.0.1');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    send(event) {
      last = `data: ${JSON.stringify(event)}\n\n`;
      for (const page of pages) page.write(last);
    },
    close() {
      server.close();
      server.closeAllConnections();
      void once(server, 'close');
    },
  };
}
