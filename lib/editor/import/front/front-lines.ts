import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { frontMatterSchema, LONGEST_FRONT_MATTER } from '#lib/content/front-matter.ts';
import { isIsoDate } from '#lib/site/dates.ts';
import type { IssueDraft } from '../draft/draft.ts';

/**
 * The lines of the front matter: those that the file had, then what was recognised. Where the file has a key already,
 * what was recognised becomes a comment.
 * @param kept the front matter of the file, without the lines of hyphens around it
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
 * The front matter of a file, its lines as they are. Keys that another system wrote, such as `layout:`, and a date
 * with a time of day become comments.
 */
function keepFront(front: string): string {
  // The YAML library takes minutes for more, and the issue gets a fault for it anyway.
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
      // The value of a key goes on over lines that are indented, empty or entries of a list.
      if (line > first && !/^(?:[ \t-]|$)/.test(lines[line] ?? '')) break;
      lines[line] = `# ${lines[line]}`;
    }
  }
  return lines.join('\n');
}
