import type { Html } from '#lib/content/issue.ts';

/** The sanitized HTML of an issue's Markdown; no element where it is empty. */
export function Prose({ html }: { html: Html }) {
  if (html.__html === '') return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only the sanitizer makes values of the type `Html`
  return <div className="prose" dangerouslySetInnerHTML={html} />;
}
