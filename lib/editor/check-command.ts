import { type CheckOptions, checkContent } from '#lib/check/check.ts';
import { boundMemory } from '#lib/check/memory.ts';
import { formats, type ReportFormat } from '#lib/check/report.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { type Arguments, readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { checkStaged } from './check-staged.ts';

const USAGE = `Usage: npm run check -- [FILE…] [--format text|json|github] [--strict] [--desk] [--since WHAT | --staged]

Reports every fault in the content folder, each with its place. With FILE, only the faults of these issues;
FILE is a file or a day. Before the faults it shows, as text, what new issues put into the lists of laws,
cases and events: issues that are not public yet, and the newest while it differs from the last commit.

  --format  text for people, json for programs, github for the annotations of a workflow
  --strict  warnings count as errors
  --desk    shows this also of the newest issue, or of FILE, when it is public and committed
  --since   what was public before and must not be lost: a sitemap's file or address, or a git revision
  --staged  checks what git has staged for the next commit instead of the folder: the issues that the commit
            changes, and the pages that it loses

  npm run check -- content/issues/2025-03-31.md
  npm run check -- --since https://example.org/sitemap.xml

Exit code: 0 when there is no error, 1 when there is one, 2 when nothing could be checked.`;

const OPTIONS = {
  format: { type: 'string' },
  strict: { type: 'boolean' },
  desk: { type: 'boolean' },
  since: { type: 'string' },
  staged: { type: 'boolean' },
} as const;

/** `npm run check` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, Number.POSITIVE_INFINITY);
  if (read === undefined) return;
  const options = optionsOf(read);
  await boundMemory(contentFolder());
  const checked =
    read.values.staged === true
      ? await checkStaged(contentFolder(), withoutFiles(options))
      : await checkContent(contentFolder(), options);
  if (checked !== undefined && checked.listing !== '') console.log(`${checked.listing}\n`);
  console.log(checked?.report ?? 'Nothing of the content folder is staged.');
  if (checked !== undefined && checked.errors > 0) process.exitCode = 1;
}

function withoutFiles({ files, since, ...options }: CheckOptions): CheckOptions {
  if (files === undefined && since === undefined) return options;
  throw new Failure(
    '--staged takes neither FILE nor --since: git says which files change, and since when.',
    2,
  );
}

function optionsOf({ values, words }: Arguments): CheckOptions {
  const { since } = values;
  const format = readFormat(values.format);
  return {
    format,
    strict: values.strict === true,
    ...(format === 'text' ? { desk: values.desk === true ? 'always' : 'new' } : {}),
    ...(words.length > 0 ? { files: words } : {}),
    ...(typeof since === 'string' ? { since } : {}),
  };
}

function readFormat(value: string | boolean | undefined): ReportFormat {
  const format = formats.find((known) => known === (value ?? 'text'));
  if (format !== undefined) return format;
  throw new Failure(`Unexpected format "${value}", expected one of ${formats.join(', ')}.`, 2);
}
