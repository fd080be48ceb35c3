import type { Head } from '#lib/views/frame.ts';

/**
 * JSON-LD, the last element of the page: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents.
 */
export function StructuredData({ data }: { data: Head['data'] }) {
  if (data === undefined) return null;
  // `</script>` would end the element, and `<!--` could make the HTML after it a part of it.
  const __html = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without `<` cannot be read as markup
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}
