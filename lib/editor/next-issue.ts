import type { Archive } from '#lib/content/archive.ts';
import { NameIndex } from '#lib/content/names.ts';
import { addDays, daysBetween, type IsoDate } from '#lib/site/dates.ts';

/** How far apart issues are when nobody says otherwise, in days. */
const WEEK = 7;

/**
 * The day a week after the newest issue, unpublished ones included; `undefined` where there is no issue, or no such day
 * because four digits name no year after 9999.
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
 * @param from whether the sections are those of the newest issue, not those of the template
 */
export function writeNextIssue(
  template: string,
  archive: Archive,
  date: IsoDate,
  from?: 'previous',
): string {
  // An issue that is to be written over does not count.
  const others = archive.issues.filter((issue) => issue.date !== date);
  const numbers = others.flatMap(({ number }) => number ?? []);
  // A publication whose issues have no numbers gets none; its first issue is number 1.
  const next = others.length > 0 && numbers.length === 0 ? '' : Math.max(0, ...numbers) + 1;
  const text =
    from === 'previous' ? withSectionsOf(template, { ...archive, issues: others }) : template;
  return text.replaceAll('{{number}}', String(next)).replaceAll('{{date}}', date);
}

/** A template with the sections of the newest issue, in its order; what it has in one of them stays. */
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
  const kept = newest.sections.map(({ section: { name } }) => partOf.get(name) ?? `## ${name}`);
  return `${head.trimEnd()}\n\n${kept.join('\n\n')}\n`;
}
