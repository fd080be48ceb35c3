import { join } from 'node:path';
import { readUtf8, readWholeArchive } from '#lib/check/read-folder.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { nextDate, writeNextIssue } from './next-issue.ts';

/**
 * The next issue of a content folder, a draft made from its template, as a file that is not written yet.
 * @param day its day; `undefined` for a week after the newest issue
 * @param from `previous` for the sections of the newest issue
 * @throws Failure when there is no day a week after the newest issue, or the template cannot be read
 */
export async function makeIssue(
  folder: string,
  day: IsoDate | undefined,
  from?: 'previous',
): Promise<{ date: IsoDate; path: string; content: string }> {
  const archive = await readWholeArchive(folder);
  const date = day ?? nextDate(archive);
  if (date === undefined) {
    const newest = archive.issues[0]?.date;
    const reason =
      newest === undefined
        ? 'There is no issue yet from which to count a week'
        : `There is no day a week after ${newest}`;
    throw new Failure(`${reason}: name the day, npm run new -- 2025-03-31.`, 2);
  }
  const template = await readTemplate(folder);
  const path = join(folder, 'issues', `${date}.md`);
  return { date, path, content: writeNextIssue(template, archive, date, from) };
}

async function readTemplate(folder: string): Promise<string> {
  const path = join(folder, 'template.md');
  try {
    return await readUtf8(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EACCES', 'ELOOP')) throw error;
    throw new Failure(`${displayPath(path)} cannot be read, and a new issue is made from it.`, 2);
  }
}
