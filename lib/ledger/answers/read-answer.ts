import type { ArticleText } from '../fingerprint/article-text.ts';
import { hasSentenceOf } from '../fingerprint/compare.ts';
import { type Fingerprint, fingerprintOf } from '../fingerprint/fingerprint.ts';
import type { Answer } from './answer.ts';
import { readNotice } from './notices.ts';
import { isFrontPage, isGate } from './same-page.ts';
import { visibleText } from './visible-text.ts';

/** What a host answered for a page, after redirects. */
export type Response = {
  status: number;
  /** The address of the last answer. */
  url: string;
  /** Whether there were redirects, and all of them were permanent (301, 308). */
  permanent: boolean;
  /** The text of an HTML page; `undefined` for another kind of file. */
  html: string | undefined;
};

export type ReadArticleText = (html: string, url: string) => ArticleText;

/** An article of fewer letters may be a notice of the site. One that was never read has to be shorter still. */
const SHORT = 200;
const VERY_SHORT = 60;
/** A notice stands near the top of a page. */
const LOOKED_AT = 800;

/**
 * What an answer means for the ledger.
 * @param before the fingerprint of the article, if it was read before
 */
export function readAnswer(
  cited: string,
  { status, url, permanent, html }: Response,
  readArticle: ReadArticleText,
  before: Fingerprint | undefined,
): Answer {
  if (status === 404 || status === 410) return { kind: 'missing', why: `${status}` };
  if (status < 200 || status > 299) return { kind: 'untold', why: String(status) };
  if (isGate(url) && !isGate(cited)) return { kind: 'untold', why: 'login' };
  if (isFrontPage(url) && !isFrontPage(cited)) return { kind: 'missing', why: 'home' };
  // Another kind of file, such as a PDF, stands, and has no fingerprint.
  const text = html === undefined ? NO_TEXT : readArticle(html, url);
  const article = fingerprintOf(text);
  if (html === undefined) return { kind: 'article', url, permanent, article };
  const letters = article.prose.reduce((sum, { words }) => sum + words.length, 0);
  const known = before !== undefined && hasSentenceOf(before, article);
  if (!known && letters < (before === undefined ? VERY_SHORT : SHORT)) {
    const notice = readNotice(`${text.headline}\n${visibleText(html, LOOKED_AT)}`);
    if (notice === 'deleted') return { kind: 'missing', why: 'deleted' };
    if (notice !== undefined) return { kind: 'untold', why: notice };
    const isEmpty = article.prose.length === 0 && article.lines.length === 0;
    if (isEmpty || before !== undefined) return { kind: 'untold', why: 'no-text' };
  }
  return { kind: 'article', url, permanent, article };
}

const NO_TEXT: ArticleText = { headline: '', paragraphs: [] };
