import { join, relative } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { daysBetween, type IsoDate, readDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { Failure } from '#lib/system/failure.ts';
import { displayPath, resolveUserPath } from '#lib/system/working-folder.ts';

/**
 * The path of the page that a preview opens: that of an issue, or of the newest one, drafts included; the front page
 * where there is no issue.
 * @param word the file or the day of the issue; `undefined` for the newest
 * @param archive `undefined` while site.yml cannot be used: then any day may have an issue
 * @param command the command that the message of a failure proposes
 * @throws Failure when there is no such issue
 */
export function pathToPreview(
  word: string | undefined,
  archive: Archive | undefined,
  folder: string,
  command = 'preview',
): string {
  const days = archive?.issues.map(({ date }) => date);
  if (word === undefined) return days?.[0] === undefined ? paths.home() : paths.issue(days[0]);
  const day = readDate(word) ?? dayOfFile(word, folder);
  if (day === undefined) {
    const example = join(folder, 'issues', `${days?.[0] ?? '2025-03-31'}.md`);
    throw new Failure(
      `${word} is no issue of the content folder: name one, such as ${displayPath(example)}, or none for the newest.`,
      2,
    );
  }
  if (days === undefined || days.includes(day)) return paths.issue(day);
  const nearest = nearestTo(day, days);
  const other =
    nearest === undefined ? '' : `npm run ${command} -- ${nearest} opens the nearest one, `;
  throw new Failure(`There is no issue of ${day}: ${other}npm run new -- ${day} makes it.`, 2);
}

function dayOfFile(word: string, folder: string): IsoDate | undefined {
  const path = relative(join(folder, 'issues'), resolveUserPath(word));
  return path.endsWith('.md') ? readDate(path.slice(0, -'.md'.length)) : undefined;
}

function nearestTo(day: IsoDate, days: readonly IsoDate[]): IsoDate | undefined {
  const distance = (other: IsoDate) => Math.abs(daysBetween(day, other));
  return [...days].sort((a, b) => distance(a) - distance(b))[0];
}
