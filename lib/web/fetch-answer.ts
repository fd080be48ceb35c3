/** What a server said about a page, besides its text. */
export type PageHeaders = {
  contentType?: string;
  etag?: string;
  lastModified?: string;
  /** `Retry-After`, in seconds from now. */
  retryAfter?: number;
};

/** A redirect that was followed. */
export type Move = { from: string; to: string; status: number };

/** Why an address was not asked. */
export type RefusedReason =
  /** It is no absolute address. */
  | 'malformed'
  /** It is neither http nor https. */
  | 'scheme'
  /** It holds a name or a password. */
  | 'credentials'
  /** It leads to this machine or a private network. */
  | 'private';

/** Why there is no answer, or none that can be read. */
export type FailedReason =
  /** The time limit passed. */
  | 'time'
  /** The page is larger than the limit, as sent or unpacked. */
  | 'size'
  /** The host has no address. */
  | 'unknown-host'
  /** No connection, or it broke. */
  | 'connection'
  /** The certificate is not good. */
  | 'certificate'
  /** The server does not speak HTTP. */
  | 'protocol'
  /** What it sent cannot be unpacked. */
  | 'encoding'
  /** Too many redirects. */
  | 'redirects';

/** What came of one request. `address` is where it ended after all moves, without its fragment. */
export type FetchAnswer = { address: string; moves: Move[] } & (
  | { kind: 'page'; status: number; headers: PageHeaders; bytes: Uint8Array }
  | { kind: 'unchanged'; status: 304; headers: PageHeaders }
  | { kind: 'refused'; reason: RefusedReason }
  | { kind: 'failed'; reason: FailedReason; detail: string }
);

const REFUSALS: Record<RefusedReason, string> = {
  malformed: 'it is no address of a page, such as https://example.org/a',
  scheme: 'only http and https addresses are read',
  credentials: 'it holds a name or a password',
  private: 'it leads to this machine or a private network (--allow-private permits that)',
};

const FAILURES: Record<FailedReason, string> = {
  time: 'the page did not come in time',
  size: 'the page is too large',
  'unknown-host': 'the host has no address',
  connection: 'there was no connection, or it broke',
  certificate: 'the certificate of the host is not good',
  protocol: 'the host did not answer in HTTP',
  encoding: 'the page cannot be unpacked',
  redirects: 'there were too many redirects',
};

/** Why a page was not read, as the end of a sentence. */
export function explainAnswer(answer: FetchAnswer & { kind: 'refused' | 'failed' }): string {
  return answer.kind === 'refused' ? REFUSALS[answer.reason] : FAILURES[answer.reason];
}
