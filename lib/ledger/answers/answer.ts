import type { ReadArticleText } from '../fingerprint/fingerprint.ts';

/** Signs that a report is gone: a status, a page that says so, or a redirect to the front page. */
export type MissingSign = '404' | '410' | 'deleted' | 'home' | 'elsewhere';

/** What an address answered, as far as the ledger is concerned. */
export type Answer =
  /** An article, at the cited address or where a redirect led. `permanent`: every redirect was. */
  | { kind: 'article'; url: string; permanent: boolean; article: ReadArticleText }
  | { kind: 'missing'; why: MissingSign }
  /** There is no host of this name. */
  | { kind: 'no-host' }
  /** An answer that tells nothing: `why` is a status such as 403, or a word such as timeout. */
  | { kind: 'untold'; why: string };
