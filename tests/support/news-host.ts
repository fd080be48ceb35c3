import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** What a stand-in for the host of a publisher answers at a path. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A stand-in for the host of a publisher, on 127.0.0.1. Paths that it does not know are 404. */
export type NewsHost = {
  url: (path: string) => string;
  /** The paths that were asked for, in order. */
  asked: string[];
  /** The most requests that it answered at one time. */
  most: () => number;
};

/** Starts a stand-in for one test. @param delay how long it takes to answer, in ms */
export async function startNewsHost(
  replies: Record<string, Reply>,
  { delay = 0 }: { delay?: number } = {},
): Promise<NewsHost> {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const reply = replies[request.url ?? ''] ?? { status: 404, body: 'not found' };
    setTimeout(() => answer(reply, request, response), delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: (path) => `http://127.0.0.1:${address.port}${path}`, asked, most: () => most };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (typeof reply === 'function') {
    reply(request, response);
    return;
  }
  const { status = 200, headers = {}, body = '' } = reply;
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);
}

/** A page with an article. */
export function articlePage(headline: string, ...paragraphs: string[]): string {
  const text = paragraphs.map((each) => `<p>${each}</p>`).join('');
  return `<html><head><title>${headline}_某报</title></head><body><h1>${headline}</h1><div>${text}</div></body></html>`;
}

/** An answer that leads to another address. */
export function redirectTo(location: string, status = 301): Reply {
  return { status, headers: { Location: location } };
}
