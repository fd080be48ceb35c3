import { citationTags } from '#lib/citations/citation-tags.ts';
import type { Reference } from '#lib/citations/reference.ts';

/** The `citation_…` tags of a page that is cited as a whole. React moves them into the document's head. */
export function CitationTags({ citation }: { citation: Reference }) {
  return citationTags(citation).map(([name, content]) => (
    <meta key={name} name={name} content={content} />
  ));
}
