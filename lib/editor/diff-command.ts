import { readWholeRevision } from '#lib/check/permalinks/revision.ts';
import { readWholeArchive } from '#lib/check/read-folder.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { compareArchives } from './diff/compare-archives.ts';
import { writeComment } from './diff/write-comment.ts';

const USAGE = `Usage: npm run diff -- --since REVISION [--days]

Prints what differs in the text of issues between a git revision and the content folder now, by issue and
item and by character, as the comment of a pull request. Drafts and issues of later days are in it, marked.

  --since  a git revision, such as main or HEAD~1
  --days   prints only the days of the issues that are new or changed, one a line

  npm run --silent diff -- --since main

Exit code: 0 when it is printed, with a difference or without one; 2 when there is no such revision, or a
content folder cannot be read.`;

const OPTIONS = { since: { type: 'string' }, days: { type: 'boolean' } } as const;

/** In a comment of 65,536 characters, there must be room for the faults too. */
const MOST_CHARACTERS = 40_000;

/** `npm run diff` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 0);
  if (read === undefined) return;
  const { since, days } = read.values;
  if (typeof since !== 'string') {
    throw new Failure('--since is missing: name a git revision, such as --since main.', 2);
  }
  const folder = contentFolder();
  const after = await readWholeArchive(folder);
  const differences = compareArchives(await readWholeRevision(since, folder), after);
  if (days !== true) console.log(writeComment(differences, MOST_CHARACTERS));
  else {
    const present = differences.filter(({ kind }) => kind !== 'removed');
    process.stdout.write(present.map(({ date }) => `${date}\n`).join(''));
  }
}
