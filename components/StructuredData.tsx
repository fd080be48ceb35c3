import type { Head } from '#lib/views/frame.ts';

/** JSON-LD: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents. Stands last in the page. */
export function StructuredData({ data }: { data: Head['data'] }) {
  if (data === undefined) return null;
  // `</script>` and `<!--` would end the data, or make what follows part of it.
  const __html = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without `<` is no markup
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}
