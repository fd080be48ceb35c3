import { join } from 'node:path';
import { readUtf8, readWholeArchive } from '#lib/check/read-folder.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { type IsoDate, readDate } from '#lib/site/dates.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from './change.ts';
import { nextDate, writeNextIssue } from './next-issue.ts';

const USAGE = `Usage: npm run new -- [DATE] [--from previous] [--dry-run] [--force]

Makes the next issue, a draft, from content/template.md. DATE is its day, such as 2025-03-31; without it, the
day is a week after the newest issue.

  --from previous  gives it the sections of the newest issue
  --dry-run        prints the file and writes nothing
  --force          replaces an issue of that day

  npm run new
  npm run new -- 2025-03-31 --from previous

Exit code: 0 when the issue is written, 2 when it is not.`;

const OPTIONS = {
  from: { type: 'string' },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

/** `npm run new` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 1);
  if (read === undefined) return;
  const { values, words } = read;
  if (values.from !== undefined && values.from !== 'previous') {
    throw new Failure(`Unexpected --from "${values.from}", expected previous.`, 2);
  }
  const day = words[0] === undefined ? undefined : readDay(words[0]);
  const folder = contentFolder();
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
  const from = values.from === undefined ? undefined : 'previous';
  const path = join(folder, 'issues', `${date}.md`);
  const dryRun = values['dry-run'] === true;
  await applyChanges([{ path, content: writeNextIssue(template, archive, date, from) }], {
    dryRun,
    overwrite: values.force === true,
  });
  if (dryRun) return;
  const name = displayPath(path);
  console.log(`${name} was made, as a draft. When it is written: npm run check -- ${name}`);
}

function readDay(word: string): IsoDate {
  const day = readDate(word);
  if (day !== undefined) return day;
  throw new Failure(`Unexpected date "${word}", expected a day such as 2025-03-31.`, 2);
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
