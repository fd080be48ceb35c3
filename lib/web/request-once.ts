import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

export type RequestOptions = {
  headers: Record<string, string>;
  /** `undefined` for Node's own, which looks any name up. */
  lookup: LookupFunction | undefined;
  signal: AbortSignal;
};

/** Sends one GET request over a connection of its own, and answers with the head of the response. */
export function requestOnce(
  url: URL,
  { headers, lookup, signal }: RequestOptions,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, { agent: false, headers, signal, ...(lookup && { lookup }) })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}
