import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';
import { listen } from '#lib/system/listen.ts';

/** A request that the service received. */
export type Received = {
  method: string | undefined;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
};

/** What it answers: a status, a body and headers, or nothing at all. */
export type Answering =
  | { status: number; body?: string; headers?: Record<string, string> }
  | 'silence';

/**
 * Starts a service on loopback for one test, which records the requests that it receives.
 * @param answer the answer to a request; `before` is the number of requests before it
 */
export async function standIn(answer: (request: Received, before: number) => Answering) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url = '', headers } = request;
      const whole = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      const answered = answer(whole, received.length);
      received.push(whole);
      if (answered === 'silence') return;
      response.writeHead(answered.status, answered.headers).end(answered.body);
    });
  });
  const close = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  onTestFinished(close);
  await listen(server, 0, '127.0.0.1');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  return { endpoint: `http://127.0.0.1:${address.port}/urls`, received, close };
}
