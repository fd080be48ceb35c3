import type { Archive } from '#lib/content/archive.ts';
import { NameIndex } from '#lib/content/names.ts';
import { addDays, daysBetween, type IsoDate } from '#lib/site/dates.ts';

/** The default distance between two issues, in days. */
const WEEK = 7;

/**
 * The day a week after the newest issue, unpublished ones included; `undefined` where there is no issue, or that day
 * would be after the year 9999.
 */
export function nextDate({ issues }: Archive): IsoDate | undefined {
  const newest = issues[0];
  if (newest === undefined) return undefined;
  const next = addDays(newest.date, WEEK);
  return daysBetween(newest.date, next) === WEEK ? next : undefined;
}

/**
 * The text of a new issue: the template with its `{{date}}` and `{{number}}` filled in.
 * @param archive all issues, unpublished ones included
 * @param from `previous` to take the sections of the newest issue instead of those of the template
 */
export function writeNextIssue(
  template: string,
  archive: Archive,
  date: IsoDate,
  from?: 'previous',
): string {
  // An issue of the same day does not count, because it is replaced.
  const others = archive.issues.filter((issue) => issue.date !== date);
  const numbers = others.flatMap(({ number }) => number ?? []);
  // A publication whose issues have no numbers gets none; its first issue is number 1.
  const next = others.length > 0 && numbers.length === 0 ? '' : Math.max(0, ...numbers) + 1;
  const text =
    from === 'previous' ? withSectionsOf(template, { ...archive, issues: others }) : template;
  return text.replaceAll('{{number}}', String(next)).replaceAll('{{date}}', date);
}

/** The template with the sections of the newest issue, in their order. What the template has in a section stays. */
function withSectionsOf(template: string, { issues, sections }: Archive): string {
  const newest = issues[0];
  if (newest === undefined) return template;
  const [head = '', ...parts] = template.split(/^(?=##[ \t])/m);
  const names = new NameIndex(sections);
  const partOf = new Map(
    parts.map((part) => {
      const name = /^##[ \t]+(.*)/.exec(part)?.[1]?.trim() ?? '';
      return [names.find(name)?.name ?? name, part.trimEnd()];
    }),
  );
  const sectionsOfNewest = newest.sections.map(
    ({ section: { name } }) => partOf.get(name) ?? `## ${name}`,
  );
  return `${head.trimEnd()}\n\n${sectionsOfNewest.join('\n\n')}\n`;
}
