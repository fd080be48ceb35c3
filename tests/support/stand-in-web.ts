import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { listen } from '#lib/system/listen.ts';

/** What the stand-in does with a request. */
export type Behaviour = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  packed?: 'gzip' | 'br' | 'deflate' | 'raw-deflate';
  /** Waits before the head, in ms. */
  slow?: number;
  /** Sends the body again and again, without an end. */
  endless?: boolean;
  /** Closes the connection after the body, though more was promised. */
  broken?: boolean;
};

export type WebRequest = { path: string; headers: IncomingHttpHeaders };

const PACK = {
  gzip: gzipSync,
  // The default quality takes seconds for what a bomb unpacks to.
  br: (body: string | Uint8Array) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
  deflate: deflateSync,
  'raw-deflate': deflateRawSync,
};

/**
 * Starts a web server on loopback for one test, which stands for the web.
 * @param pages what it answers by path, a function for what differs by request; 404 for any other path
 */
export async function standInWeb(
  pages: Record<string, Behaviour | ((request: WebRequest) => Behaviour)>,
) {
  const requests: WebRequest[] = [];
  const server = createServer((request, response) => {
    const asked = { path: request.url ?? '', headers: request.headers };
    requests.push(asked);
    const page = pages[asked.path] ?? { status: 404, body: 'not here' };
    void answer(response, typeof page === 'function' ? page(asked) : page);
  });
  await listen(server, 0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return { origin, port: address.port, requests };
}

async function answer(response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const { status = 200, headers, body = '', packed, slow, endless, broken } = behaviour;
  if (slow !== undefined) await wait(slow, undefined, { ref: false });
  const name = packed === 'raw-deflate' ? 'deflate' : packed;
  const type = { 'Content-Type': 'text/html; charset=utf-8' };
  const length = broken === true ? { 'Content-Length': '100000' } : {};
  response.writeHead(status, {
    ...type,
    ...length,
    ...(name && { 'Content-Encoding': name }),
    ...headers,
  });
  const bytes = packed === undefined ? body : PACK[packed](body);
  if (endless === true) {
    const send = (): void => {
      if (response.destroyed) return;
      if (response.write(bytes)) setImmediate(send);
      else response.once('drain', send);
    };
    send();
  } else if (broken === true) response.write(bytes, () => response.destroy());
  else response.end(bytes);
}
