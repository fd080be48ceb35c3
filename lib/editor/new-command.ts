import { contentFolder } from '#lib/content/folder/content-files.ts';
import { type IsoDate, readDate } from '#lib/site/dates.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from './change.ts';
import { makeIssue } from './make-issue.ts';

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
  const from = values.from === undefined ? undefined : 'previous';
  const { path, content } = await makeIssue(contentFolder(), day, from);
  const dryRun = values['dry-run'] === true;
  await applyChanges([{ path, content }], { dryRun, overwrite: values.force === true });
  if (dryRun) return;
  const name = displayPath(path);
  console.log(`${name} was made, as a draft. When it is written: npm run check -- ${name}`);
}

function readDay(word: string): IsoDate {
  const day = readDate(word);
  if (day !== undefined) return day;
  throw new Failure(`Unexpected date "${word}", expected a day such as 2025-03-31.`, 2);
}
