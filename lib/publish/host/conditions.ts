import type { IncomingHttpHeaders } from 'node:http';

/** The status of the answer that the conditions of a request lead to (RFC 9110). */
export type Verdict = 200 | 304 | 412;

/**
 * The status for a GET or HEAD of a file that exists, from its `If-Match` and `If-None-Match` (RFC 9110, 13.2.2).
 * Conditions with dates are ignored, because no answer has a `Last-Modified`.
 * @param tag the strong entity tag of the form that would be sent
 */
export function checkConditions(
  { 'if-match': ifMatch, 'if-none-match': ifNoneMatch }: IncomingHttpHeaders,
  tag: string,
): Verdict {
  // `If-Match` compares strongly (13.1.1): a weak tag never matches. `If-None-Match` compares weakly (13.1.2).
  if (ifMatch !== undefined && !names(ifMatch, tag, false)) return 412;
  return ifNoneMatch !== undefined && names(ifNoneMatch, tag, true) ? 304 : 200;
}

function names(list: string, tag: string, weak: boolean): boolean {
  if (list.trim() === '*') return true;
  for (const [named, mark] of list.matchAll(ENTITY_TAG)) {
    if (mark === undefined ? named === tag : weak && named.slice(mark.length) === tag) return true;
  }
  return false;
}

/** A member of a list of tags (RFC 9110, 8.8.3). There may be a comma between the quotes. */
const ENTITY_TAG = /(W\/)?"[^"]*"/g;
