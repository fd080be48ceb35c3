import { decodeText } from '#lib/web/decode-text.ts';
import type { FetchAnswer } from '#lib/web/fetch-answer.ts';
import { fetchPage } from '#lib/web/fetch-page.ts';
import type { Fetch, Fetched } from './ask-page.ts';

/** How the web is asked. `agent` is our name, `timeLimit` that of one page in ms. */
export type WebManner = { agent: string; allowPrivate: boolean; timeLimit: number };

/** Redirects that say that the page has another address for good. */
const PERMANENT = new Set([301, 308]);

/** Makes the function that asks for a page, once. */
export function webFetch(manner: WebManner): Fetch {
  return async (url, signal) => readFetched(await fetchPage(url, { ...manner, signal }));
}

function readFetched(answer: FetchAnswer): Fetched {
  if (answer.kind === 'refused') return { kind: 'none', why: answer.reason, again: false };
  if (answer.kind === 'failed') {
    const { reason, detail } = answer;
    // Other faults of a name server say nothing about the host.
    if (reason === 'unknown-host' && detail.includes('ENOTFOUND')) return { kind: 'no-host' };
    return { kind: 'none', why: reason, again: AGAIN.has(reason) };
  }
  const { address, moves, status, headers } = answer;
  const { contentType, retryAfter } = headers;
  const text = answer.kind === 'page' ? decodeText(answer.bytes, contentType) : '';
  const permanent = moves.length > 0 && moves.every((move) => PERMANENT.has(move.status));
  return {
    kind: 'response',
    status,
    url: address,
    permanent,
    html: /html|xml/i.test(contentType ?? 'text/html') ? text : undefined,
    text,
    retryAfter: retryAfter === undefined ? undefined : retryAfter * 1000,
  };
}

/** What may be otherwise in a while. */
const AGAIN: ReadonlySet<string> = new Set(['time', 'unknown-host', 'connection']);
