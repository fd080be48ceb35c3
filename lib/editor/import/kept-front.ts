import { isMap, isScalar, parseDocument } from 'yaml';
import { frontMatterSchema } from '#lib/content/front-matter.ts';
import { isIsoDate } from '#lib/site/dates.ts';

/**
 * Front matter that a text had, its lines as they are; those that another system wrote for itself, such as
 * `layout:` and a time of day, become comments.
 */
export function keepFront(front: string): string {
  const document = parseDocument(front);
  // What is no YAML is told when the issue is read.
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
