import { decodeText } from '#lib/web/decode-text.ts';
import { explainAnswer, type FetchAnswer } from '#lib/web/fetch-answer.ts';
import { fetchPage } from '#lib/web/fetch-page.ts';

/** What the server of a feed answered: nothing new, a text, or in a few words why there is none. */
export type FetchedFeed =
  | { unchanged: true }
  | {
      text: string;
      /** Where it was found in the end. */
      url: string;
      etag: string | undefined;
      lastModified: string | undefined;
    }
  /** `notBefore`: before this time, in ms since 1970, the server wants no other request. */
  | { fault: string; notBefore?: number | undefined };

/** What a feed had with it when it was last read. */
export type FeedRequest = {
  /** `User-Agent` */
  agent: string;
  etag: string | undefined;
  lastModified: string | undefined;
  /** How long it may take, in ms. */
  patience: number;
};

/** Asks for a feed. It never throws for what the network or a server does. */
export type FetchFeed = (url: string, request: FeedRequest) => Promise<FetchedFeed>;

const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5';
/** The longest wait that a server may ask for, in ms. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000;

/**
 * Makes the function that asks for feeds on the web.
 * @param allowPrivate as in `fetchPage`
 */
export function feedFetcher(allowPrivate: boolean | readonly string[] = false): FetchFeed {
  return async (url, { agent, etag, lastModified, patience }) => {
    const answer = await fetchPage(url, {
      agent,
      allowPrivate,
      accept: ACCEPT,
      timeLimit: patience,
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    });
    return readAnswer(answer);
  };
}

function readAnswer(answer: FetchAnswer): FetchedFeed {
  if (answer.kind === 'unchanged') return { unchanged: true };
  if (answer.kind !== 'page') return { fault: explainAnswer(answer) };
  const { status, headers, bytes, address } = answer;
  if (status !== 200)
    return { fault: `it answered ${status}`, notBefore: notBefore(headers.retryAfter) };
  const { contentType, etag, lastModified } = headers;
  return { text: decodeText(bytes, contentType), url: address, etag, lastModified };
}

function notBefore(retryAfter: number | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  return Date.now() + Math.min(retryAfter * 1000, LONGEST_WAIT);
}
