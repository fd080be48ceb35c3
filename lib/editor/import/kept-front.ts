import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { frontMatterSchema, LONGEST_FRONT_MATTER } from '#lib/content/front-matter.ts';
import { isIsoDate } from '#lib/site/dates.ts';
import type { IssueDraft } from './draft.ts';

/**
 * The lines of the front matter: those that were there, then what was recognised. What the first say is
 * the issue's, and what the text says of the same a comment behind it.
 */
export function frontLinesOf({ front, number }: IssueDraft, kept: string | undefined): string[] {
  const isWritten = (key: string) => new RegExp(`^(["']?)${key}\\1\\s*:`, 'm').test(kept ?? '');
  const lines = front.map(({ text, key }) =>
    key === undefined || isWritten(key)
      ? `# ${text}`
      : stringify({ [key]: text }, { lineWidth: 0 }).trimEnd(),
  );
  const counted = number === undefined || isWritten('number') ? [] : [`number: ${number}`];
  return [...(kept === undefined ? [] : [keepFront(kept)]), ...lines, ...counted];
}

/**
 * Front matter that a text had, its lines as they are; those that another system wrote for itself, such as
 * `layout:` and a time of day, become comments.
 */
function keepFront(front: string): string {
  // The YAML library takes minutes over more, and the issue's own fault tells of it.
  if (front.length > LONGEST_FRONT_MATTER) return front;
  const document = parseDocument(front);
  // What is not YAML is reported when the issue is read.
  if (!isMap(document.contents) || document.errors.length > 0) return front;
  const lines = front.split('\n');
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || key.range == null) continue;
    const isKnown = String(key.value) in frontMatterSchema.shape;
    const isTime = key.value === 'date' && !(isScalar(value) && isIsoDate(String(value.value)));
    if (isKnown && !isTime) continue;
    const first = front.slice(0, key.range[0]).split('\n').length - 1;
    for (let line = first; line < lines.length; line += 1) {
      // A key's value goes on where lines are indented, empty or entries of a list.
      if (line > first && !/^(?:[ \t-]|$)/.test(lines[line] ?? '')) break;
      lines[line] = `# ${lines[line]}`;
    }
  }
  return lines.join('\n');
}
