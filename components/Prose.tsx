import type { Html } from '#lib/content/issue.ts';
import { markEnglish } from '#lib/site/mark-english.ts';

/** The sanitized HTML of an issue's Markdown, its English names marked as English; no element where it is empty. */
export function Prose({ html }: { html: Html }) {
  if (html.__html === '') return null;
  const markup = { __html: markEnglish(html.__html) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only the sanitizer makes values of the type `Html`
  return <div className="prose" dangerouslySetInnerHTML={markup} />;
}
