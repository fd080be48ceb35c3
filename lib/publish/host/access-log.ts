import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '#lib/system/failure.ts';

/** Called when a request arrives; writes a line to the log when the answer has been sent. */
export type LogRequest = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The access log that `ACCESS_LOG` asks for: `json` is a line of JSON for every answer. For the reader's privacy no
 * line has an IP address; it has the `User-Agent` and the `Referer`.
 * @param write gets a line without a line break
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
        // Headers included. For an answer that was cut off, this is what had been sent by then.
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
