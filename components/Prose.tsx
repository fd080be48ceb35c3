import type { Html } from '#lib/content/issue.ts';

/** Sanitized HTML of an issue's Markdown; nothing where there is none. */
export function Prose({ html }: { html: Html }) {
  if (html.__html === '') return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type `Html` is made by the sanitizer alone
  return <div className="prose" dangerouslySetInnerHTML={html} />;
}
