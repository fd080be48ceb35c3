import { fold } from '#lib/site/fold.ts';

/** How many characters a reader's query may have. */
export const MAX_QUERY = 200;

/**
 * A reader's query: every term must occur, and no excluded one may. All are folded, see `fold`. `quoted` are those of
 * the terms that stood in quotation marks: they are searched as they are written, without other names or other
 * characters for them.
 */
export type Query = { terms: string[]; excluded: string[]; quoted: string[] };

/**
 * Reads a query. White space separates its terms. `-词` (or `－词`, as an IME types it) excludes a term, and `"…"` (or
 * “…”) is one term with its blanks. A lone hyphen or quotation mark is ignored.
 */
export function readQuery(text: string): Query {
  const query: Query = { terms: [], excluded: [], quoted: [] };
  for (const [, minus = '', quoted, bare] of text.matchAll(
    /([-－−])?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu,
  )) {
    const term = fold(quoted ?? bare ?? '');
    if (term.trim() === '' || term === '-') continue;
    (minus === '' ? query.terms : query.excluded).push(term);
    if (minus === '' && quoted !== undefined) query.quoted.push(term);
  }
  return query;
}

/** Writes a query with each of its terms in quotation marks: it asks for them exactly as they are written. */
export function quoteQuery({ terms, excluded }: Query): string {
  return [...terms.map((term) => `"${term}"`), ...excluded.map((term) => `-"${term}"`)].join(' ');
}
