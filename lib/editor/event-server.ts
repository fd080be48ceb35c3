import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { listen } from '#lib/system/listen.ts';
import { isLoopbackOrigin, notLoopback } from '#lib/system/loopback.ts';
import { assertLoopback, Refused } from './guard.ts';

/** A server on a loopback port that sends events to the open pages of a preview. */
export type EventServer = { origin: string; send: (event: unknown) => void; close: () => void };

/**
 * Answers the requests whose path begins with its word.
 * @param steps the rest of the path, decoded: `['a', 'b']` of `/word/a/b`
 * @throws Refused for a request that it does not take, Failure for what an editor can mend
 */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  steps: readonly string[],
) => Promise<void>;

type Options = {
  /** What answers besides the events, by the first word of its paths. */
  answers?: Readonly<Record<string, Answer>>;
  /** The port that is taken if it is free, so that what a browser keeps for an address is found again. */
  port?: number;
};

/** How long a request may take to arrive, in ms. */
const PATIENCE = 30_000;

/**
 * Starts a server of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). A page that
 * connects later gets the last event at once. Events quote drafts, so only pages of this machine get them.
 */
export async function startEventServer({ answers = {}, port }: Options = {}): Promise<EventServer> {
  const pages = new Set<ServerResponse>();
  let last: string | undefined;
  const answerEvents: Answer = async ({ headers: { origin } }, response) => {
    if (origin !== undefined && !isLoopbackOrigin(origin)) throw new Refused(403, notLoopback);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // The pages are served from another port of this machine.
      'Access-Control-Allow-Origin': origin ?? 'null',
    });
    if (last !== undefined) response.write(last);
    pages.add(response);
    response.on('close', () => pages.delete(response));
  };
  const answer: Answer = async (request, response) => {
    assertLoopback(request);
    const [word = '', ...steps] = readSteps(request.url);
    const own = Object.hasOwn(answers, word) ? answers[word] : undefined;
    await (own ?? answerEvents)(request, response, steps);
  };
  const server = createServer({ requestTimeout: PATIENCE }, (request, response) => {
    answer(request, response, []).catch((error: unknown) => refuse(response, error));
  });
  await listenNear(server, port);
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

/** Listens on the port that was wished for, or on any free one. */
async function listenNear(server: ReturnType<typeof createServer>, port = 0): Promise<void> {
  try {
    await listen(server, port < 65_536 ? port : 0, '127.0.0.1');
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE', 'EACCES')) throw error;
    await listen(server, 0, '127.0.0.1');
  }
}

function readSteps(url = '/'): string[] {
  const path = url.split('?', 1)[0] ?? '';
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) throw new Refused(400, 'The address is malformed.\n');
    throw error;
  }
}

/** Answers with the sentence of an error. A request whose body was not read to its end is cut off. */
function refuse(response: ServerResponse, error: unknown): void {
  const isExpected = error instanceof Refused || error instanceof Failure;
  if (!isExpected && !hasCode(error, 'ECONNRESET')) console.error(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof Refused ? error.status : isExpected ? 422 : 500;
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(isExpected ? error.message : '程序出错，详情在终端里。');
}
