import { oneLine, type Reference, titleOf } from './reference.ts';

/**
 * The `citation_…` tags of a page, from which reference managers and Google Scholar read what it is (the tags of
 * Highwire Press, https://scholar.google.com/intl/en/scholar/inclusion.html#indexing): names with their contents.
 */
export function citationTags(reference: Reference): [name: string, content: string][] {
  const { author, number, date, url, language } = reference;
  const tags: [name: string, content: string | undefined][] = [
    ['title', titleOf(reference)],
    ['author', oneLine(author)],
    ['journal_title', oneLine(author)],
    ['issue', number],
    ['publication_date', date?.replaceAll('-', '/')],
    ['public_url', url],
    ['language', language],
  ];
  return tags.flatMap(([name, content]) =>
    content === undefined ? [] : [[`citation_${name}`, content]],
  );
}
