import { get, type IncomingHttpHeaders } from 'node:http';

/** What a host answered. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Requests a path exactly as it is written: `fetch` would normalise it. */
export function askAt(
  port: number,
  path: string,
  headers: Record<string, string>,
  method: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host: '127.0.0.1', port, path, headers, method, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    request.on('error', reject);
  });
}
