import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '#lib/system/failure.ts';

/** Is told of a request when it comes, and writes it down when it is answered. */
export type LogRequest = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The access log that `ACCESS_LOG` asks for: `json` is a line of JSON for every answer. Of the reader it says
 * nothing but the program: who it was, nobody needs to know.
 * @param write takes a line without its end
 * @throws Failure for another value
 */
export function accessLog(
  value: string | undefined,
  write: (line: string) => void = (line) => console.log(line),
): LogRequest | undefined {
  if (value === undefined || value === '') return undefined;
  if (value !== 'json')
    throw new Failure(`ACCESS_LOG must be json or left out, and it is "${value}".`, 2);
  return (request, response) => {
    const start = performance.now();
    const { method, url } = request;
    const { socket } = request;
    const before = socket.bytesWritten;
    response.on('close', () => {
      const { referer, 'user-agent': agent } = request.headers;
      const entry = {
        time: new Date().toISOString(),
        method,
        url,
        status: response.statusCode,
        // Headers included; of an answer that was cut off, what had been sent.
        bytes: socket.bytesWritten - before,
        ms: Number((performance.now() - start).toFixed(1)),
        complete: response.writableFinished,
        referer,
        agent,
      };
      write(JSON.stringify(entry));
    });
  };
}
