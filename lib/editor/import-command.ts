import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertInside, contentFolder } from '#lib/content/content-files.ts';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { readArguments } from './arguments.ts';
import { applyChanges } from './change.ts';
import { nameFromHere } from './here.ts';
import { convertInput, type Imported } from './import/convert.ts';
import { readInput } from './import/read-input.ts';
import { summarise } from './import/summary.ts';
import type { Change } from './put-in-place.ts';
import { readRegistries } from './read-folder.ts';

const USAGE = `Usage: npm run import -- FILE… | - [--date 2025-03-31] [--dry-run] [--force]

Makes an issue of each FILE (.docx, .html, .md, .txt; - is standard input) and writes it to the content
folder in the form of the house, its pictures to public/issues/. All of the text is kept; what is amiss
in it is told line by line and is yours to mend.

  --date     the day of the issue, where the text and the file's name do not say it; for one FILE
  --dry-run  prints what would be written, as a diff, and writes nothing
  --force    writes over an issue that is there

  npm run import -- ~/Downloads/issue.docx --dry-run
  npm run import -- - --date 2025-03-31 < issue.txt

Exit code: 0 when an issue is without errors, 1 when it is written and has some, 2 when nothing is.`;

const OPTIONS = {
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));

/** `npm run import` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, Number.POSITIVE_INFINITY);
  if (read === undefined) return;
  const { values, words } = read;
  if (words.length === 0) throw new Failure(`Name a file, or - for standard input.\n\n${USAGE}`, 2);
  await importFiles(words, {
    content: contentFolder(),
    publicFolder: PUBLIC,
    date: readGiven(values.date, words),
    dryRun: values['dry-run'] === true,
    overwrite: values.force === true,
  });
}

export type ImportJob = {
  content: string;
  /** The folder of files that the site serves as they are. */
  publicFolder: string;
  date: IsoDate | undefined;
  dryRun: boolean;
  overwrite: boolean;
};

/**
 * Imports files, each an issue: all are read before the first is written, and all are written or none.
 * @throws Failure for one that cannot be imported or written
 */
export async function importFiles(words: readonly string[], job: ImportJob): Promise<void> {
  const { content, dryRun, overwrite } = job;
  const registries = await readRegistries(content);
  const issues: { path: string; imported: Imported }[] = [];
  const changes: Change[] = [];
  for (const word of words) {
    const imported = await convertInput(await readInput(word), registries, job.date);
    const path = join(content, 'issues', `${imported.date}.md`);
    if (issues.some((other) => other.path === path)) {
      throw new Failure(`Two of the files are of ${imported.date}: import them one by one.`, 2);
    }
    // Told here, of a dry run too and before anything is printed.
    if (await exists(path)) {
      if (!overwrite)
        throw new Failure(`${nameFromHere(path)} is there already: --force writes over it.`, 2);
      await assertInside(content, path);
    }
    issues.push({ path, imported });
    changes.push(...(await newPictures(imported, job.publicFolder)));
    changes.push({ path, content: imported.text });
  }
  await applyChanges(changes, { dryRun, overwrite });
  for (const { path, imported } of issues) {
    console.log(await summarise(imported, path, !dryRun));
    if (imported.diagnostics.failed) process.exitCode = 1;
  }
}

/** The pictures of an issue that are not there yet: their names are made of what they hold. */
async function newPictures({ date, pictures }: Imported, publicFolder: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { name, bytes } of pictures) {
    const path = join(publicFolder, 'issues', date, name);
    if (!(await exists(path))) changes.push({ path, content: bytes });
  }
  return changes;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

function readGiven(value: string | boolean | undefined, words: readonly string[]) {
  if (typeof value !== 'string') return undefined;
  if (!isIsoDate(value)) {
    throw new Failure(`--date ${value} is no day, expected one such as 2025-03-31.`, 2);
  }
  if (words.length > 1) {
    throw new Failure(`--date names one day and there are ${words.length} files: leave it out.`, 2);
  }
  return value;
}
